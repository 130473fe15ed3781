import { expect, it } from 'vitest';
import type { Comparison } from '../../../src/engine/judge/estimate-measurements.ts';
import { moreCores } from '../../../src/engine/judge/more-cores.ts';

const exactly = (value: number) => ({ value, low: value, high: value, confidence: 0.95 as const });
const times = (whole: number, spread: number): Comparison =>
  ({
    label: 'n = 1000',
    size: 1000,
    baselineTime: exactly(whole),
    candidateTime: exactly(spread),
  }) as unknown as Comparison;

it('more cores share the work, and handing over stays what it is', () => {
  // 16 ms of work; on two cores 8 of it, and 2 to hand over. On four: 16 / (2 + 4).
  const notes = moreCores(times(16e6, 10e6), 2, 'elements');
  expect(notes.map(({ code }) => code)).toEqual(['W17']);
  expect(notes[0]?.message).toContain('On 4, 8 and 16 cores at most 2.7x, 4.0x and 5.3x');
  expect(notes[0]?.message).toContain('handing over (here 20 % of the time)');
});

it('only more cores than there are here are spoken of', () => {
  expect(moreCores(times(16e6, 3e6), 8, undefined)[0]?.message).toMatch(/^On 16 cores at most/);
  expect(moreCores(times(16e6, 3e6), 16, undefined)).toEqual([]);
});

it('where threads are slower, the work from which they would pay is told for each piece, or for the call', () => {
  // 1 ms of work, 3 ms with threads: 2.5 ms to hand over, which half of 5 ms would pay for.
  const [, perPiece] = moreCores(times(1e6, 3e6), 2, 'elements');
  expect(perPiece).toMatchObject({ code: 'W18' });
  expect(perPiece?.message).toContain('from about 5 µs of work per element on; at n = 1000 there are 1 µs.');
  expect(moreCores(times(1e6, 3e6), 2, undefined)[1]?.message).toContain(
    '5 ms of work per call on; at n = 1000 there are 1 ms.',
  );
});
