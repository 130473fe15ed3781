// `npm run bench:kernels`: numeric functions as they are usually written, raced against the rewrites that the product suggests for them, verified
// by its own comparison, and against a version written by hand that stands beside each. Where they are found, C -O3, NumPy and Numba do the same
// work. Prints a Markdown table with the reason where a strategy declines, and the bars.
//   --only sieve,editDistance   --rounds <processes per variant>   --quick   --python <interpreter>
//   --only fuzz --programs 100000 --seed 1: no race, but random programs against JavaScript (fuzz.ts)
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import { createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { fuzzKernels } from './fuzz.ts';
import { kernels } from './kernels.ts';
import { raceKernel } from './race.ts';
import { findReferences } from './references.ts';
import { lineOf, type TimedRace, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    python: { type: 'string' },
    programs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.only === 'fuzz') {
  const isClean = fuzzKernels({ programs: Number(values.programs), seed: Number(values.seed), tellEvery: 15_000 });
  process.exit(isClean ? 0 : 1);
}
const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));
const only = values.only?.split(',');
const chosen = kernels.filter(({ name }) => only === undefined || only.includes(name));
const loadBefore = os.loadavg()[0] ?? Number.NaN;
const references = await findReferences(process.cwd(), values.python);
const builder = createVariantBuilder();
const runner = createBenchmarkProcesses({
  nodePath: process.execPath,
  runtime: 'node',
  childEntry: fileURLToPath(new URL('./benchmark-process.mjs', import.meta.url)),
  allowWrite: [],
});
const tools = { projects: createProjects(), builder, runner, rounds };
const races: TimedRace[] = [];
try {
  for (const kernel of chosen) {
    const started = performance.now();
    const race = await raceKernel(kernel, tools);
    const timed = { ...race, references: await references.time(kernel) };
    races.push(timed);
    process.stderr.write(`${lineOf(timed)} (${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
  }
} finally {
  await Promise.all([references.dispose(), runner.dispose(), builder.dispose()]);
}
const loads = [loadBefore, os.loadavg()[0] ?? Number.NaN].map((load) => load.toFixed(1)).join(' to ');
process.stdout.write(
  `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.availableParallelism()} cores, load ${loads}, ` +
    `${rounds} processes per variant. ${references.sentence}\n\n${tableOf(races)}`,
);
