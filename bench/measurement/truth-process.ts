// The time of one call as carefully as it can be had: one function, one size, one process, a loop of its own around it, repeated for long, the
// fastest of many blocks. Printed in nanoseconds.
import inputs from './subjects/subjects.inputs.ts';
import { spin } from './subjects/subjects.ts';

const [size = '1', seconds = '1'] = process.argv.slice(2);
const [n = 1] = inputs.spin.args(Number(size));
let state = 0;
/** Keeps its own loop out of the figure: the time of twice as many calls less the time of once as many. */
function block(calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) state ^= spin(n);
  return performance.now() - start;
}
const calls = Math.max(1, Math.round(2e6 / (2 * n)));
for (let i = 0; i < 3; i++) block(calls);
let best = Number.POSITIVE_INFINITY;
const end = performance.now() + Number(seconds) * 1000;
do best = Math.min(best, block(calls) / calls);
while (performance.now() < end);
if (state === 0.5) throw new Error('never');
process.stdout.write(JSON.stringify(best * 1e6));
