import { eachOf, type Steps } from '../steps';

const prefix = 'cc-to-';

/**
 * Keeps links to footnotes and back working: the ids that links inside the article point at get names of our own, which alone pass the
 * sanitiser. Links to what did not come along lose their address, and no other id of the page stays. Changes `body`.
 */
export function* keepAnchors(body: Element): Steps<void> {
  const address = (body.ownerDocument.URL ?? '').split('#')[0] ?? '';
  const targets = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id],a[name]')) {
    const id = element.getAttribute('id') || element.getAttribute('name');
    if (id && !targets.has(id)) targets.set(id, element);
  }
  const renamed = new Map<Element, string>();
  yield* eachOf(body.querySelectorAll('a[href*="#"]'), (link) => {
    const [base = '', fragment = ''] = (link.getAttribute('href') ?? '').split('#', 2);
    if (base && base !== address) return;
    const name = /%/.test(fragment) ? safeDecode(fragment) : fragment;
    const target = targets.get(name);
    if (!target || name === '') {
      link.removeAttribute('href');
      return;
    }
    const own = renamed.get(target) ?? `${prefix}${renamed.size + 1}`;
    renamed.set(target, own);
    link.setAttribute('href', `#${own}`);
  });
  for (const element of body.querySelectorAll('[id]')) if (!renamed.has(element)) element.removeAttribute('id');
  for (const [element, own] of renamed) element.id = own;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
