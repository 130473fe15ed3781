// Two rewrites of one function in one, also two that one strategy named apart: the inner changes how a call computes, the outer what is done around calls. Nothing here knows a
// pair of strategies: the outer one proposes on the code that the inner one made, or, where it adds code beside the function and relies
// on nothing but what a call gives, both sets of edits are made at once. Type gate and comparison then hold for the whole as for any rewrite.
import type { TextEdit } from '../model/report.ts';
import { applyEdits, editBetween } from './source/edits.ts';
import { analyzeEffects } from './source/effects.ts';
import type { Subject } from './source/subject.ts';
import type { Candidate, Strategy, StrategyContext, StrategyId } from './strategies/strategy.ts';

/** What changes a call's own work comes before what shares, remembers or spreads calls. */
const innerToOuter: readonly string[] = [
  'plain-javascript',
  'typed-arrays',
  'webassembly',
  'streaming-io',
  'memoization',
  'workers',
] satisfies readonly StrategyId[];

/** Their candidates change one part of the function each; those of the others are other ways of doing the same. */
const strategiesThatCombine: ReadonlySet<string> = new Set(['plain-javascript'] satisfies readonly StrategyId[]);

export interface CombiningTools {
  readonly context: StrategyContext;
  readonly strategies: readonly Strategy[];
  /** The subject in another text of its file, or another function of that text. Throws where it is not found there. */
  readonly reopen: (text: string, name?: string) => Subject;
}

/** Undefined when the two do not go together. The order of the two does not matter. */
export function combineCandidates(one: Candidate, other: Candidate, tools: CombiningTools): Candidate | undefined {
  const [inner, outer] = [one, other].sort((a, b) => rank(a) - rank(b));
  if (inner === undefined || outer === undefined) return undefined;
  const isOneStrategy = inner.strategy === outer.strategy;
  if (isOneStrategy && (inner.variant === outer.variant || !strategiesThatCombine.has(inner.strategy)))
    return undefined;
  if (inner.signature === 'typed' && !isOneStrategy) return proposedOnTwin(inner, outer, tools);
  // A cache in each thread cannot be emptied between measurements, and repeated inputs would be answered from it.
  if (inner.signature !== 'same' || inner.workload !== 'single' || outer.signature === 'typed') return undefined;
  if (isBeside(outer, tools.context.subject)) return merged(inner, outer, tools);
  return inParts(inner, outer, tools) ?? proposedOn(inner, outer, tools);
}

function rank({ strategy }: Candidate): number {
  return innerToOuter.indexOf(strategy);
}

/** Whether it leaves the function as it stands and adds something that calls it. */
function isBeside({ workload, files }: Candidate, { node, sourceFile }: Subject): boolean {
  const start = node.getStart(sourceFile);
  const edits = files[0]?.edits ?? [];
  return workload === 'batch' && edits.every((edit) => edit.end <= start || edit.start >= node.end);
}

function merged(inner: Candidate, outer: Candidate, { context: { subject } }: CombiningTools): Candidate | undefined {
  const edits = mergedEdits(inner.files[0]?.edits ?? [], outer.files[0]?.edits ?? []);
  if (edits === undefined) return undefined;
  return joined(inner, outer, [{ path: subject.file, edits }, ...inner.files.slice(1), ...outer.files.slice(1)]);
}

/** At one offset the inner rewrite's text stands first. Undefined when they overlap. */
function mergedEdits(inner: readonly TextEdit[], outer: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const edits = [...inner, ...outer].sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.some((edit, index) => index > 0 && edit.start < (edits[index - 1]?.end ?? 0)) ? undefined : edits;
}

/** The inner strategy does the parts that the outer one hands to threads: that one proposes once more, around what the inner one offers for its parts. */
function inParts(inner: Candidate, outer: Candidate, { context, strategies, reopen }: CombiningTools) {
  const [within, around] = [inner, outer].map((part) => strategies.find(({ id }) => id === part.strategy));
  if (within?.partKernel === undefined || around === undefined || inner.strategy === outer.strategy) return undefined;
  const spread = outer.partWork === undefined ? candidatesOf(around, context).find(hasPartWork) : outer;
  const { partWork, files } = spread ?? {};
  if (partWork === undefined) return undefined;
  const chunk = reopen(applyEdits(context.subject.text, files?.[0]?.edits ?? []), partWork.chunk);
  const partKernel = within.partKernel(chunk, partWork, inner.variant);
  const wanted = partKernel && `${partKernel.strategy}+${around.id}`;
  return partKernel && candidatesOf(around, { ...context, partKernel }).find(({ strategy }) => strategy === wanted);
}

function hasPartWork({ partWork }: Candidate): boolean {
  return partWork !== undefined;
}

function candidatesOf(strategy: Strategy, context: StrategyContext): readonly Candidate[] {
  const proposal = strategy.propose(context);
  return proposal.kind === 'declined' ? [] : proposal.candidates;
}

function proposedOn(inner: Candidate, outer: Candidate, tools: CombiningTools): Candidate | undefined {
  const { context, strategies, reopen } = tools;
  // New files of the inner rewrite are not on disk, so the code that uses them cannot be analysed.
  const strategy = strategies.find(({ id }) => id === outer.strategy);
  if (inner.files.length > 1 || strategy === undefined) return undefined;
  const { text } = context.subject;
  const between = reopen(applyEdits(text, inner.files[0]?.edits ?? []));
  const proposal = strategy.propose({ ...context, subject: between, effects: analyzeEffects(between) });
  if (proposal.kind === 'declined') return undefined;
  const same = proposal.candidates.find(({ variant }) => variant === outer.variant);
  const found = same ?? (inner.strategy === outer.strategy ? undefined : proposal.candidates[0]);
  if (found === undefined) return undefined;
  const edit = editBetween(text, applyEdits(between.text, found.files[0]?.edits ?? []));
  return joined(inner, found, [{ path: context.subject.file, edits: [edit] }, ...found.files.slice(1)]);
}

/**
 * The inner strategy adds a function for typed arrays beside the original: the outer one has threads do parts of that one while it waits, so that its callers,
 * which have to pass typed arrays, change no more than that.
 */
function proposedOnTwin(inner: Candidate, outer: Candidate, tools: CombiningTools): Candidate | undefined {
  const { context, strategies, reopen } = tools;
  const { callBinding, typedData, makerExpression, files } = inner;
  const strategy = strategies.find(({ id }) => id === outer.strategy);
  if (callBinding === undefined || typedData === undefined || makerExpression !== undefined) return undefined;
  if (files.length > 1 || strategy === undefined) return undefined;
  const { text } = context.subject;
  const twin = reopen(applyEdits(text, files[0]?.edits ?? []), callBinding);
  const proposed = candidatesOf(strategy, { ...context, subject: twin, effects: analyzeEffects(twin) });
  const found = proposed.find((one) => one.signature === 'same' && one.threadsExpression !== undefined);
  if (found === undefined) return undefined;
  const edit = editBetween(text, applyEdits(twin.text, found.files[0]?.edits ?? []));
  const whole = joined(inner, found, [{ path: context.subject.file, edits: [edit] }, ...found.files.slice(1)]);
  return { ...whole, signature: 'typed', callBinding, typedData };
}

function joined(inner: Candidate, outer: Candidate, files: Candidate['files']): Candidate {
  return {
    ...outer,
    strategy:
      inner.strategy === outer.strategy
        ? outer.strategy
        : `${inner.strategy as StrategyId}+${outer.strategy as StrategyId}`,
    variant: `${inner.variant}+${outer.variant}`,
    summary: `${inner.summary} ${outer.summary}`,
    files,
    dependencies: { ...inner.dependencies, ...outer.dependencies },
    tolerance: looser(inner.tolerance, outer.tolerance),
    caveats: [...inner.caveats, ...outer.caveats],
  };
}

function looser(a: Candidate['tolerance'], b: Candidate['tolerance']): Candidate['tolerance'] {
  if (a === 'exact') return b;
  return b === 'exact' ? a : Math.max(a, b);
}
