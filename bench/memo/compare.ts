// The time of one sequence of calls for each function and variant, each in processes of its own, one after another: what one variant has taught the
// compiler would change another one. And whether all give the same on the sequence and on awkward arguments.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { build } from 'esbuild';
import type { Library } from './libraries.ts';
import { type AnyFunction, codeOf, load, propose, subjectsFile } from './rewritten.ts';
import { type Sequence, sequences } from './subjects/sequences.ts';
import type { VariantAnswer, VariantTask } from './variant-task.ts';

/** What share of the speed of the version by hand is wanted. */
const BAR = 0.9;
const FURTHER_ROUNDS = 6;
const libraries: readonly Library[] = ['memoize', 'lru-cache'];

export interface Comparing {
  /** For modules and tasks; whoever asks removes it. */
  readonly folder: string;
  readonly forMs: number;
  readonly rounds: number;
  readonly print: (line: string) => void;
}

/** How many functions are wrong. */
export async function compareAll(comparing: Comparing): Promise<number> {
  const { print } = comparing;
  print('## Time of one sequence of calls, from an empty cache (microseconds)\n');
  print(
    '| function | original | ours | variant | by hand | memoize | lru-cache | ours of by hand | same results | on awkward arguments: ours | by hand |',
  );
  print('|---|---|---|---|---|---|---|---|---|---|---|');
  const byHand = path.join(comparing.folder, 'by-hand.mjs');
  await bundleByHand(byHand);
  const hand = (await import(pathToFileURL(byHand).href)) as Record<string, AnyFunction>;
  let wrong = 0;
  const shares = new Map<string, number>();
  for (const [name, sequence] of Object.entries(sequences)) {
    const row = await compared(name, byHand, comparing);
    const [ours, handIs] = await awkward(name, sequence, hand[name]);
    if (!row.isSame || !ours || !handIs) wrong++;
    shares.set(name, row.share);
    print(`| ${[name, ...row.cells, shown(row.isSame), shown(ours), shown(handIs)].join(' | ')} |`);
  }
  const below = [...shares].filter(([, share]) => !(share >= BAR));
  const missed = below.map(([name, share]) => `${name} ${percent(share)}`).join(', ');
  print(
    `\nAt least ${percent(BAR)} of the speed by hand: ${shares.size - below.length} of ${shares.size} functions.${missed === '' ? '' : ` Not met: ${missed}.`}`,
  );
  return wrong;
}

interface Compared {
  readonly cells: readonly string[];
  readonly share: number;
  readonly isSame: boolean;
}

async function compared(name: string, byHand: string, comparing: Comparing): Promise<Compared> {
  const { folder, rounds } = comparing;
  const { subject, proposal } = propose(name);
  const candidates = proposal.kind === 'declined' ? [] : proposal.candidates;
  const original = path.join(folder, 'subjects.mjs');
  const asked = new Map<string, Omit<VariantTask, 'name' | 'forMs'>>([
    ['original', { module: original }],
    ['by hand', { module: byHand }],
    ...libraries.map((library) => [library, { module: original, library }] as const),
  ]);
  writeFileSync(original, codeOf(subject));
  for (const candidate of candidates) {
    const module = path.join(folder, `${name}-${candidate.variant}.mjs`);
    writeFileSync(module, codeOf(subject, candidate));
    asked.set(candidate.variant, { module });
  }
  const times = new Map<string, number>();
  const results = new Map<string, string>();
  const time = (variant: string): number => times.get(variant) ?? Number.NaN;
  const bestOf = (): string | undefined =>
    candidates.map(({ variant }) => variant).sort((a, b) => time(a) - time(b))[0];
  const run = async (variant: string): Promise<void> => {
    const task = asked.get(variant);
    if (task === undefined) return;
    const answer = await answerOf({ ...task, name, forMs: comparing.forMs }, folder);
    // The best process: what a shared machine adds is never less than nothing.
    times.set(variant, Math.min(answer.sequenceNs / 1000, times.get(variant) ?? Number.POSITIVE_INFINITY));
    results.set(variant, answer.results);
  };
  for (let round = 0; round < rounds; round++) for (const variant of asked.keys()) await run(variant);
  // Where a row misses the bar, both are looked at again: an interrupted process is no slow code.
  for (let round = 0; round < FURTHER_ROUNDS && time('by hand') / time(bestOf() ?? '') < BAR; round++)
    for (const variant of [bestOf() ?? '', 'by hand']) await run(variant);
  const best = bestOf();
  const ours = best === undefined ? Number.NaN : time(best);
  const share = time('by hand') / ours;
  return {
    cells: [
      us(time('original')),
      us(ours),
      best ?? 'declined',
      us(time('by hand')),
      ...libraries.map((library) => us(time(library))),
      percent(share),
    ],
    share,
    isSame: new Set(results.values()).size === 1,
  };
}

/** What one process says. */
export async function answerOf(task: VariantTask, folder: string): Promise<VariantAnswer> {
  const file = path.join(folder, 'task.json');
  writeFileSync(file, JSON.stringify(task));
  const script = fileURLToPath(new URL('./variant-process.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, file], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as VariantAnswer;
}

/** The same outcomes as the original, call after call on one cache: of each of ours, and of the version by hand. */
async function awkward(
  name: string,
  { awkward: calls }: Sequence,
  byHand: AnyFunction | undefined,
): Promise<readonly [boolean, boolean]> {
  const { subject, proposal } = propose(name);
  const expected = outcomes((await load(subject)).call, calls);
  const isSame = (call: AnyFunction): boolean => isDeepStrictEqual(outcomes(call, calls), expected);
  let ours = true;
  for (const candidate of proposal.kind === 'declined' ? [] : proposal.candidates)
    ours &&= isSame((await load(subject, candidate)).call);
  return [ours, byHand !== undefined && isSame(byHand)];
}

function outcomes(call: AnyFunction, calls: Sequence['calls']): readonly unknown[] {
  return calls.map((args) => {
    try {
      return { value: call(...args) };
    } catch (error) {
      return { error: (error as Error).name };
    }
  });
}

async function bundleByHand(outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(path.dirname(subjectsFile), 'by-hand.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}

function shown(isRight: boolean): string {
  return isRight ? 'yes' : 'NO';
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${Math.round(share * 100)} %`;
}

export function us(microseconds: number): string {
  return microseconds.toFixed(microseconds < 100 ? 2 : 0);
}
