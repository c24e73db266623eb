import { expect, test } from 'vitest';
import { createPlayer, type Line, type PlayerState, stepFrom } from '../../components/reader/listen/player';
import type { Saying, Synthesiser, Trouble, Voice } from '../../components/reader/listen/synthesiser';
import { voiceFor, voicesOf } from '../../components/reader/listen/voices';
import { defaultListenSettings, parseListenSettings, stepRate } from '../../utils/settings/listen-settings';

/** "#" begins a heading; each paragraph is an array of sentences. */
const linesOf = (...paragraphs: string[][]): Line[] =>
  paragraphs.flatMap((sentences, block) => sentences.map((text) => ({ text, block, lang: 'en', isHeading: text.startsWith('#') })));

const article = linesOf(['#Title'], ['A1', 'A2'], ['B1', 'B2', 'B3'], ['#Section'], ['C1', 'C2'], ['#Last'], ['D1']);

/** A synthesiser whose voice says a sentence when told to, and writes down what it was asked. */
function startPlayer(lines = article) {
  const said: Saying[] = [];
  let told: Parameters<Synthesiser['say']>[1] | null = null;
  const synthesiser: Synthesiser = {
    voices: () => [],
    onVoices: () => () => undefined,
    say: (saying, by) => {
      said.push(saying);
      told = by;
    },
    hush: () => {
      told = null;
    },
  };
  const states: PlayerState[] = [];
  const player = createPlayer(synthesiser, (state) => states.push(state));
  player.setManner({ rate: 1, voiceFor: () => 'Ada' });
  player.setLines(lines);
  const end = () => told?.onEnd();
  const fail = (trouble: Trouble) => told?.onTrouble(trouble);
  return { player, said, states, end, fail, texts: () => said.map(({ text }) => text), isSilent: () => told === null };
}

test('says one sentence after the other, tells which, and ends with the last', () => {
  const { player, texts, end, states } = startPlayer(linesOf(['A1', 'A2'], ['B1']));
  player.play();
  end();
  end();
  end();
  expect(texts()).toEqual(['A1', 'A2', 'B1']);
  expect(player.state()).toEqual({ isPlaying: false, at: 2, isOver: true, trouble: null });
  expect(states.at(-1)).toEqual(player.state());
  player.play();
  expect(texts().at(-1)).toBe('A1');
});

test('a pause is silence, and the same sentence from its beginning', () => {
  const { player, texts, end, isSilent } = startPlayer();
  player.play(1);
  end();
  player.pause();
  expect(isSilent()).toBe(true);
  player.play();
  expect(texts()).toEqual(['A1', 'A2', 'A2']);
});

test('steps while it pauses move the place without a word', () => {
  const { player, texts } = startPlayer();
  player.step('paragraph', 1);
  expect(player.state()).toMatchObject({ at: 1, isPlaying: false });
  expect(texts()).toEqual([]);
});

test.each([
  ['B2', 'sentence', 1, 'B3'],
  ['B3', 'sentence', 1, '#Section'],
  ['B1', 'sentence', -1, 'A2'],
  ['B2', 'paragraph', 1, '#Section'],
  ['B3', 'paragraph', -1, 'B1'],
  ['B1', 'paragraph', -1, 'A1'],
  ['A2', 'section', 1, '#Section'],
  ['C2', 'section', -1, '#Section'],
  ['#Section', 'section', -1, '#Title'],
  ['D1', 'section', 1, 'D1'],
  ['D1', 'sentence', 1, 'D1'],
  ['#Title', 'sentence', -1, '#Title'],
] as const)('from %s by one %s, %i: %s', (from, unit, direction, to) => {
  const at = article.findIndex(({ text }) => text === from);
  expect(article[stepFrom(article, at, unit, direction)]?.text).toBe(to);
});

test('another speed begins the sentence again, and holds from there', () => {
  const { player, said, end } = startPlayer();
  player.play(1);
  player.setManner({ rate: 1.5, voiceFor: () => 'Bea' });
  end();
  expect(said.map(({ text, rate, voice }) => [text, rate, voice])).toEqual([
    ['A1', 1, 'Ada'],
    ['A1', 1.5, 'Bea'],
    ['A2', 1.5, 'Bea'],
  ]);
});

test('trouble stops it with its reason, and a sentence that is too much for a voice is passed over', () => {
  const { player, texts, fail, end } = startPlayer();
  player.play(1);
  fail('text');
  expect(texts()).toEqual(['A1', 'A2']);
  fail('network');
  expect(player.state()).toEqual({ isPlaying: false, at: 2, isOver: false, trouble: 'network' });
  player.play();
  expect(player.state().trouble).toBeNull();
  end();
  expect(texts()).toEqual(['A1', 'A2', 'A2', 'B1']);
  player.setManner({ rate: 1, voiceFor: () => null });
  expect(player.state()).toMatchObject({ isPlaying: false, trouble: 'voice' });
});

test('a text that changes meanwhile is read on where the same words stand', () => {
  const { player, texts, end } = startPlayer();
  player.play(3);
  player.setLines(linesOf(['#Title'], ['New'], ['A1', 'A2'], ['B1', 'B2']));
  expect(player.state().at).toBe(4);
  end();
  expect(texts()).toEqual(['B1', 'B2']);
  player.setLines(linesOf(['Only']));
  end();
  expect(player.state()).toMatchObject({ at: 0, isOver: true });
});

test('an article without a word is over at once', () => {
  const { player } = startPlayer([]);
  player.play();
  expect(player.state()).toMatchObject({ isPlaying: false, isOver: true });
});

const voice = (id: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  id,
  name: id,
  lang,
  isLocal: true,
  isDefault: false,
  ...more,
});
const voices = [
  voice('Cloud', 'en-GB', { isLocal: false, isDefault: true }),
  voice('Zoe', 'en-US'),
  voice('Ann', 'en-US', { isDefault: true }),
  voice('Bob', 'en-GB'),
  voice('Nuage', 'fr-FR', { isLocal: false }),
];

test('the best voices of a language come first, those of its region before others', () => {
  expect(voicesOf('en-US', voices).map(({ id }) => id)).toEqual(['Ann', 'Zoe', 'Cloud', 'Bob']);
  expect(voicesOf('en-GB', voices).map(({ id }) => id)).toEqual(['Cloud', 'Bob', 'Ann', 'Zoe']);
});

test('no voice that sends the text away is taken unless it was chosen', () => {
  expect(voiceFor('en-GB', voices, {})?.id).toBe('Bob');
  expect(voiceFor('fr', voices, {})).toBeNull();
  expect(voiceFor('fr', voices, { fr: 'Nuage' })?.id).toBe('Nuage');
  expect(voiceFor('en', voices, { en: 'Gone' })?.id).toBe('Ann');
  expect(voiceFor('cy', voices, {})).toBeNull();
});

test('settings keep what is good, replace what is bad, and stop at their ends', () => {
  expect(parseListenSettings(undefined)).toEqual(defaultListenSettings);
  expect(parseListenSettings({ rate: 1.5, voices: { en: 'Ann', 'not a language': 'Bob', fr: 3 } })).toEqual({
    rate: 1.5,
    voices: { en: 'Ann' },
  });
  expect(parseListenSettings({ rate: 99, voices: 'Ann' })).toEqual(defaultListenSettings);
  expect([stepRate(1, 1), stepRate(1, -1), stepRate(3, 1), stepRate(0.5, -1)]).toEqual([1.1, 0.9, 3, 0.5]);
});
