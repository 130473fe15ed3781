// What a kernel takes of the types that were observed. The kernel's file checks them again before each call.
import type { ObserveAnswer } from '../../process/protocol.ts';
import type { Subject } from '../../source/subject.ts';
import { observedTypes } from '../observed-types.ts';

/** Values, arrays and tables of numbers and booleans. By the parameter's index. */
export function observedKernelTypes(subject: Subject, observed: readonly ObserveAnswer[]): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  for (const [index, ladder] of observedTypes(subject, observed)) {
    const type = ladder.findLast((one) => !/^any|^string\[/.test(one.type))?.type;
    if (type !== undefined) types.set(index, type);
  }
  return types;
}
