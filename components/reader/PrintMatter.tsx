import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { interfaceLanguage } from '../interface-language';
import { i18n } from './words';

/** A list longer than this would be no help on paper. */
const mostLinks = 100;

/** Numbers the links of a text, those to one address alike, and gives the addresses in that order. */
function numberLinks(text: HTMLElement): string[] {
  const addresses: string[] = [];
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
    const isWritten = link.textContent?.trim() === link.href || !link.textContent?.trim();
    const known = addresses.indexOf(link.href);
    if (isWritten || (known < 0 && addresses.length === mostLinks)) continue;
    link.dataset.link = String(known < 0 ? addresses.push(link.href) : known + 1);
  }
  return addresses;
}

/**
 * What paper needs and the screen does not: the day it was printed, and where the links lead. Filled in before the browser prints, at once,
 * since it waits for nothing.
 */
export function PrintMatter({ text }: { text: RefObject<HTMLElement | null> }) {
  const matter = useRef<HTMLElement>(null);
  useEffect(() => {
    const place = matter.current;
    const page = place?.ownerDocument;
    const view = page?.defaultView;
    if (!place || !page || !view) return;
    const line = (tag: string, words: string) => Object.assign(page.createElement(tag), { textContent: words });
    const fill = () => {
      const addresses = text.current ? numberLinks(text.current) : [];
      const list = page.createElement('ol');
      list.append(...addresses.map((address) => line('li', address)));
      const day = new Intl.DateTimeFormat(interfaceLanguage().lang, { dateStyle: 'long' }).format();
      const links = addresses.length ? [line('h2', i18n.t('reader.links')), list] : [];
      place.replaceChildren(...links, line('p', i18n.t('reader.printedOn', [day])));
    };
    const empty = () => {
      place.replaceChildren();
      for (const link of text.current?.querySelectorAll<HTMLElement>('[data-link]') ?? []) delete link.dataset.link;
    };
    view.addEventListener('beforeprint', fill);
    view.addEventListener('afterprint', empty);
    return () => {
      view.removeEventListener('beforeprint', fill);
      view.removeEventListener('afterprint', empty);
    };
  }, [text]);
  return <footer class="print-matter" ref={matter} {...interfaceLanguage()} />;
}
