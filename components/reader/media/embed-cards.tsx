import { render } from 'preact';
import { Icon, type IconName } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { i18n } from '../words';

/** What the class of an embed's paragraph may say, and how it is shown. */
const kinds = {
  video: { icon: 'video', name: () => i18n.t('embed.video') },
  audio: { icon: 'listen', name: () => i18n.t('embed.audio') },
  post: { icon: 'post', name: () => i18n.t('embed.post') },
  chart: { icon: 'chart', name: () => i18n.t('embed.chart') },
  map: { icon: 'map', name: () => i18n.t('embed.map') },
  other: { icon: 'external', name: () => i18n.t('embed.other') },
} as const satisfies Record<string, { icon: IconName; name(): string }>;

function EmbedCard({ kind, title, url }: { kind: keyof typeof kinds; title: string; url: URL }) {
  const { icon, name } = kinds[kind];
  const host = url.host.replace(/^www\./, '');
  return (
    <a class="embed" href={url.href} target="_blank" rel="noopener noreferrer">
      <span class="embed-icon">
        <Icon name={icon} size={24} />
      </span>
      <span class="embed-words">
        <span class="embed-title" dir="auto">
          {title === host || !title ? name() : title}
        </span>
        <span class="embed-host" {...interfaceLanguage()}>
          {i18n.t('embed.contacts', [name(), host])}
        </span>
      </span>
      <Icon name="external" size={18} />
    </a>
  );
}

/**
 * Makes cards of the links that stand for players, posts, maps and charts. Nothing is loaded: a click opens what the card names, in a tab of
 * its own. No frame is ever made, since what runs in one could see that, and how, one reads. Changes `body`.
 */
export function makeCards(body: DocumentFragment): void {
  for (const paragraph of body.querySelectorAll('p[class^="embed-"]')) {
    const kind = paragraph.className.replace('embed-', '');
    const link = paragraph.querySelector<HTMLAnchorElement>('a[href]');
    const url = URL.parse(link?.getAttribute('href') ?? '');
    if (!link || !url || !Object.hasOwn(kinds, kind) || paragraph.textContent?.trim() !== link.textContent?.trim()) continue;
    const title = link.textContent?.trim() ?? '';
    paragraph.replaceChildren();
    render(<EmbedCard kind={kind as keyof typeof kinds} title={title} url={url} />, paragraph);
  }
}
