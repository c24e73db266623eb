declare module '@joplin/turndown-plugin-gfm' {
  import type { Plugin } from 'turndown';
  /** GitHub Flavored Markdown: tables, strikethrough, task lists, code with a language. */
  export const gfm: Plugin;
}
