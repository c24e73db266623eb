// For `scripts/bench-speed.mjs`: what is timed, in an isolated world of a stored page.

import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { removeClutter } from '../../utils/pipeline/clean/remove-clutter';
import { copyPage } from '../../utils/pipeline/copy/copy-page';
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { findBody } from '../../utils/pipeline/extract/find-body';
import { readMetadata } from '../../utils/pipeline/extract/read-metadata';
import { readArticle } from '../../utils/pipeline/read-article';
import { sanitiseInSteps } from '../../utils/pipeline/sanitise/sanitise';
import { finish } from '../../utils/pipeline/steps';
import { buildSections } from '../../utils/pipeline/structure/build-sections';
import { flatten } from '../../utils/pipeline/structure/flatten';
import { placeRemovals } from '../../utils/pipeline/structure/place-removals';

/** `detect` is missing where a contender has no detector. */
interface Contender {
  detect?: () => unknown;
  read: () => unknown;
}

const contenders: Record<string, Contender> = {
  ours: {
    detect: () => detectArticle(document, location.href),
    read: () => readArticle(document, location.href),
  },
  readability: {
    detect: () => isProbablyReaderable(document),
    read: () => new Readability(document.cloneNode(true) as Document).parse(),
  },
  defuddle: { read: () => new Defuddle(document).parse() },
};

/** Milliseconds that `act` takes. */
function time(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** The stages in the order of read-article.ts, each timed. */
function timeStages(): Record<string, number> {
  const times: Record<string, number> = {};
  const stage = <T>(name: string, act: () => T): T => {
    const start = performance.now();
    const value = act();
    times[name] = performance.now() - start;
    return value;
  };
  const url = location.href;
  const page = stage('copy', () => finish(copyPage(document)));
  const metadata = stage('metadata', () => finish(readMetadata(page, url)));
  const cleaned = stage('clean', () => finish(removeClutter(page)));
  const found = stage('extract', () => finish(findBody(page, metadata)));
  if (!found) return times;
  stage('structure', () => finish(buildSections(found.body, metadata)));
  stage('flatten', () => finish(flatten(found.body)));
  stage('place removals', () => placeRemovals(found.body, { clean: cleaned, extract: found.removals }));
  stage('sanitise', () => finish(sanitiseInSteps(found.body, url)));
  return times;
}

Object.assign(globalThis, {
  /** Milliseconds of a contender's detector, and of its pipeline called twice. */
  measure: (name: string) => {
    const contender = contenders[name];
    if (!contender) throw new Error(`No contender "${name}"`);
    const { detect, read } = contender;
    return { detect: detect ? time(detect) : null, first: time(read), second: time(read) };
  },
  /** Milliseconds of our stages by name, in a first and a second call. */
  measureStages: () => ({ first: timeStages(), second: timeStages() }),
});
