import { expect, test } from 'vitest';
import { buttonFor } from '../../utils/background/toolbar-button';

const reads = { buttonOnArticle: 'open-reader' } as const;
const asks = { buttonOnArticle: 'open-popup' } as const;

test.each([
  ['an article', { level: 'article', reading: false }, false, reads, { icon: 'article', popup: '' }],
  ['what may be one', { level: 'offer', reading: false }, false, reads, { icon: 'article', popup: '' }],
  ['no article', { level: 'none', reading: false }, false, reads, { icon: 'no-article', popup: 'popup.html' }],
  ['an open reader', { level: 'automatic', reading: true }, true, reads, { icon: 'reading', popup: 'popup.html' }],
  ['a saved article', { level: 'automatic', reading: false }, true, reads, { icon: 'saved', popup: '' }],
  ['a saved article that has changed', { level: 'article', reading: false }, 'changed', reads, { icon: 'changed', popup: '' }],
  ['a saved page that is no article', { level: 'none', reading: false }, true, reads, { icon: 'saved', popup: 'popup.html' }],
  ['an article where the popup is preferred', { level: 'article', reading: false }, false, asks, { icon: 'article', popup: 'popup.html' }],
] as const)('%s', (_name, state, saved, settings, button) => {
  expect(buttonFor(state, saved, settings)).toEqual(button);
});
