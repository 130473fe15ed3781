// Every strategy on every trap: whatever it offers does what the original does, and what it has to decline it declines for a right reason.
import { describe, expect, test } from 'vitest';
import { arrayCases } from './array-cases.ts';
import { checkCase } from './check-case.ts';
import { fileCases } from './file-cases.ts';
import { loopCases } from './loop-cases.ts';
import { memoryCases } from './memory-cases.ts';
import { numberCases } from './number-cases.ts';
import type { SoundnessCase } from './soundness-case.ts';
import { textCases } from './text-cases.ts';
import { untypedCases } from './untyped-cases.ts';

describe.each<[string, readonly SoundnessCase[]]>([
  ['loops', loopCases],
  ['arrays', arrayCases],
  ['numbers', numberCases],
  ['remembered results', memoryCases],
  ['files', fileCases],
  ['the text of files', textCases],
  ['code without types', untypedCases],
])('%s', (_group, cases) => {
  test.each(cases)('$id: $trap', async (one) => {
    expect((await checkCase(one, 1)).faults).toEqual([]);
  });
});

test('all of the notes’ 80 traps are here', () => {
  const ids = new Set(
    [loopCases, arrayCases, numberCases, memoryCases, fileCases].flat().map(({ id }) => Number.parseInt(id, 10)),
  );
  expect([...ids].sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
});
