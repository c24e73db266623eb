import { storyPage } from './stories';

/** An article that has each payload between paragraphs of its own, put there by the page's script, as comments or a widget would be. */
export function hostilePage(list: readonly string[]): string {
  const parts = list.map((_, at) => `<p>Part ${at} begins at the harbour, where nobody had seen it.</p><div></div><p>Part ${at} ends.</p>`);
  const write = `for (const [at, markup] of ${JSON.stringify(list).replaceAll('<', '\\u003c')}.entries())
    document.querySelectorAll('#parts > div')[at].setHTMLUnsafe(markup);`;
  return storyPage('The ferry attacked').replace(
    '</article>',
    `<div id="parts">${parts.join('\n')}</div></article><script>${write}</script>`,
  );
}

/** Run in a page: from there on, what runs is told apart from what the page ran by itself. */
export function arm(): void {
  const ran: string[] = [];
  Object.defineProperty(window, 'ran', { get: () => ran, set: () => void ran.push(new Error('ran').stack ?? '') });
  document.documentElement.querySelector<HTMLElement>(':focus')?.blur(); // closing the reader gives the focus back
}

/** Does to every element of a shown article what might wake it, except following links to the web; says what of it ought not to be there. */
export function provoke(root: ParentNode): string[] {
  const harm: string[] = [];
  for (const element of root.querySelectorAll('article, article *')) {
    const ours = element.closest('.frame, .embed, button, svg');
    if (!ours && /^(script|style|iframe|object|embed|form|input|select|textarea|base|meta|link|template|dialog)$/.test(element.localName))
      harm.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (/^(on|srcdoc$|ping$|form|popover|contenteditable|autofocus|is$|xlink)/.test(name)) harm.push(`${name}=${value}`);
      if (/^(href|src)$/.test(name) && !/^(https?:|mailto:|#|blob:|data:image\/)/.test(value)) harm.push(`${name}=${value}`);
    }
    for (const type of ['pointerenter', 'mouseover', 'focus', 'toggle', 'error', 'load', 'animationend', 'beforematch'])
      element.dispatchEvent(new Event(type));
    const leads = element.closest('a')?.protocol ?? '';
    if (element instanceof HTMLElement && !/^(https?|mailto):$/.test(leads)) element.click();
  }
  return harm;
}
