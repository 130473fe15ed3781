// Every strategy on the traps of the notes, and on those of code without types, objects and modules: whatever it offers does what the original does,
// and what it has to decline it declines for a right reason. The everyday ones stand in soundness-everyday.test.ts: two files share the cores.
import { describe, expect, test } from 'vitest';
import { soundnessCases } from './all-cases.ts';
import { checkCase } from './check-case.ts';
import { isEveryday } from './everyday.ts';

describe.each(soundnessCases.filter(([about]) => !isEveryday(about)))('%s', (_about, cases) => {
  test.each(cases)('$id: $trap', async (one) => {
    expect((await checkCase(one, 1)).faults).toEqual([]);
  });
});

test('all of the notes’ 80 traps are here', () => {
  const ids = new Set(
    soundnessCases
      .slice(0, 5)
      .flatMap(([, cases]) => cases)
      .map(({ id }) => Number.parseInt(id, 10)),
  );
  expect([...ids].sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
});
