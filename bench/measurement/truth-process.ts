// The time of one call as carefully as it can be had: one function, one size, one process, a loop of its own around it, repeated for long, the
// fastest of many blocks. Of an asynchronous function it is the work that is done when it is called, without its promise: nobody awaits it here, and
// what a function costs whose promise is all there is to it is taken off. Printed in nanoseconds.
import inputs from './subjects/subjects.inputs.ts';
import { spin, spinAsync } from './subjects/subjects.ts';

const [subject = 'spin', size = '1', seconds = '1'] = process.argv.slice(2);
const [n = 1] = inputs.spin.args(Number(size));
const sink: { promise: Promise<number> | undefined; state: number } = { promise: undefined, state: 0 };

function block(calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) sink.state ^= spin(n);
  return performance.now() - start;
}

function asyncBlock(calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) sink.promise = spinAsync(n);
  return performance.now() - start;
}

function promiseBlock(calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) sink.promise = justPromise(n);
  return performance.now() - start;
}

async function justPromise(value: number): Promise<number> {
  return value;
}

/** Milliseconds of a call. */
function best(run: (calls: number) => number, calls: number, forSeconds: number): number {
  for (let i = 0; i < 3; i++) run(calls);
  let least = Number.POSITIVE_INFINITY;
  const end = performance.now() + forSeconds * 1000;
  do least = Math.min(least, run(calls) / calls);
  while (performance.now() < end);
  return least;
}

const calls = Math.max(1, Math.round(2e6 / (2 * n)));
// Fewer at a time where each leaves a promise behind: the collector is no part of the truth.
const promises = Math.max(1, Math.min(2000, calls));
const truthMs =
  subject === 'spin'
    ? best(block, calls, Number(seconds))
    : best(asyncBlock, promises, Number(seconds)) - best(promiseBlock, 2000, 0.1);
if (sink.state === 0.5) throw new Error('never');
process.stdout.write(JSON.stringify(truthMs * 1e6));
