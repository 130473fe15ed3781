// Random functions of everyday constructs: their files as they would be edited are run beside the original ones, bit for bit.
// `npm run bench:kernels -- --only fuzz` has the long run.
import { expect, test } from 'vitest';
import { checkConstructBatch } from '../../support/construct-batch.ts';

test('random functions of everyday constructs give bit for bit what JavaScript gives, each construct among those that are compiled', () => {
  const programs = 45;
  const { differences, compared, calls, constructs } = checkConstructBatch(4, programs);
  expect(differences).toEqual([]);
  expect(compared['webassembly']).toBeGreaterThan(programs / 2);
  expect(calls).toBeGreaterThan(programs * 5);
  expect(Object.keys(constructs)).toHaveLength(11);
  for (const [name, count] of Object.entries(constructs)) expect(count.compared, name).toBeGreaterThan(0);
}, 600_000);
