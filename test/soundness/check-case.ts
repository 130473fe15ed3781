// Lets every strategy propose on a case and holds whatever it offers against the original: bytes outside of the edits, types, outcomes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { combineCandidates } from '../../src/engine/combine-candidates.ts';
import { hiddenGlobal } from '../../src/engine/hidden-globals.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { strategies } from '../../src/engine/strategies/catalog.ts';
import type { Candidate, Proposal, Strategy, StrategyId } from '../../src/engine/strategies/strategy.ts';
import type { VariantModule } from '../../src/model/variant.ts';
import { executeSource } from '../support/execute-source.ts';
import { firstDifference, type ObservedOutcome, outcomeOf, possibleCalls } from '../support/outcomes.ts';
import { editedText, projects, proposeOn, subjectOf } from '../support/propose-on.ts';
import type { Call, SoundnessCase } from './soundness-case.ts';

export interface CaseReport {
  readonly candidates: number;
  /** Sentences; empty when everything offered is sound and every decline has a right reason. */
  readonly faults: readonly string[];
  /** Strategies that had to decline and did, for a right reason. */
  readonly rightlyDeclined: readonly StrategyId[];
}

/** `mostCombinations`: how many pairs of what is offered are tried as one rewrite. */
export async function checkCase(one: SoundnessCase, mostCombinations: number): Promise<CaseReport> {
  const temporaryRoot = mkdtempSync(join(tmpdir(), 'speedlens-soundness-'));
  const builder = createVariantBuilder({ temporaryRoot });
  try {
    return await reportOf(one, mostCombinations, builder);
  } finally {
    await builder.dispose();
    rmSync(temporaryRoot, { recursive: true });
  }
}

async function reportOf(one: SoundnessCase, mostCombinations: number, builder: VariantBuilder): Promise<CaseReport> {
  const subject = subjectOf(one.source.replace(/^\n/, ''), one.select, one.file);
  const faults: string[] = [];
  const rightlyDeclined: StrategyId[] = [];
  const all: Candidate[] = [];
  let candidates = 0;
  const expected = await originalOutcomes(one, subject);
  for (const strategy of strategies) {
    const offered = new Map<string, Candidate>();
    for (const proposal of proposalsOf(strategy, one, subject)) {
      if (proposal.kind === 'candidates') {
        for (const candidate of proposal.candidates)
          if (hiddenGlobal(subject, candidate) === undefined) offered.set(JSON.stringify(candidate.files), candidate);
        continue;
      }
      const right = one.declines?.[strategy.id];
      const code = proposal.reasons.map((reason) => reason.code);
      if (right !== undefined && !code.some((each) => right.includes(each)))
        faults.push(`${strategy.id} declines for ${code.join(', ')}: ${proposal.reasons[0].message}`);
    }
    if (one.declines?.[strategy.id] !== undefined) {
      if ([...offered.values()].every(isForTypedData)) rightlyDeclined.push(strategy.id);
      else faults.push(`${strategy.id} offers a rewrite where it has to decline`);
    }
    all.push(...offered.values());
    for (const candidate of offered.values()) {
      candidates += 1;
      const fault = await faultOf(candidate, one, { subject, expected, builder });
      if (fault !== undefined) faults.push(`${strategy.id}/${candidate.variant}: ${fault}`);
    }
  }
  for (const candidate of combinationsOf(all, subject, mostCombinations)) {
    candidates += 1;
    const fault = await faultOf(candidate, one, { subject, expected, builder });
    // A combination that does not type-check is never offered.
    if (fault !== undefined && !fault.startsWith('line ')) faults.push(`${candidate.strategy}: ${fault}`);
  }
  return { candidates, faults, rightlyDeclined };
}

/** With and without the calls observed: what was seen must not make a difference to what is right. */
function proposalsOf(strategy: Strategy, one: SoundnessCase, subject: Subject): readonly Proposal[] {
  const calls = one.calls;
  const isObservable = one.receiver === undefined && calls().length > 0;
  return [false, ...(isObservable ? [true] : [])].flatMap((observed) =>
    [false, true].map((hasSequence) =>
      proposeOn(strategy, subject, { calls, observed: observed && (one.observed ?? true), hasSequence }),
    ),
  );
}

/** As many as are wanted and no more: each pair means opening the edited file and proposing on it. */
function* combinationsOf(offered: readonly Candidate[], subject: Subject, most: number): Generator<Candidate> {
  const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: false };
  const reopen = (text: string, name = subject.listing.name): Subject =>
    openSubject({ file: subject.file, text, select: { name } }, projects);
  let count = 0;
  for (const [index, one] of offered.entries()) {
    for (const other of offered.slice(index + 1)) {
      if (count === most) return;
      const candidate = combineCandidates(one, other, { context, strategies, reopen });
      if (candidate === undefined) continue;
      count++;
      yield candidate;
    }
  }
}

interface Original {
  readonly subject: Subject;
  readonly expected: readonly ObservedOutcome[];
  readonly builder: VariantBuilder;
}

async function faultOf(candidate: Candidate, one: SoundnessCase, original: Original): Promise<string | undefined> {
  const { subject, expected } = original;
  const text = editedText(subject, candidate);
  const changes = new Map([[subject.file, text]]);
  for (const { path, newText } of candidate.files) if (newText !== undefined) changes.set(path, newText);
  const [diagnostic] = subject.project.diagnosticsAddedBy(changes);
  // A copy of a function with errors has them, too, and is not offered then.
  if (diagnostic !== undefined && isForTypedData(candidate)) return undefined;
  if (diagnostic !== undefined) return `line ${diagnostic.line}: ${diagnostic.message}`;
  const damage = damagedEnds(subject.text, text);
  if (damage !== undefined) return damage;
  if (candidate.workerEntries !== undefined || candidate.workload === 'batch')
    return differenceOnThreads(candidate, one, original);
  const actual = await candidateOutcomes(candidate, one, subject, text);
  const possible = possibleCalls(candidate, one.calls(), expected, actual);
  const compared = (outcomes: readonly ObservedOutcome[]) => outcomes.filter((_, index) => possible[index]);
  return firstDifference(compared(expected), compared(actual));
}

/** Offered beside the original, to callers with other data: no answer to whether the function can be rewritten. */
function isForTypedData({ signature }: Candidate): boolean {
  return signature === 'typed';
}

/** Line ends and the byte order mark stay what they are. */
function damagedEnds(before: string, after: string): string | undefined {
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) return 'the byte order mark changed';
  const isWindows = /\r\n/.test(before) && !/[^\r]\n/.test(before);
  if (isWindows && /[^\r]\n/.test(after)) return 'lines got other ends';
  return undefined;
}

async function originalOutcomes(one: SoundnessCase, subject: Subject): Promise<readonly ObservedOutcome[]> {
  const loaded = await executeSource(subject, subject.text);
  return outcomesOf(
    one,
    (receiver) =>
      (...args) =>
        loaded.call(receiver, args),
    loaded.exports,
  );
}

async function candidateOutcomes(
  candidate: Candidate,
  one: SoundnessCase,
  subject: Subject,
  text: string,
): Promise<readonly ObservedOutcome[]> {
  const loaded = await executeSource(subject, text, candidate);
  return outcomesOf(
    one,
    (receiver) =>
      (...args) =>
        loaded.call(receiver, args),
    loaded.exports,
  );
}

async function outcomesOf(
  one: SoundnessCase,
  callOn: (receiver: unknown) => Call,
  exports: Readonly<Record<string, unknown>>,
): Promise<readonly ObservedOutcome[]> {
  const call = callOn(one.receiver?.(exports));
  const outcomes: ObservedOutcome[] = [];
  for (const args of one.calls()) outcomes.push(await outcomeOf(() => call(...args), args));
  if (one.scenario !== undefined) {
    const { scenario } = one;
    outcomes.push(await outcomeOf(async () => settled(await scenario(call, exports)), []));
  }
  return outcomes;
}

/** Promises inside of what a scenario answers, one level deep. */
async function settled(value: unknown): Promise<unknown> {
  return Array.isArray(value) ? Promise.all(value) : value;
}

/** Through the product's own build, with its worker file, on a real pool. Batches: each call alone, and all at once. */
async function differenceOnThreads(
  candidate: Candidate,
  one: SoundnessCase,
  { subject, expected, builder }: Original,
): Promise<string | undefined> {
  const inputs = {
    origin: 'declared' as const,
    notes: [],
    source: { kind: 'bench-tags' as const, expressions: ['[]'] },
  };
  const request = { id: 'threads', subject, inputs, candidate };
  const built = await builder.build(request, new AbortController().signal);
  if (!built.ok) return `it cannot be built: ${built.message}`;
  const variant = (await import(pathToFileURL(built.bundle.entry).href)) as VariantModule;
  try {
    const isBatch = candidate.workload === 'batch';
    const callOn =
      (receiver: unknown): Call =>
      async (...args) =>
        isBatch
          ? ((await variant.call(receiver, [args])) as readonly unknown[])[0]
          : await variant.call(receiver, args);
    const difference = firstDifference(expected, await outcomesOf(one, callOn, {}));
    return difference ?? (isBatch ? await batchDifference(variant, one, expected) : undefined);
  } finally {
    await variant.dispose?.();
  }
}

async function batchDifference(
  variant: VariantModule,
  one: SoundnessCase,
  expected: readonly ObservedOutcome[],
): Promise<string | undefined> {
  const calls = one.calls();
  const single = expected.slice(0, calls.length);
  const failure = single.find(({ kind }) => kind === 'threw');
  const whole = await outcomeOf(() => variant.call(undefined, calls), []);
  if (failure?.kind === 'threw') {
    const isSame = whole.kind === 'threw' && whole.message === failure.message && whole.name === failure.name;
    return isSame ? undefined : 'a batch does not throw the first error in order';
  }
  const values = single.map((outcome) => (outcome.kind === 'returned' ? outcome.value : undefined));
  return whole.kind === 'returned' && isDeepStrictEqual(whole.value, values)
    ? undefined
    : 'a batch gives something else than call by call';
}
