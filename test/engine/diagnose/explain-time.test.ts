// What was profiled in a bundle, told in lines of the sources that esbuild made it from.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeTiers, codeTiers } from '../../../src/engine/diagnose/code-tiers.ts';
import { explainTime } from '../../../src/engine/diagnose/explain-time.ts';
import { readSourceMap } from '../../../src/engine/diagnose/source-map.ts';
import type { DiagnoseAnswer, ProfiledSpot } from '../../../src/engine/process/protocol.ts';

const subject = [
  "import { weigh } from './weigh.ts';",
  '',
  'export function total(list: readonly number[]): number {',
  '  return list',
  '    .filter((value) => value > 0)',
  '    .map(weigh)',
  '    .reduce((a, b) => a + b, 0);',
  '}',
].join('\n');
const appended = '\nexport const call = (list: number[]) => total(list);\n';
const helper = 'export const weigh = (value: number): number => {\n  return value * 7;\n};\n';
const inputsText = "import { call } from './total.ts';\nexport const make = () => call([1, -2, 3]);\n";

let folder: string;
let entry: string;
let bundleText: string;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'speedlens-explain-')));
  writeFileSync(path.join(folder, 'total.ts'), subject + appended);
  writeFileSync(path.join(folder, 'weigh.ts'), helper);
  writeFileSync(path.join(folder, 'total.inputs.ts'), inputsText);
  entry = path.join(folder, 'out', 'variant.mjs');
  await build({
    entryPoints: [path.join(folder, 'total.inputs.ts')],
    outfile: entry,
    bundle: true,
    format: 'esm',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
  });
  bundleText = readFileSync(entry, 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Line and column in the bundle of the first character of a piece of its text. */
function at(piece: string): { line: number; column: number } {
  const offset = bundleText.indexOf(piece);
  if (offset < 0) throw new Error(`the bundle has no ${piece}`);
  const before = bundleText.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function spot(piece: string, samples: number, more: Partial<ProfiledSpot> = {}): ProfiledSpot {
  return { ...at(piece), tier: 'turbofan', samples, ...more };
}

function explain(answer: Partial<DiagnoseAnswer>, tiers?: CodeTiers) {
  return explainTime(
    {
      profiled: true,
      intervalMs: 0.2,
      calls: 10,
      spots: [],
      collectorSamples: 0,
      deopts: [],
      ...answer,
    },
    request(),
    tiers,
  );
}

function request() {
  return {
    bundle: { id: 'baseline', entry, cwd: folder },
    file: path.join(folder, 'total.ts'),
    text: subject,
    inputsFile: path.join(folder, 'total.inputs.ts'),
    caseLabel: 'n = 9',
  };
}

describe('the lines of a profile', () => {
  it('are those of the sources, added up, with what they call, the hottest first', () => {
    const sort = { kind: 'builtin', name: 'ArrayPrototypeReduce' } as const;
    const { lines, samples } = explain({
      spots: [
        spot('value > 0', 20),
        spot('a + b', 30, { tier: 'interpreter' }),
        spot('reduce((a', 40, { callee: sort }),
        spot('value * 7', 10),
      ],
    });
    expect(samples).toBe(100);
    expect(lines).toEqual([
      {
        line: 7,
        text: '.reduce((a, b) => a + b, 0);',
        samples: 70,
        share: 0.7,
        callees: [{ name: 'Array.prototype.reduce', share: 0.4 }],
      },
      { line: 5, text: '.filter((value) => value > 0)', samples: 20, share: 0.2, callees: [] },
      {
        file: path.join(folder, 'weigh.ts'),
        line: 2,
        text: 'return value * 7;',
        samples: 10,
        share: 0.1,
        callees: [],
      },
    ]);
  });

  it('of a chain are told by the name of the member, though V8 points at the dot', () => {
    expect(explain({ spots: [spot('.map(weigh', 5)] }).lines[0]).toMatchObject({ line: 6, text: '.map(weigh)' });
  });

  it('leave out what Speedlens added to the file, and name what the inputs and the collector took', () => {
    const whySlow = explain({
      spots: [spot('total(list);', 500), spot('call([1', 10), spot('value > 0', 60), { ...spot('a + b', 10), line: 0 }],
      collectorSamples: 20,
    });
    expect(whySlow.lines.map(({ line }) => line)).toEqual([5]);
    expect(whySlow).toMatchObject({ samples: 100, collector: 0.2, inputs: 0.1, unplaced: 0.1 });
    expect(whySlow.lines[0]?.share).toBe(0.6);
  });

  it('leave the collector out where its work for the function cannot be told', () => {
    const { profiled, intervalMs, calls, deopts } = { profiled: true, intervalMs: 0.2, calls: 10, deopts: [] };
    const answer = { profiled, intervalMs, calls, deopts, spots: [spot('value > 0', 60)] };
    expect(explainTime(answer, request(), undefined)).not.toHaveProperty('collector');
  });

  it('come with a note when there are none', () => {
    expect(explain({ collectorSamples: 9 })).toMatchObject({ samples: 0, lines: [], collector: 0 });
    expect(explain({}).note).toMatch(/too soon/);
    expect(explain({ profiled: false }).note).toMatch(/nothing to read/);
  });
});

describe('how far a variant was compiled', () => {
  const answer = { profiled: true, intervalMs: 0.2, calls: 10 };

  it('is the share of its samples in the code of each compiler, those without a line included', () => {
    const spots = [
      spot('value > 0', 60),
      { ...spot('a + b', 20, { tier: 'maglev' }), line: 0 },
      spot('a + b', 20, { tier: 'interpreter' }),
      spot('call([1', 500),
    ];
    const tiers = codeTiers({ ...answer, spots, deopts: [] }, request());
    expect(tiers).toMatchObject({
      samples: 100,
      shares: { turbofan: 0.6, maglev: 0.2, baseline: 0, interpreter: 0.2 },
    });
    expect(explain({ spots }, tiers).optimized).toBeCloseTo(0.8);
    expect(explain({ spots })).not.toHaveProperty('optimized');
  });

  it('is not told when there was no profile', () => {
    expect(codeTiers({ ...answer, profiled: false, spots: [], deopts: [] }, request())).toBeUndefined();
  });

  it('goes with the deoptimisations: their line, a sentence, the lasting ones first', () => {
    const tiers = codeTiers(
      {
        ...answer,
        spots: [],
        deopts: [
          { ...at('value > 0'), reason: 'not a Smi', duringWarmUp: 9, whileWarm: 0 },
          { ...at('a + b'), reason: 'overflow', duringWarmUp: 1, whileWarm: 3 },
          { ...at('total(list);'), reason: 'wrong map', duringWarmUp: 1, whileWarm: 3 },
        ],
      },
      request(),
    );
    expect(tiers?.deopts.map(({ line, reason, whileWarm }) => [line, reason, whileWarm])).toEqual([
      [7, 'overflow', 3],
      [5, 'not a Smi', 0],
    ]);
    expect(tiers?.deopts[0]?.sentence).toMatch(/32-bit/);
    expect(explain({ spots: [spot('a + b', 9)] }, tiers).deopts).toBe(tiers?.deopts);
  });
});

it('a source map answers for every place of the bundle that it knows, and for no other', () => {
  const map = readSourceMap(readFileSync(`${entry}.map`, 'utf8'), `${entry}.map`);
  const { line, column } = at('value * 7');
  expect(map.placeOf(line, column)).toEqual({ file: path.join(folder, 'weigh.ts'), line: 2, column: 10 });
  expect(map.placeOf(9999, 1)).toBeUndefined();
  const virtual = JSON.stringify({ version: 3, sources: ['speedlens:speedlens:entry'], mappings: 'AAAA' });
  expect(readSourceMap(virtual, '/x/variant.mjs.map').placeOf(1, 1)).toBeUndefined();
});
