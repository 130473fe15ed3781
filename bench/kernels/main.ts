// `npm run bench:kernels`: numeric functions as they are usually written, raced by the product itself (its strategies, type gate, comparison,
// fresh processes taking turns) against its own rewrites and against a version written by hand that stands beside each. Where a C compiler is
// found, the same work in C -O3 is timed before and after. Prints a Markdown table with the reason where a strategy declines, and the bars.
//   --only sieve,editDistance   --budget <ms per kernel>   --quick
import os from 'node:os';
import { parseArgs } from 'node:util';
import { compileReference } from './c-reference.ts';
import { kernels } from './kernels.ts';
import { type Race, raceKernel } from './race.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    budget: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const budgetMs = Number(values.budget ?? (values.quick ? 8000 : 20_000));
const only = values.only?.split(',');
const chosen = kernels.filter(({ name }) => only === undefined || only.includes(name));
const reference = await compileReference(process.cwd());
const races: Race[] = [];
try {
  for (const kernel of chosen) {
    process.stderr.write(`${kernel.name}\n`);
    const before = await reference?.time(kernel);
    const race = await raceKernel(kernel, budgetMs);
    const after = await reference?.time(kernel);
    const times = [before, after].filter((one) => one !== undefined);
    races.push(times.length === 0 ? race : { ...race, cNs: Math.min(...times) });
  }
} finally {
  await reference?.dispose();
}
const load = os.loadavg()[0]?.toFixed(2) ?? '?';
process.stdout.write(
  `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.availableParallelism()} cores, load ${load}. ` +
    `${reference === undefined ? 'No C compiler was found.' : 'C: cc -O3 -march=native -ffp-contract=off.'}\n\n${tableOf(races)}`,
);
