/** Elements that start a line of their own. */
export const blockSelector =
  'address,article,aside,blockquote,center,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hgroup,hr,' +
  'legend,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul,[role="heading"]';

export const headingSelector = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** The blocks under `body` that hold other blocks, with all between them and `body`. One pass. */
export function findContainers(body: Element): Set<Element> {
  const containers = new Set<Element>([body]);
  for (const block of body.querySelectorAll(blockSelector)) {
    let parent = block.parentElement;
    while (parent && !containers.has(parent)) {
      containers.add(parent);
      parent = parent.parentElement;
    }
  }
  return containers;
}

/** The text nodes under `root` in order. */
export function textNodes(root: Node): Text[] {
  const walker = (root.ownerDocument as Document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}
