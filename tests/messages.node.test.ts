import { expect, test } from 'vitest';
import { dispatch, type Sender } from '../utils/messages';

const own = { id: 'us', root: 'chrome-extension://us/' };
const popup = { id: 'us', url: 'chrome-extension://us/popup.html' } as Sender;
const page = { id: 'us', url: 'https://news.test/a', tab: { id: 1 }, frameId: 0 } as Sender;
const handlers = { 'ui-bg:delete-articles': () => ({ done: ['a'], left: [] }) };

test('a ui message is answered to a page of ours', async () => {
  expect(await dispatch(handlers, { name: 'ui-bg:delete-articles', sent: { ids: ['a'] } }, popup, own)).toEqual({
    value: { done: ['a'], left: [] },
  });
});

test('a ui message from a content script is not for us', () => {
  expect(dispatch(handlers, { name: 'ui-bg:delete-articles', sent: { ids: ['a'] } }, page, own)).toBeUndefined();
});
