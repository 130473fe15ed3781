// `npm run bench:soundness`: the adversarial suite, wrong rewrites planted into real ones, and the analysis on code of others.
//   --only traps,planted,analysis   --quick   --fixture <pattern> (of the planted ones)
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { soundnessCases } from '../../test/soundness/all-cases.ts';
import { checkCase } from '../../test/soundness/check-case.ts';
import { growthOf, packageRow } from './analysis.ts';
import { type PlantedResult, plantedResults } from './planted.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    fixture: { type: 'string', default: '' },
  },
});
const sections = values.only?.split(',') ?? ['traps', 'planted', 'analysis'];
const root = process.cwd();
const projects = createProjects();

if (sections.includes('traps')) await traps();
if (sections.includes('planted')) await planted();
if (sections.includes('analysis')) analysis();

async function traps(): Promise<void> {
  const cases = soundnessCases.flatMap(([, some]) => some).filter((_, index) => !values.quick || index % 5 === 0);
  const [start, faults] = [performance.now(), [] as string[]];
  let [candidates, declined, toDecline] = [0, 0, 0];
  for (const [index, one] of cases.entries()) {
    const report = await checkCase(one, 4);
    candidates += report.candidates;
    declined += report.rightlyDeclined.length;
    toDecline += Object.keys(one.declines ?? {}).length;
    faults.push(...report.faults.map((fault) => `${one.id}: ${fault}`));
    process.stderr.write(`${index + 1} of ${cases.length} ${one.id}: ${report.faults[0] ?? 'sound'}\n`);
  }
  const seconds = (performance.now() - start) / 1000 / cases.length;
  print([
    ['cases', 'rewrites offered', 'unsound or for a wrong reason', 'had to decline and did', 'time a case'],
    [
      String(cases.length),
      String(candidates),
      String(faults.length),
      `${declined} of ${toDecline}`,
      `${seconds.toFixed(2)} s`,
    ],
  ]);
  for (const fault of faults) console.log(`- ${fault}`);
}

async function planted(): Promise<void> {
  const childEntry = fileURLToPath(new URL('./benchmark-process.mjs', import.meta.url));
  const runner = createBenchmarkProcesses({ nodePath: process.execPath, runtime: 'node', childEntry, allowWrite: [] });
  const results: PlantedResult[] = [];
  try {
    for await (const result of plantedResults({
      root,
      projects,
      runner,
      every: values.quick ? 10 : 1,
      named: values.fixture,
    })) {
      results.push(result);
      process.stderr.write(`${results.length} ${result.fixture}: ${result.verdict}\n`);
    }
  } finally {
    await runner.dispose();
  }
  const wrong = results.filter(({ equivalent }) => equivalent === undefined);
  const count = (verdict: PlantedResult['verdict'], of: readonly PlantedResult[]): number =>
    of.filter((result) => result.verdict === verdict).length;
  const strategies = [...new Set(results.map(({ fixture }) => fixture.split('/')[0] ?? ''))];
  print([
    [
      'rewrites of',
      'wrong ones planted',
      'caught',
      'caught with more time',
      'told as a caveat',
      'nothing compared, so not offered',
      'survived',
      'besides, without effect',
      'time each',
    ],
    ...[...strategies, 'all'].map((strategy) => {
      const isOwn = ({ fixture }: PlantedResult): boolean => strategy === 'all' || fixture.startsWith(`${strategy}/`);
      const own = wrong.filter(isOwn);
      const each = own.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / Math.max(1, own.length) / 1000;
      return [
        strategy,
        String(own.length),
        String(count('caught', own)),
        String(count('caught with more time', own)),
        String(count('told as a caveat', own)),
        String(count('not compared', own)),
        String(count('survived', own)),
        String(results.filter(isOwn).length - own.length),
        `${each.toFixed(2)} s`,
      ];
    }),
  ]);
  const alarms = results.filter(({ asItIs }) => asItIs === 'not-equivalent' || asItIs === 'failed');
  for (const fixture of new Set(alarms.map((result) => result.fixture)))
    console.log(`- ${fixture}: refuted without any mistake in it`);
  for (const { fixture, line, description, verdict, equivalent, isRefuted } of results) {
    if (verdict === 'survived' && equivalent === undefined) console.log(`- ${fixture} line ${line}: ${description}`);
    if (isRefuted && equivalent !== undefined)
      console.log(
        `- ${fixture} line ${line}: ${description}: told apart, by its answers or its time, although marked: ${equivalent}`,
      );
  }
}

function analysis(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'speedlens-bench-soundness-'));
  try {
    const rows = [5000, 15_000, ...(values.quick ? [] : [45_000])].map((lines) => growthOf(lines, folder, projects));
    print([
      ['lines of the file', 'functions', 'effects of one function'],
      ...rows.map((row) => [String(row.lines), String(row.functions), `${row.perFunctionMs.toFixed(2)} ms`]),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const names = [
    'commander',
    'magic-string',
    'tinybench',
    'piscina',
    'preact',
    'fast-check',
    'ajv',
    'picocolors',
    'mocha',
    'lru-cache',
    'dependency-cruiser',
    'mitata',
  ];
  const packages = names.flatMap((name) => packageRow(name, root, values.quick ? 40 : 8, projects) ?? []);
  print([
    ['package', 'files', 'functions found', 'not runnable alone', 'crashes'],
    ...packages.map((row) => [
      row.name,
      String(row.files),
      String(row.functions),
      String(row.declined),
      String(row.crashes.length),
    ]),
  ]);
  for (const { name, crashes } of packages) for (const crash of crashes) console.log(`- ${name} ${crash}`);
}

function print([head = [], ...rows]: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(`\n${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`);
}
