// One trial of another engine in a process of its own: a function against a copy of itself, or the time of one function. The engine's defaults.
import { measure } from 'mitata';
import { Bench } from 'tinybench';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import inputs from './subjects/subjects.inputs.ts';

type Fn = (...args: readonly unknown[]) => unknown;

const [engine, name = '', size = '', copies = '2', seed = '1'] = process.argv.slice(2);
const key = name as keyof typeof inputs;
const args = (inputs[key].args as (n: number, random: () => number) => readonly unknown[])(
  Number(size),
  seededRandom(Number(seed)),
);
const load = async (copy: number): Promise<Fn> => {
  const url = new URL(`./subjects.mjs?copy=${copy}`, import.meta.url);
  return ((await import(url.href)) as Record<string, Fn>)[name] as Fn;
};
const subjects = await Promise.all(Array.from({ length: Number(copies) }, (_, copy) => load(copy)));

const results: { readonly mean: number; readonly margin?: number }[] = [];
if (engine === 'tinybench') {
  const bench = new Bench();
  subjects.forEach((subject, index) => {
    bench.add(String(index), () => subject(...args));
  });
  await bench.run();
  for (const { result } of bench.tasks) {
    if (result.state !== 'completed') throw new Error(`tinybench: ${result.state}`);
    results.push({ mean: result.latency.mean * 1e6, margin: result.latency.moe * 1e6 });
  }
} else {
  for (const subject of subjects) results.push({ mean: (await measure(() => subject(...args))).avg });
}
process.stdout.write(JSON.stringify(results));
