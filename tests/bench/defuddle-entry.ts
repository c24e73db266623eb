// Defuddle's build for browsers. It has no article detector.
import Defuddle from 'defuddle';

Object.assign(globalThis, {
  extractArticle: (page: Document) => {
    const { title, author, published, content } = new Defuddle(page).parse();
    return { title, byline: author, publishedTime: published, contentHtml: content };
  },
});
