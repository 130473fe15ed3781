// Which kinds of values an argument, or a field of it, is of, and whether they can be keys of a Map. TypeScript says so by its types; plain
// JavaScript by doc comments or by what was observed, and then the cache is guarded by `typeof`.

import ts from 'typescript';
import type { ObserveAnswer } from '../../process/protocol.ts';
import type { ReasonWords } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

/** 'object' stands for its identity, and only where nothing changes it while the cache lasts. */
export type KeyKind = 'number' | 'string' | 'boolean' | 'bigint' | 'null' | 'undefined' | 'object';

/** Undefined when a value of the type may be anything but these. */
export function kindsOfType(type: ts.Type): Set<KeyKind> | undefined {
  const kinds = new Set<KeyKind>();
  for (const part of type.isUnion() ? type.types : [type]) {
    const kind = primitiveKind(part);
    if (kind === undefined) return undefined;
    kinds.add(kind);
  }
  return kinds;
}

function primitiveKind(type: ts.Type): KeyKind | undefined {
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.StringLike) return 'string';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (type.flags & ts.TypeFlags.BigIntLike) return 'bigint';
  if (type.flags & ts.TypeFlags.Undefined) return 'undefined';
  if (type.flags & ts.TypeFlags.Null) return 'null';
  if (type.isIntersection()) return type.types.map(primitiveKind).find((kind) => kind !== undefined);
  return undefined;
}

export type ObservedKinds =
  | { readonly ok: true; readonly kinds: ReadonlySet<KeyKind> }
  | { readonly ok: false; readonly why: ReasonWords };

/** Of a parameter without a type. Every case must have shown a primitive at this place. */
export function observedKinds(
  subject: Subject,
  name: string,
  index: number,
  observed: readonly ObserveAnswer[],
): ObservedKinds {
  if (subject.style.isTypeScript) {
    const unlock = `Declare the type of \`${name}\`.`;
    return { ok: false, why: { code: 'C8', message: `The type of \`${name}\` is not declared.`, unlock } };
  }
  const unlock = `Declare its type in a doc comment: \`@param {number} ${name}\`.`;
  if (observed.length === 0) {
    const message = `Nothing is known about \`${name}\`: no doc comment, and no call was observed.`;
    return { ok: false, why: { code: 'C12', message, unlock } };
  }
  const kinds = new Set<KeyKind>();
  for (const answer of observed) {
    const kind = answer.arguments[index]?.kind ?? 'undefined';
    if (!isKeyKind(kind)) {
      const message = `The argument \`${name}\` was observed to be of kind ${kind}, which may change between two calls.`;
      return {
        ok: false,
        why: { code: 'M4', message, unlock: 'Take numbers or strings that tell one call from another.' },
      };
    }
    kinds.add(kind);
  }
  return { ok: true, kinds };
}

function isKeyKind(kind: string): kind is KeyKind {
  return ['number', 'string', 'boolean', 'bigint', 'null', 'undefined'].includes(kind);
}
