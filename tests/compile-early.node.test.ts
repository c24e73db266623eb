import { expect, test } from 'vitest';
import { bracketFunctions } from '../scripts/compile-early.mjs';

/** Runs a module of one export, `answer`, and gives its value. */
async function answerOf(code: string): Promise<unknown> {
  const { answer } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return answer;
}

const samples: Record<string, string> = {
  'called before it is declared': 'export const answer = twice(21); function twice(n) { return n * 2; }',
  'exported, and called by itself': 'export function answer(n = () => 3) { return n ? answer(0) : 1; }',
  'declared in functions, some after a return':
    'export const answer = outer(); function outer() { "use strict"; const x = () => inner() + 1; return x(); function inner() { return 1; } }',
  'methods, accessors, generators and classes':
    'class A { get x() { return (function () { return 1; })(); } static m() { return { n() { return [...g()]; } }; } } function* g() { yield new A().x; } export const answer = A.m().n();',
  'arrows in arguments, chains and conditions': 'export const answer = [1, 2, 3].map((n) => n + 1).filter((n) => (n > 2 ? true : false));',
};

test.each(Object.entries(samples))('functions in brackets do what they did: %s', async (_, code) => {
  const bracketed = bracketFunctions(code).toString();
  expect(bracketed).toMatch(/\((function|\()/);
  const [before, after] = [await answerOf(code), await answerOf(bracketed)];
  if (typeof before === 'function') expect(after).toBeTypeOf('function');
  else expect(after).toEqual(before);
});
