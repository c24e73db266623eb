/** What the address says. Words are compared in lower case, percent-encoding resolved. */
export interface AddressFacts {
  host: string;
  /** Parts of the path, a language prefix ("en", "pt-br") and a final "index.html" left out. */
  segments: string[];
  /** The last part without its file ending: the slug of most articles. */
  slug: string;
  /** Names of the query's parameters. */
  parameters: string[];
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone "%": the raw text serves as well
  }
};

/** Reads an address; one that cannot be parsed gives empty facts. */
export function readAddress(address: string): AddressFacts {
  const url = URL.parse(address);
  if (!url) return { host: '', segments: [], slug: '', parameters: [] };
  const segments = decode(url.pathname.slice(0, 1000))
    .toLowerCase()
    .split('/')
    .filter((part, at) => part && !(at < 3 && /^[a-z]{2}([-_][a-z]{2})?$/.test(part)) && !/^(index|default|home)(\.\w{2,5})?$/.test(part));
  return {
    host: url.hostname.replace(/^www\./, ''),
    segments,
    slug: (segments.at(-1) ?? '').replace(/\.(s?html?|php|aspx?|jsp|cms|ece|amp)$/, ''),
    // Not by `searchParams`: a content script of Firefox sees it through a wrapper that cannot be iterated.
    parameters: url.search
      .slice(1)
      .split('&', 30)
      .flatMap((pair) => decode(pair.replace(/=.*/s, '').slice(0, 100)).toLowerCase() || []),
  };
}
