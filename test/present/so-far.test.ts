import { expect, it } from 'vitest';
import { soFarInShort, soFarWords } from '../../src/present/so-far.ts';

it('figures of a run that goes on are rough, and say that they are no verdict', () => {
  expect(soFarWords({ strategy: 'webassembly', ratio: 13.27, rounds: 1 })).toBe(
    'about 13x after 1 round, not judged yet',
  );
  expect(soFarWords({ strategy: 'workers', ratio: 0.8124, rounds: 2 })).toBe(
    'about 0.81x after 2 rounds, not judged yet',
  );
});

it('on the command line only those that seem faster are named, the best first', () => {
  const one = { strategy: 'workers', ratio: 1.449, rounds: 2 };
  const slower = { strategy: 'memoization', ratio: 0.3, rounds: 2 };
  const best = { strategy: 'webassembly', ratio: 13.27, rounds: 2 };
  expect(soFarInShort([one, slower, best])).toBe('webassembly about 13x, workers about 1.4x');
  expect(soFarInShort([slower, { strategy: 'workers', ratio: 1.04, rounds: 2 }])).toBe('');
});
