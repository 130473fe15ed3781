import { expect, it } from 'vitest';
import { intervalWords, saysSomething } from '../../src/present/interval-words.ts';

it('an interval is told from end to end', () => {
  expect(intervalWords({ low: 1.284, high: 2.976 })).toBe('1.28x to 2.98x');
  expect(intervalWords({ low: 0.1, high: 10 })).toBe('0.10x to 10.0x');
});

it('one over more than two decades is not told: it says that the rounds were few', () => {
  expect(intervalWords({ low: 0.0046, high: 506 })).toBe('too few rounds for an interval');
  expect(saysSomething({ low: 0, high: 1 })).toBe(false);
});
