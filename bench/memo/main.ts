// `npm run bench:memo`: the caches that Speedlens writes beside the best we could write by hand and two libraries, on sequences of calls that start
// with an empty cache; gain over the share of repeats; memory over a million distinct keys; the cases where a naive cache is wrong.
//   --quick: fewer and shorter processes, a minute on a quiet machine, several on a busy one

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { adversarial } from './adversarial.ts';
import { answerOf, compareAll, us } from './compare.ts';
import { type AnyFunction, codeOf, load, propose } from './rewritten.ts';

/** Calls between two looks at how many entries there are: those in arrays are counted one by one. */
const COUNTED_EVERY = 10_000;
const MILLION = 1_000_000;
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const out = (text: string): void => void process.stdout.write(`${text}\n`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'speedlens-bench-memo-'));
const removeFiles = (): void => rmSync(folder, { recursive: true, force: true });
process.once('SIGINT', () => {
  removeFiles();
  process.exit(130);
});
const comparing = { folder, forMs: values.quick ? 80 : 400, rounds: values.quick ? 2 : 6, print: out };
try {
  out(
    `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(2) ?? '?'}\n`,
  );
  let wrong = await compareAll(comparing);
  await curve();
  await growth();
  wrong += await adversarialCases();
  if (wrong > 0) process.exitCode = 1;
} finally {
  removeFiles();
}

/** divisorSum on sequences in which more and more calls repeat. */
async function curve(): Promise<void> {
  out('\n## Gain over the share of calls that repeat (divisorSum, 2,000 calls)\n');
  out('| repeats | original us | ours us | gain |\n|---|---|---|---|');
  const name = 'divisorSum';
  const { subject, proposal } = propose(name);
  if (proposal.kind === 'declined') return;
  const [before, after] = [path.join(folder, 'before.mjs'), path.join(folder, 'after.mjs')];
  writeFileSync(before, codeOf(subject));
  writeFileSync(after, codeOf(subject, proposal.candidates[0]));
  for (const repeats of [0, 0.25, 0.5, 0.75, 0.9, 0.99]) {
    const distinct = Math.max(1, Math.round(2000 * (1 - repeats)));
    const calls = Array.from({ length: 2000 }, (_, index) => [(index % distinct) + 100]);
    const timeOf = async (module: string): Promise<number> =>
      (await answerOf({ module, name, calls, forMs: comparing.forMs }, folder)).sequenceNs / 1000;
    const [original, ours] = [await timeOf(before), await timeOf(after)];
    out(`| ${repeats * 100} % | ${us(original)} | ${us(ours)} | ${(original / ours).toFixed(2)}x |`);
  }
}

async function growth(): Promise<void> {
  out('\n## Memory over 2,000,000 distinct keys (heap after collection, MB above the start)\n');
  out(
    '| function | entries at most | most in the first million | most in the second | growth |\n|---|---|---|---|---|',
  );
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const text =
    'export function NAME(PARAMETERS): TYPE {\n  let s = 0;\n  for (let i = 0; i < 3; i++) s += KEY;\n  return RESULT;\n}\n';
  const shapes: readonly (readonly [string, string, (n: number) => readonly unknown[]])[] = [
    ['byNumber', fill(text, 'byNumber', 'n: number', 'number', 'n', 's'), (n) => [n]],
    ['byText', fill(text, 'byText', 'n: string', 'string', 'n.length', 'n + s'), (n) => [`key ${n}`]],
    ['byTwo', fill(text, 'byTwo', 'a: number, b: number', 'number', 'a * b', 's'), (n) => [n, n + 1]],
    [
      'bySmall',
      fill(text, 'bySmall', 'a: number, b: number', 'number', 'a * b', 's'),
      (n) => [n % 1000, Math.floor(n / 1000)],
    ],
  ];
  for (const [name, code, args] of shapes) {
    const { subject, proposal } = propose(name, code);
    if (proposal.kind === 'declined') continue;
    for (const candidate of proposal.candidates) {
      const { call, size } = await load(subject, candidate);
      collect();
      const start = process.memoryUsage().heapUsed;
      // Full at the latest after the first million: what comes then may add nothing.
      const held: [number[], number[]] = [[], []];
      let most = 0;
      for (let n = 1; n <= 2 * MILLION; n++) {
        call(...args(n));
        if (n % COUNTED_EVERY === 0) most = Math.max(most, size());
        if (n % (MILLION / 4) === 0) {
          collect();
          held[n <= MILLION ? 0 : 1].push((process.memoryUsage().heapUsed - start) / 1024 / 1024);
        }
      }
      const [before, after] = [Math.max(...held[0]), Math.max(...held[1])];
      const told = [before, after, after - before].map((megabytes) => megabytes.toFixed(1));
      out(`| ${name}, ${candidate.variant} | ${most} | ${told.join(' | ')} |`);
    }
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
    const { subject, proposal } = propose(one.select, one.text);
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
  return Promise.allSettled(calls.map((args) => call(...args)));
}
