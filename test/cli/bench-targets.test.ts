import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchTargets } from '../../src/cli/bench-targets.ts';

describe('a function can be named', () => {
  let folder: string;
  const at = (name: string): string => path.join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'speedlens-targets-'));
    writeFileSync(at('shapes.ts'), 'export const area = (r: number): number => r * r * 3;\n');
    writeFileSync(at('odd#name.ts'), 'export const one = (): number => 1;\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('after a hash, or after a colon', () => {
    const wanted = [{ file: at('shapes.ts'), select: { name: 'area' }, title: 'area' }];
    expect(benchTargets(at('shapes.ts#area'))).toEqual(wanted);
    expect(benchTargets(at('shapes.ts:area'))).toEqual(wanted);
    expect(benchTargets(at('shapes.ts:Shape.area'))).toMatchObject([{ select: { name: 'Shape.area' } }]);
  });

  it('by its line, with or without a column', () => {
    const wanted = [{ file: at('shapes.ts'), select: { line: 12 }, title: 'shapes.ts:12' }];
    expect(benchTargets(at('shapes.ts:12'))).toEqual(wanted);
    expect(benchTargets(at('shapes.ts:12:5'))).toEqual(wanted);
  });

  it('by its file, whatever the name of that has in it', () => {
    expect(benchTargets(at('shapes.ts'))).toMatchObject([{ file: at('shapes.ts'), title: 'area' }]);
    expect(benchTargets(at('odd#name.ts'))).toMatchObject([{ file: at('odd#name.ts'), title: 'one' }]);
    expect(benchTargets(at('odd#name.ts:one'))).toMatchObject([{ file: at('odd#name.ts'), select: { name: 'one' } }]);
  });
});
