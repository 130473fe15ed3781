// Every strategy on the traps of everyday code, see soundness.test.ts.
import { describe, expect, test } from 'vitest';
import { soundnessCases } from './all-cases.ts';
import { checkCase } from './check-case.ts';
import { isEveryday } from './everyday.ts';

describe.each(soundnessCases.filter(([about]) => isEveryday(about)))('%s', (_about, cases) => {
  test.each(cases)('$id: $trap', async (one) => {
    expect((await checkCase(one, 1)).faults).toEqual([]);
  });
});
