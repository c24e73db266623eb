import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addCorrection,
  exportCorrections,
  listCorrections,
  parseCorrection,
  parseExport,
  readCorrections,
  removeCorrection,
} from '../../utils/settings/site-corrections';

beforeEach(() => fakeBrowser.reset());

const correction = (kind: 'keep' | 'leave-out' | 'heading' | 'no-heading', shape = 'p.promo') => ({
  kind,
  shape,
  sample: 'Start',
  addedAt: 1,
});

test('corrections are kept by site, each once, and forgotten', async () => {
  await Promise.all([
    addCorrection('a.test', correction('keep', 'aside.facts')),
    addCorrection('a.test', correction('leave-out')),
    addCorrection('a.test', correction('leave-out')),
    addCorrection('b.test', correction('heading')),
  ]);
  expect((await listCorrections()).map(({ host, corrections }) => [host, corrections.length])).toEqual([
    ['a.test', 2],
    ['b.test', 1],
  ]);
  await removeCorrection('b.test', correction('heading'));
  expect((await listCorrections()).map(({ host }) => host)).toEqual(['a.test']);
});

test('a heading that is said to be none is none', async () => {
  await addCorrection('a.test', correction('heading'));
  await addCorrection('a.test', correction('no-heading'));
  expect((await readCorrections('a.test')).map(({ kind }) => kind)).toEqual(['no-heading']);
});

test('what is exported comes back; what is no such file, or no correction, does not', async () => {
  await addCorrection('a.test', correction('keep', 'aside.facts'));
  const sites = await listCorrections();
  expect(parseExport(exportCorrections(sites))).toEqual(sites);
  expect(parseExport('{}')).toBeNull();
  expect(parseExport('no JSON')).toBeNull();
  expect(parseCorrection({ ...correction('keep'), shape: 'p{}*' })).toBeNull();
  expect(parseCorrection({ ...correction('keep'), kind: 'run' })).toBeNull();
  const odd = { kind: 'clean-copy-site-corrections', v: 1, sites: [{ host: '../x', corrections: [correction('keep')] }] };
  expect(parseExport(JSON.stringify(odd))).toEqual([]);
});
