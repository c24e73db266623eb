import { collapse } from './text';

/** What an embedded frame shows, by the host that serves it. What is not here is called by its host alone. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [
    /(^|\.)(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|jwplayer\.com|brightcove\.(net|com)|rutube\.ru|bilibili\.com|tiktok\.com)$/,
    'Video',
  ],
  [/(^|\.)(spotify\.com|soundcloud\.com|podcasts\.apple\.com|megaphone\.fm|acast\.com|simplecast\.com|buzzsprout\.com)$/, 'Audio'],
  [/(^|\.)(twitter\.com|x\.com|instagram\.com|facebook\.com|threads\.net|bsky\.app|mastodon\.social|reddit\.com|t\.me)$/, 'Post'],
  [/(^|\.)(datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com|tableau\.com)$/, 'Chart'],
  [/(^|\.)(google\.[a-z.]{2,6}|openstreetmap\.org|mapbox\.com)$/, 'Map'],
];
/** Frames of advertisers and counters. */
const noContent =
  /(^|\.)(doubleclick\.net|googlesyndication\.com|googletagmanager\.com|taboola\.com|outbrain\.com|amazon-adsystem\.com|recaptcha\.net|disqus\.com)$/;

/** The page a person would open for an embedded player. */
function toPageAddress(url: URL): string {
  const video = /^(www\.)?youtube(-nocookie)?\.com$/.test(url.hostname) ? /^\/embed\/([\w-]{6,20})/.exec(url.pathname)?.[1] : undefined;
  if (video) return `https://www.youtube.com/watch?v=${video}`;
  const clip = url.hostname === 'player.vimeo.com' ? /^\/video\/(\d{4,12})/.exec(url.pathname)?.[1] : undefined;
  return clip ? `https://vimeo.com/${clip}` : url.href;
}

function makeCard(page: Document, source: string, title: string | null): Element | null {
  const url = URL.parse(source, page.baseURI);
  if (!url || !/^https?:$/.test(url.protocol) || noContent.test(url.hostname)) return null;
  const host = url.hostname.replace(/^www\./, '');
  const kind = kinds.find(([hosts]) => hosts.test(host))?.[1];
  const isMap = kind !== 'Map' || /\/maps/.test(url.pathname) || !host.includes('google');
  const link = page.createElement('a');
  link.setAttribute('href', toPageAddress(url));
  const name = collapse(title).slice(0, 120);
  link.textContent = `${kind && isMap ? `${kind}: ` : ''}${name && !/^(youtube |vimeo )?(video|embed|iframe|player)/i.test(name) ? `${name} (${host})` : host}`;
  const card = page.createElement('p');
  card.append(link);
  return card;
}

/** Players and frames become plain links that name their host; posts keep their words. Nothing is loaded. Changes `body`. */
export function replaceEmbeds(body: Element): void {
  const page = body.ownerDocument;
  for (const frame of [...body.querySelectorAll('iframe,embed,object,video,audio')]) {
    const source =
      ['src', 'data-src', 'data-lazy-src', 'data']
        .map((name) => frame.getAttribute(name))
        .find((value) => value && !/^(about|data|javascript):/i.test(value)) ?? frame.querySelector('source[src]')?.getAttribute('src');
    const card = source ? makeCard(page, source, frame.getAttribute('title')) : null;
    if (card) frame.replaceWith(card);
    else frame.remove();
  }
}
