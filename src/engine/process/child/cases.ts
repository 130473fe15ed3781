// The cases of an inputs entry, and their arguments: equal on every call for the same seed and case, in every process and every variant.
import type { InputsEntry } from '../../../model/variant.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { CaseListing } from '../protocol.ts';
import { UserCodeError } from './user-code-error.ts';

/** What one call is made with. */
export interface CallInput {
  readonly receiver: unknown;
  readonly args: readonly unknown[];
}

/** Fresh inputs of one case. Every function throws UserCodeError when the inputs do. */
export interface CaseInputs {
  readonly label: string;
  readonly size?: number;
  /** `position` tells apart the calls of a batch; 0 is the case itself. */
  readonly call: (position?: number) => CallInput;
  /** Undefined when no sequence is declared. All calls share one receiver. */
  readonly sequence: (() => readonly CallInput[]) | undefined;
}

/** Sizes first, then fixed cases: the order that case indexes count in. */
export function listCases(inputs: InputsEntry, seed: number): readonly CaseListing[] {
  return userInputs(undefined, () => {
    const sized = (inputs.args === undefined && inputs.sequence === undefined ? [] : sizesOf(inputs)).map(
      (size, index) => {
        const label = size === undefined ? 'inputs' : `n = ${size}`;
        const sequenceLength = inputs.sequence?.(size as number, seededRandom(seed, index, 'sequence')).length;
        return {
          index,
          label,
          ...(size === undefined ? {} : { size }),
          ...(sequenceLength === undefined ? {} : { sequenceLength }),
        };
      },
    );
    const fixed = (inputs.fixed ?? []).map(({ label }, offset) => ({ index: sized.length + offset, label }));
    return [...sized, ...fixed];
  });
}

/** With `addedSize`, a size that the inputs do not name, the index is one behind all of theirs. */
export function inputsOfCase(inputs: InputsEntry, caseIndex: number, seed: number, addedSize?: number): CaseInputs {
  const sizes = inputs.args === undefined && inputs.sequence === undefined ? [] : sizesOf(inputs);
  if (addedSize === undefined && caseIndex >= sizes.length) {
    const fixed = inputs.fixed?.[caseIndex - sizes.length];
    if (fixed === undefined) throw new Error(`there is no case ${caseIndex}`);
    // A fixed case has no size: the receiver is asked for with undefined, as the contract of inputs entries says.
    const receiver = () => inputs.receiver?.(undefined as unknown as number, seededRandom(seed, caseIndex, 'receiver'));
    return {
      label: fixed.label,
      call: () => userInputs(fixed.label, () => ({ receiver: receiver(), args: fixed.args() })),
      sequence: undefined,
    };
  }
  const size = addedSize ?? sizes[caseIndex];
  const label = size === undefined ? 'inputs' : `n = ${size}`;
  // Without sizes there is one case, made with undefined.
  const given = size as number;
  const random = (...purpose: readonly (string | number)[]) => seededRandom(seed, caseIndex, ...purpose);
  const receiver = () => inputs.receiver?.(given, random('receiver'));
  const { args, sequence } = inputs;
  const calls =
    sequence === undefined
      ? undefined
      : () =>
          userInputs(label, () => {
            const shared = receiver();
            return sequence(given, random('sequence')).map((list) => ({ receiver: shared, args: list }));
          });
  const call = (position = 0): CallInput =>
    userInputs(label, () => {
      if (args !== undefined) {
        return { receiver: receiver(), args: args(given, position === 0 ? random('args') : random('args', position)) };
      }
      const declared = calls?.() ?? [];
      const chosen = declared[position % Math.max(1, declared.length)];
      if (chosen === undefined) throw new Error('the sequence has no calls');
      return chosen;
    });
  return { label, ...(size === undefined ? {} : { size }), call, sequence: calls };
}

function sizesOf(inputs: InputsEntry): readonly (number | undefined)[] {
  return inputs.sizes !== undefined && inputs.sizes.length > 0 ? inputs.sizes : [undefined];
}

function userInputs<T>(label: string | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof UserCodeError) throw error;
    throw new UserCodeError('inputs', error, label);
  }
}
