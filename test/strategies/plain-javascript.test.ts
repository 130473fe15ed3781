// The plain-javascript strategy on its fixtures: each rewrite is type-checked and executed against the original, on arrays with holes, too.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import { testFixtures } from '../support/check-strategy.ts';
import { proposeOn } from '../support/propose-on.ts';

testFixtures(plainJavaScript);

it('leaves a list alone that is looked up, and may be missing where the project does not say so: concat adds undefined then', () => {
  const folder = mkdtempSync(join(tmpdir(), 'speedlens-concat-'));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "target": "es2022" } }');
    const kindOf = (step: string): string => {
      const text = `export function merged(keys: string[], groups: Record<string, number[]>): number[] {
  let all: number[] = [];
  for (const key of keys) {
    ${step}
  }
  return all;
}
`;
      const selection = { file: join(folder, 'sample.ts'), text, select: { name: 'merged' } };
      return proposeOn(plainJavaScript, openSubject(selection, createProjects())).kind;
    };
    expect(kindOf('all = all.concat(groups[key]);')).toBe('declined');
    expect(kindOf('const found = groups[key]; all = all.concat(found);')).toBe('declined');
    expect(kindOf('all = all.concat(groups[key].slice(1));')).toBe('candidates');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
