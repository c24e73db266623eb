/** The formats an article can leave in, in the order they are offered. */
export const exportFormats = ['epub', 'html', 'markdown', 'text', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
