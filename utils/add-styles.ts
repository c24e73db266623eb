/**
 * Puts style sheets on a page or into a shadow root, from a content script. In Firefox before 153 those may not touch
 * `adoptedStyleSheets` (bug 1751346); an element does as well there, whatever the page's policy says, since its text is ours.
 *
 * @param styles style sheets, as text
 * @returns takes them off
 */
export function addStyles(root: Document | ShadowRoot, styles: readonly string[]): () => void {
  try {
    const sheets = styles.map((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
    };
  } catch (error) {
    console.debug('No constructed style sheets from here; elements do as well', error);
    const page = root instanceof Document ? root : root.ownerDocument;
    const elements = styles.map((css) => {
      const style = page.createElement('style');
      style.textContent = css;
      return style;
    });
    (root instanceof Document ? root.documentElement : root).append(...elements);
    return () => {
      for (const element of elements) element.remove();
    };
  }
}
