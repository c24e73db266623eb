import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchPicturesOf } from '../../utils/background/keep-pictures';
import { keyOf, newRev } from '../../utils/library/records';
import * as store from '../../utils/pictures/picture-store';
import { articleOf } from '../library/scene';

const id = '0123456789abcdef0123456789abcdef';
const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://harbour.test/${name}.jpg`);
const picture = { bytes: new Uint8Array(10), type: 'image/jpeg' as const, width: 40, height: 30 };

vi.mock('../../utils/pictures/picture-store');
vi.mock('../../utils/pictures/shrink-picture', () => ({ shrinkPicture: async () => picture }));
vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
const fetched = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetched);

/** An answer that came from an address in the end. */
const answerFrom = (url: string): Response => Object.defineProperty(new Response('bytes'), 'url', { value: url });

beforeEach(async () => {
  vi.resetAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
  fetched.mockImplementation(async (file) => answerFrom(String(file)));
  vi.mocked(store.beginWish).mockResolvedValue({ at: 1, tries: 1 });
  vi.mocked(store.keepOnly).mockResolvedValue({ kept: new Set(), bytes: 0 });
  vi.mocked(store.keepPicture).mockResolvedValue();
  const rev = newRev(1_700_000_000_000, 'r1');
  const { version: _version, contentHtml: _html, ...fields } = articleOf('https://harbour.test/story');
  const json = JSON.stringify({ contentHtml: files.map((file) => `<img src="${file}">`).join('') });
  const text = { rev, length: json.length, hash: '' };
  const marks = { state: 'unread', favourite: false, tags: [], progress: 0, readAt: null, archivedAt: null };
  await fakeBrowser.storage.local.set({
    [keyOf.meta(id)]: { ...fields, ...marks, id, savedAt: 1, v: 2, text, earlier: [] },
    [keyOf.body(id, rev)]: { v: 2, id, rev, json },
  });
});

const faults = () => vi.mocked(store.noteFaults).mock.calls[0]?.[1];

test('pictures are asked for without cookies, without a referrer and past the cache', async () => {
  await fetchPicturesOf(id);
  expect(fetched.mock.calls.map(([file]) => file)).toEqual(files);
  for (const [, asked] of fetched.mock.calls)
    expect(asked).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
  expect([faults(), vi.mocked(store.endWish).mock.calls]).toEqual([{}, [[id, 1]]]);
});

test('a full disk ends the pictures of an article, which is noted, and no more are asked for', async () => {
  vi.mocked(store.keepPicture).mockRejectedValue(new DOMException('The disk is full', 'QuotaExceededError'));
  await fetchPicturesOf(id);
  expect(fetched.mock.calls.length).toBeLessThan(files.length);
  expect(faults()).toEqual(Object.fromEntries(files.map((file) => [file, 'no-room'])));
  expect(store.endWish).toHaveBeenCalled();
});

test('a picture that is redirected into the own network is not kept', async () => {
  fetched.mockImplementation(async () => answerFrom('http://router.local/'));
  await fetchPicturesOf(id);
  expect(store.keepPicture).not.toHaveBeenCalled();
});

test('what stopped the worker too often is given up', async () => {
  vi.mocked(store.beginWish).mockResolvedValue({ at: 1, tries: 5 });
  await fetchPicturesOf(id);
  expect([fetched.mock.calls.length, vi.mocked(store.endWish).mock.calls.length]).toEqual([0, 1]);
});
