const sources = import.meta.glob<string>('../fixtures/*/page.html', { query: '?raw', import: 'default', eager: true });

/** Names of the folders under tests/fixtures that hold a page. */
export const fixtureNames = Object.keys(sources).map((path) => path.split('/').at(-2) ?? '');

/** The markup of a fixture. Throws when there is none of that name. */
export function fixtureSource(name: string): string {
  const source = sources[`../fixtures/${name}/page.html`];
  if (source === undefined) throw new Error(`No fixture "${name}"`);
  return source;
}

/** Shows markup in a frame of its own, as a live document with styles and layout; its scripts do not run. */
export async function showPage(source: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-same-origin');
  frame.style.cssText = 'width:1280px;height:900px';
  frame.srcdoc = source;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('The frame has no document');
  return frame.contentDocument;
}
