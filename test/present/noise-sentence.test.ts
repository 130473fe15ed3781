import { expect, it } from 'vitest';
import { noiseSentence } from '../../src/present/noise-sentence.ts';

it('a difference of zero is none that was seen', () => {
  expect(noiseSentence({ noise: { sameCodeDifference: 0.021 } })).toBe('Identical code differed by 2.1 % in this run.');
  expect(noiseSentence({ noise: { sameCodeDifference: 0 } })).toBe('Identical code could not be compared in this run.');
});
