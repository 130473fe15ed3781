// What a kernel takes of the types that were observed. The kernel's file checks them again before each call.
import type { ArrayKind } from '../../kernel/array-groups.ts';
import { isTypedArrayName } from '../../kernel/kernel-ir.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import type { Subject } from '../../source/subject.ts';
import { observedTypes } from '../observed-types.ts';

/** Which kind of array the parameters are whose types leave it open, as the last and largest case had them. By the parameter's index. */
export function observedArrayKinds(observed: readonly ObserveAnswer[]): ReadonlyMap<number, ArrayKind> {
  const kinds = new Map<number, ArrayKind>();
  for (const [index, { kind, className }] of (observed.at(-1)?.arguments ?? []).entries()) {
    if (kind === 'array') kinds.set(index, 'array');
    if (kind === 'typed-array' && className !== undefined && isTypedArrayName(className)) kinds.set(index, className);
  }
  return kinds;
}

/** Values, arrays and tables of numbers and booleans. By the parameter's index. */
export function observedKernelTypes(subject: Subject, observed: readonly ObserveAnswer[]): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  for (const [index, ladder] of observedTypes(subject, observed)) {
    const type = ladder.findLast((one) => !/^any|^string\[/.test(one.type))?.type;
    if (type !== undefined) types.set(index, type);
  }
  return types;
}
