// `npm run bench:memo`: the caches that Speedlens writes beside the best we could write by hand and two libraries, on sequences of calls that start
// with an empty cache; gain over the share of repeats; memory over a million distinct keys; the cases where a naive cache is wrong.
//   --quick: fewer and shorter passes

import { isDeepStrictEqual, parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LRUCache } from 'lru-cache';
import memoize from 'memoize';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import { adversarial } from './adversarial.ts';
import { type AnyFunction, functions, type MemoCase } from './functions.ts';
import { load, propose } from './rewritten.ts';

type Call = (...args: readonly unknown[]) => unknown;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const passMs = values.quick ? 40 : 300;
const out = (text: string): void => void process.stdout.write(`${text}\n`);

await compareAll();
await curve();
await growth();
const wrong = await adversarialCases();
if (wrong > 0) process.exitCode = 1;

async function compareAll(): Promise<void> {
  out('## Time of one sequence of calls, from an empty cache (microseconds; best pass)\n');
  out('| function | original | ours | variant | by hand | memoize | lru-cache | ours of by hand | same results |');
  out('|---|---|---|---|---|---|---|---|---|');
  for (const one of functions) out(`| ${(await compared(one)).join(' | ')} |`);
}

async function compared(one: MemoCase): Promise<readonly string[]> {
  const { subject, proposal } = propose(one.text, one.name);
  const original = (await load(subject)).call;
  const calls = one.calls(seededRandom(1, one.name));
  const results = JSON.stringify(pass(original, calls));
  const originalUs = timeOf(() => original, calls);
  if (proposal.kind === 'declined') return [one.name, us(originalUs), 'declined', '', '', '', '', '', ''];
  let [best, variant, isSame] = [Number.POSITIVE_INFINITY, '', true];
  for (const candidate of proposal.candidates) {
    const { call, reset } = await load(subject, candidate);
    const start = (): AnyFunction => {
      reset();
      return call;
    };
    isSame &&= JSON.stringify(pass(start(), calls)) === results && JSON.stringify(pass(call, calls)) === results;
    const time = timeOf(start, calls);
    if (time < best) [best, variant] = [time, candidate.variant];
  }
  const byHand = timeOf(() => one.best(original), calls);
  const libraries = [withMemoize, withLru].map((wrap) => us(timeOf(() => wrapped(one, original, wrap), calls)));
  const share = `${Math.round((byHand / best) * 100)} %`;
  return [one.name, us(originalUs), us(best), variant, us(byHand), ...libraries, share, isSame ? 'yes' : 'NO'];
}

function wrapped({ open }: MemoCase, original: AnyFunction, wrap: (compute: Call) => Call): AnyFunction {
  if (open === undefined) return wrap(original as Call) as AnyFunction;
  const self = wrap((...args) => (compute as Call)(...args));
  const compute = open(self as AnyFunction);
  return self as AnyFunction;
}

/** As its own documentation says for several arguments. */
function withMemoize(compute: Call): Call {
  return memoize(compute, { cacheKey: (args) => (args.length === 1 ? args[0] : JSON.stringify(args)) });
}

function withLru(compute: Call): Call {
  const cache = new LRUCache<string | number, { readonly result: unknown }>({ max: 100_000 });
  return (...args) => {
    const key = args.length === 1 ? (args[0] as string | number) : JSON.stringify(args);
    const found = cache.get(key);
    if (found !== undefined) return found.result;
    const result = compute(...args);
    cache.set(key, { result });
    return result;
  };
}

function pass(call: AnyFunction, calls: readonly (readonly unknown[])[]): readonly unknown[] {
  return calls.map((args) => (call as Call)(...args));
}

/** Microseconds of the best pass; every pass starts anew. */
function timeOf(start: () => AnyFunction, calls: readonly (readonly unknown[])[]): number {
  let best = Number.POSITIVE_INFINITY;
  let passes = 0;
  const begun = performance.now();
  while (performance.now() - begun < passMs || passes < 5) {
    const call = start() as Call;
    const before = performance.now();
    for (const args of calls) call(...args);
    best = Math.min(best, (performance.now() - before) * 1000);
    passes += 1;
  }
  return best;
}

/** divisorSum on sequences in which more and more calls repeat. */
async function curve(): Promise<void> {
  out('\n## Gain over the share of calls that repeat (divisorSum, 2,000 calls)\n');
  out('| repeats | original us | ours us | gain |\n|---|---|---|---|');
  const one = functions.find(({ name }) => name === 'divisorSum');
  if (one === undefined) return;
  const { subject, proposal } = propose(one.text, one.name);
  if (proposal.kind === 'declined') return;
  const original = (await load(subject)).call;
  const { call, reset } = await load(subject, proposal.candidates[0]);
  for (const repeats of [0, 0.25, 0.5, 0.75, 0.9, 0.99]) {
    const distinct = Math.max(1, Math.round(2000 * (1 - repeats)));
    const calls = Array.from({ length: 2000 }, (_, index) => [(index % distinct) + 100]);
    const before = timeOf(() => original, calls);
    const after = timeOf(() => {
      reset();
      return call;
    }, calls);
    out(`| ${repeats * 100} % | ${us(before)} | ${us(after)} | ${(before / after).toFixed(2)}x |`);
  }
}

async function growth(): Promise<void> {
  out('\n## Memory over 1,000,000 distinct keys (heap after collection, MB above the start)\n');
  out('| function | entries at most | first 250k | 500k | 750k | 1M |\n|---|---|---|---|---|---|');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const text =
    'export function NAME(PARAMETERS): TYPE {\n  let s = 0;\n  for (let i = 0; i < 3; i++) s += KEY;\n  return RESULT;\n}\n';
  const shapes: readonly (readonly [string, string, (n: number) => readonly unknown[]])[] = [
    ['byNumber', fill(text, 'byNumber', 'n: number', 'number', 'n', 's'), (n) => [n]],
    ['byText', fill(text, 'byText', 'n: string', 'string', 'n.length', 'n + s'), (n) => [`key ${n}`]],
    ['byTwo', fill(text, 'byTwo', 'a: number, b: number', 'number', 'a * b', 's'), (n) => [n, n + 1]],
  ];
  for (const [name, code, args] of shapes) {
    const { subject, proposal } = propose(code, name);
    if (proposal.kind === 'declined') continue;
    const { call, size } = await load(subject, proposal.candidates[0]);
    collect();
    const start = process.memoryUsage().heapUsed;
    const held: string[] = [];
    let most = 0;
    for (let n = 1; n <= 1_000_000; n++) {
      (call as Call)(...args(n));
      most = Math.max(most, size());
      if (n % 250_000 === 0) {
        collect();
        held.push(((process.memoryUsage().heapUsed - start) / 1024 / 1024).toFixed(1));
      }
    }
    out(`| ${name} | ${most} | ${held.join(' | ')} |`);
  }
}

function fill(text: string, name: string, parameters: string, type: string, key: string, result: string): string {
  return text
    .replace('NAME', name)
    .replace('PARAMETERS', parameters)
    .replace('TYPE', type)
    .replace('KEY', key)
    .replace('RESULT', result);
}

/** How many are wrong. */
async function adversarialCases(): Promise<number> {
  out('\n## Where a naive cache is wrong\n');
  out('| case | what | required | answer | right |\n|---|---|---|---|---|');
  let wrongs = 0;
  for (const one of adversarial) {
    const { subject, proposal } = propose(one.text, one.select);
    const codes = proposal.kind === 'declined' ? proposal.reasons.map(({ code }) => code) : [];
    let isRight = one.code === undefined ? proposal.kind === 'candidates' : codes.includes(one.code);
    if (one.code === undefined && proposal.kind === 'candidates')
      for (const candidate of proposal.candidates) {
        const before = await outcomes((await load(subject)).call, one.calls ?? []);
        const after = await outcomes((await load(subject, candidate)).call, one.calls ?? []);
        isRight &&= before.length > 0 && isDeepStrictEqual(before, after);
      }
    if (!isRight) wrongs += 1;
    const answer =
      proposal.kind === 'declined' ? codes.join(', ') : proposal.candidates.map(({ variant }) => variant).join(', ');
    out(
      `| ${one.number} | ${one.what} | ${one.code ?? 'rewrite, same results'} | ${answer} | ${isRight ? 'yes' : 'NO'} |`,
    );
  }
  return wrongs;
}

/** Results and rejections, in order. */
async function outcomes(call: AnyFunction, calls: readonly (readonly unknown[])[]): Promise<readonly unknown[]> {
  return Promise.allSettled(pass(call, calls));
}

function us(microseconds: number): string {
  return microseconds.toFixed(microseconds < 100 ? 2 : 0);
}
