// Random functions on tables, growing arrays, texts and rows: the file that would be suggested is run against the original, bit for bit. Where it hands
// a call on, nothing may have been changed. `npm run bench:kernels -- --only fuzz` has the long run.
import { expect, test } from 'vitest';
import { checkArrayBatch, checkCallbackBatch, checkFormBatch, checkTableBatch } from '../../support/suggested-batch.ts';

test('random functions on tables give bit for bit what JavaScript gives, and leave alone what they hand on', () => {
  const { differences, compared, calls } = checkTableBatch(7, 25);
  expect(differences).toEqual([]);
  expect(compared['webassembly']).toBeGreaterThan(10);
  expect(calls).toBeGreaterThan(80);
}, 600_000);

test('random functions on texts, rows that take over and pairs give bit for bit what JavaScript gives', () => {
  const { differences, compared, calls } = checkFormBatch(3, 60);
  expect(differences).toEqual([]);
  expect(compared['webassembly']).toBeGreaterThan(30);
  expect(calls).toBeGreaterThan(200);
}, 600_000);

test('random callbacks of array methods give bit for bit what JavaScript gives, and leave alone what they hand on', () => {
  const { differences, compared, calls } = checkCallbackBatch(2, 25);
  expect(differences).toEqual([]);
  expect(compared['webassembly']).toBeGreaterThan(8);
  expect(calls).toBeGreaterThan(60);
}, 600_000);

test('random programs around an array give the same in typed arrays, many of them in one file', () => {
  const { differences, compared } = checkArrayBatch(5, 40);
  expect(differences).toEqual([]);
  expect(compared['typed-arrays']).toBeGreaterThan(3);
}, 600_000);
