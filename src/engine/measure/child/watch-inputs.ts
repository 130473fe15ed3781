// Whether the inputs of a sampling process were what its figures are said to be about: arguments that no call has spoilt, and results that
// are those of the function. Looked at before the warm-up and after the last sample, never in between.
import { settled } from '../../process/child/consume.ts';
import type { SamplingFacts } from '../../process/protocol.ts';
import type { Call } from './call-loop.ts';
import { boundedFingerprint, reachableObjects } from './reachable-objects.ts';
import type { Block, WorkloadPlan } from './workload.ts';

export interface InputsWatch {
  /** Given the arguments that the samples reused; undefined when they cannot be judged: too large, or different every time they are made. */
  readonly argumentsChanged: (used: Block) => boolean | undefined;
  /** What the argument lists of two samples have in common. */
  readonly shared: () => NonNullable<SamplingFacts['renewed']>['shared'];
}

/** To be called before the first call of the variant; `first` is the block for it. */
export function watchInputs(plan: WorkloadPlan, first: Block, renew: boolean): InputsWatch {
  return renew ? watchSharing(plan, first) : watchReuse(plan, first);
}

/** Arguments are the same whenever they are made, so those made first show what the ones in use were before any call. */
function watchReuse(plan: WorkloadPlan, first: Block): InputsWatch {
  const before = printOf(plan, first);
  const isRepeatable = before !== undefined && printOf(plan, plan.makeBlock(1)) === before;
  return {
    argumentsChanged: (used) => (isRepeatable ? printOf(plan, used) !== before : undefined),
    shared: () => 'nothing',
  };
}

/** Of the one call that a block repeats, or of all its calls. */
function printOf(plan: WorkloadPlan, { receivers, lists }: Block): string | undefined {
  return boundedFingerprint(plan.lengthIsFree ? [receivers[0], lists[0]] : [receivers, lists])?.text;
}

function watchSharing(plan: WorkloadPlan, first: Block): InputsWatch {
  const inFirst = reachableObjects([first.receivers, first.lists]);
  const second = plan.makeBlock(1);
  const inSecond = inFirst === undefined ? undefined : reachableObjects([second.receivers, second.lists]);
  if (inFirst === undefined || inSecond === undefined) {
    return { argumentsChanged: () => undefined, shared: () => 'too-large' };
  }
  const common = [...inFirst].filter((value) => inSecond.has(value));
  const before = boundedFingerprint(common);
  return {
    argumentsChanged: () => undefined,
    shared: () => {
      if (common.length === 0) return 'nothing';
      const after = boundedFingerprint(common);
      if (before === undefined || after === undefined) return 'too-large';
      if (before.text !== after.text) return 'changed';
      return before.opaque ? 'hidden' : 'unchanged';
    },
  };
}

/** The result of the first call, to be held against what is in the sink at the end. */
export interface FirstResult {
  readonly isUndefined: boolean;
  readonly print: string | undefined;
}

export function firstResult(value: unknown): FirstResult {
  return { isUndefined: value === undefined, print: boundedFingerprint(value)?.text };
}

/**
 * Holds what sampling kept against the first call; for sequences and batches, whose last call is not their first, against the same calls made
 * plainly once more, unless there is no time for that (`call` is undefined).
 */
export async function compareResult(
  kept: unknown,
  first: FirstResult,
  { plan, isAsync }: { readonly plan: WorkloadPlan; readonly isAsync: boolean },
  call: Call | undefined,
): Promise<SamplingFacts['result']> {
  if (plan.lengthIsFree && first.isUndefined && kept === undefined) return 'undefined';
  if (!plan.lengthIsFree && call === undefined) return 'not-compared';
  const print = boundedFingerprint(kept)?.text;
  const expected =
    plan.lengthIsFree || call === undefined
      ? first.print
      : boundedFingerprint(await plainly(plan, isAsync, call))?.text;
  if (print === undefined || expected === undefined) return 'not-compared';
  if (print !== expected) return 'different';
  return kept === undefined ? 'undefined' : 'same';
}

/** As the sampler goes about it: only promises can be had together. */
async function plainly(plan: WorkloadPlan, isAsync: boolean, call: Call): Promise<unknown> {
  const { receivers, lists } = plan.makeBlock(1);
  plan.reset?.();
  if (isAsync && plan.together) return Promise.all(lists.map((list, i) => settled(call(receivers[i], list))));
  let last: unknown;
  for (const [i, list] of lists.entries()) last = await settled(call(receivers[i], list));
  return last;
}
