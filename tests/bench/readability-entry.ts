// Mozilla's Readability, used as its README says: on a clone of the document.
import { isProbablyReaderable, Readability } from '@mozilla/readability';

Object.assign(globalThis, {
  detectArticle: (page: Document) => isProbablyReaderable(page),
  extractArticle: (page: Document) => {
    const article = new Readability(page.cloneNode(true) as Document).parse();
    if (!article) return null;
    const { title, byline, publishedTime, content } = article;
    return { title, byline, publishedTime, contentHtml: content };
  },
});
