import { collapse } from './text';

type Kind = 'video' | 'audio' | 'post' | 'chart' | 'map' | 'other';

/** What an embedded frame shows, by the host that serves it. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [
    /(^|\.)(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|jwplayer\.com|brightcove\.(net|com)|rutube\.ru|bilibili\.com|tiktok\.com)$/,
    'video',
  ],
  [/(^|\.)(spotify\.com|soundcloud\.com|podcasts\.apple\.com|megaphone\.fm|acast\.com|simplecast\.com|buzzsprout\.com)$/, 'audio'],
  [/(^|\.)(twitter\.com|x\.com|instagram\.com|facebook\.com|threads\.net|bsky\.app|mastodon\.social|reddit\.com|t\.me)$/, 'post'],
  [/(^|\.)(datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com|tableau\.com)$/, 'chart'],
  [/(^|\.)(openstreetmap\.org|mapbox\.com)$/, 'map'],
];
/** Frames of advertisers and counters. */
const noContent =
  /(^|\.)(doubleclick\.net|googlesyndication\.com|googletagmanager\.com|taboola\.com|outbrain\.com|amazon-adsystem\.com|recaptcha\.net|disqus\.com)$/;
/** Titles that say no more than that something is embedded. */
const emptyTitle = /^((youtube|vimeo|spotify|soundcloud) )?(video|embed(ded)?|iframe|frame|player|content)( player| embed| video)?$/i;

function kindOf(frame: Element, url: URL): Kind {
  if (frame.localName === 'video' || frame.localName === 'audio') return frame.localName;
  if (/(^|\.)google\.[a-z.]{2,6}$/.test(url.hostname)) return url.pathname.startsWith('/maps') ? 'map' : 'other';
  return kinds.find(([hosts]) => hosts.test(url.hostname))?.[1] ?? 'other';
}

/** The page a person would open for an embedded player. */
function toPageAddress(url: URL): string {
  const video = /^(www\.)?youtube(-nocookie)?\.com$/.test(url.hostname) ? /^\/embed\/([\w-]{6,20})/.exec(url.pathname)?.[1] : undefined;
  if (video) return `https://www.youtube.com/watch?v=${video}`;
  const clip = url.hostname === 'player.vimeo.com' ? /^\/video\/(\d{4,12})/.exec(url.pathname)?.[1] : undefined;
  if (clip) return `https://vimeo.com/${clip}`;
  const post = url.hostname === 'platform.twitter.com' ? /^\d{5,25}$/.exec(url.searchParams.get('id') ?? '')?.[0] : undefined;
  return post ? `https://x.com/i/status/${post}` : url.href;
}

function makeLink(frame: Element, source: string): Element | null {
  const page = frame.ownerDocument;
  const url = URL.parse(source, page.baseURI);
  if (!url || !/^https?:$/.test(url.protocol) || noContent.test(url.hostname)) return null;
  const link = page.createElement('a');
  link.setAttribute('href', toPageAddress(url));
  const title = collapse(frame.getAttribute('title') ?? frame.getAttribute('aria-label')).slice(0, 120);
  link.textContent = title && !emptyTitle.test(title) ? title : url.hostname.replace(/^www\./, '');
  const paragraph = page.createElement('p');
  paragraph.className = `embed-${kindOf(frame, url)}`;
  paragraph.append(link);
  return paragraph;
}

/**
 * Players and frames become links to what they show, in a paragraph whose class says what kind of thing it is; the reader sets it as a
 * card. Posts keep their words. Nothing is loaded. Changes `body`.
 */
export function replaceEmbeds(body: Element): void {
  for (const frame of [...body.querySelectorAll('iframe,embed,object,video,audio')]) {
    const source =
      ['src', 'data-src', 'data-lazy-src', 'data']
        .map((name) => frame.getAttribute(name))
        .find((value) => value && !/^(about|data|javascript|blob):/i.test(value)) ??
      frame.querySelector('source[src]')?.getAttribute('src');
    const link = source ? makeLink(frame, source) : null;
    if (link) frame.replaceWith(link);
    else frame.remove();
  }
}
