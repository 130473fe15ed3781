// What one sample does, for every way of timing a call: which calls belong together, how they are made ready, when state is forgotten.
import type { VariantModule } from '../../../model/variant.ts';
import type { CallInput, CaseInputs } from '../../process/child/cases.ts';
import type { SampleTask } from '../../process/protocol.ts';

/** Calls that are made one after another; the arrays run in parallel, for a loop without allocation. */
export interface Block {
  readonly receivers: readonly unknown[];
  readonly lists: readonly (readonly unknown[])[];
}

export interface WorkloadPlan {
  /** How many of the user's calls one call in the block stands for: the batch size of a candidate that takes batches. */
  readonly callsPerEntry: number;
  /** A block of `length` calls, each made anew. For sequences and batches the length is their own. */
  readonly makeBlock: (length: number) => Block;
  /** True when `length` may be chosen: the same call again. */
  readonly lengthIsFree: boolean;
  /** Forgets a candidate's state before each block. */
  readonly reset: (() => void) | undefined;
  /** Calls of one block are started together and awaited together (an async baseline against a batch). */
  readonly together: boolean;
}

/** Copies of one call in a block that is not renewed, so that the loop over blocks costs nothing against the calls. */
export const REPEATED_CALLS = 64;

export function planWorkload(task: SampleTask, module: VariantModule, inputs: CaseInputs): WorkloadPlan {
  const base = { callsPerEntry: 1, lengthIsFree: false, reset: undefined, together: false };
  switch (task.workload) {
    case 'single':
      return {
        ...base,
        lengthIsFree: true,
        makeBlock: (length) => blockOf(Array.from({ length }, () => inputs.call())),
      };
    case 'sequence': {
      const sequence = inputs.sequence ?? (() => [inputs.call()]);
      return { ...base, makeBlock: () => blockOf(sequence()), reset: module.reset };
    }
    case 'batch': {
      const calls = Math.max(1, task.batchCalls ?? 1);
      const batch = (): readonly CallInput[] => {
        const inputsOfBatch: CallInput[] = [];
        // A sequence shorter than the batch is made again, so that no two calls share what a call may change.
        for (let more = inputs.sequence?.() ?? []; more.length > 0; more = inputs.sequence?.() ?? []) {
          inputsOfBatch.push(...more);
          if (inputsOfBatch.length >= calls) return inputsOfBatch.slice(0, calls);
        }
        return Array.from({ length: calls }, (_, position) => inputs.call(position));
      };
      if (task.oneByOne === true) return { ...base, makeBlock: () => blockOf(batch()), together: true };
      return {
        ...base,
        callsPerEntry: calls,
        makeBlock: () => {
          const lists = batch();
          return { receivers: [lists[0]?.receiver], lists: [lists.map(({ args }) => args)] };
        },
        reset: module.reset,
      };
    }
  }
}

function blockOf(calls: readonly CallInput[]): Block {
  return { receivers: calls.map(({ receiver }) => receiver), lists: calls.map(({ args }) => args) };
}

/** The first call of the block again and again, with the very same arguments. */
export function repeated({ receivers, lists }: Block, length: number): Block {
  return { receivers: new Array<unknown>(length).fill(receivers[0]), lists: new Array(length).fill(lists[0]) };
}
