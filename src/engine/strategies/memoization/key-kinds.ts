// Which kinds of values the arguments are, and whether they can be keys of a Map. TypeScript says so by its types; plain JavaScript by doc
// comments or by what was observed, and then the cache is guarded by `typeof`.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

type KeyKind = 'number' | 'string' | 'boolean' | 'bigint' | 'null' | 'undefined';

export interface KeyParameter {
  readonly name: string;
  readonly declaration: ts.ParameterDeclaration & { readonly name: ts.Identifier };
  readonly kinds: ReadonlySet<KeyKind>;
  /** True when the kinds are what was observed, not what is declared. */
  readonly isObserved: boolean;
}

export type KeyParameters =
  | { readonly ok: true; readonly parameters: readonly KeyParameter[] }
  | { readonly ok: false; readonly reasons: readonly [Reason, ...Reason[]] };

/** More levels than this are hard to read, and calls with so many arguments seldom repeat. */
const MAXIMUM_PARAMETERS = 4;

export function keyParameters(subject: Subject, observed: readonly ObserveAnswer[]): KeyParameters {
  const { node } = subject;
  const reasons: Reason[] = [];
  const parameters: KeyParameter[] = [];
  const refuse = (at: ts.Node, code: string, message: string, unlock?: string): void => {
    reasons.push(reasonFor(at, code, message, unlock));
  };
  if (node.parameters.length === 0) {
    refuse(
      node,
      'M9',
      'It takes no arguments, so there is one result at most.',
      'Compute it once and keep it in a constant.',
    );
  }
  if (node.parameters.length > MAXIMUM_PARAMETERS) {
    refuse(node, 'M5', `It takes ${node.parameters.length} arguments: calls with all of them equal are rare.`);
  }
  node.parameters.forEach((parameter, index) => {
    const { name } = parameter;
    if (parameter.dotDotDotToken) {
      refuse(
        parameter,
        'M9',
        'It takes any number of arguments, so there is no fixed key.',
        'Declare the arguments one by one.',
      );
    } else if (!ts.isIdentifier(name)) {
      refuse(
        parameter,
        'M4',
        'It takes an argument apart, which is an object and may change between calls.',
        'Take the fields that it needs as arguments.',
      );
    } else if (name.text === 'this') {
      refuse(parameter, 'M9', 'It declares `this`: the result depends on the object as well as on the arguments.');
    } else {
      const declaration = parameter as KeyParameter['declaration'];
      const kinds = kindsOf(subject, declaration, index, observed);
      if (kinds.ok) parameters.push({ name: name.text, declaration, kinds: kinds.kinds, isObserved: kinds.isObserved });
      else refuse(parameter, kinds.code, kinds.message, kinds.unlock);
    }
  });
  const [first, ...others] = reasons;
  return first === undefined ? { ok: true, parameters } : { ok: false, reasons: [first, ...others] };
}

type Kinds =
  | { readonly ok: true; readonly kinds: ReadonlySet<KeyKind>; readonly isObserved: boolean }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly unlock?: string };

function kindsOf(
  subject: Subject,
  parameter: KeyParameter['declaration'],
  index: number,
  observed: readonly ObserveAnswer[],
): Kinds {
  const type = subject.checker.getTypeAtLocation(parameter.name);
  const name = parameter.name.text;
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return observedKinds(subject, name, index, observed);
  if (type.flags & ts.TypeFlags.TypeParameter) {
    return {
      ok: false,
      code: 'C9',
      message: `The type of \`${name}\` is a type parameter.`,
      unlock: 'Declare a primitive type.',
    };
  }
  const kinds = new Set<KeyKind>();
  for (const part of type.isUnion() ? type.types : [type]) {
    const kind = primitiveKind(part);
    if (kind === undefined) return notPrimitive(subject, name, type);
    kinds.add(kind);
  }
  return { ok: true, kinds, isObserved: false };
}

function notPrimitive(subject: Subject, name: string, type: ts.Type): Kinds {
  const text = subject.checker.typeToString(type);
  if (type.getCallSignatures().length > 0) {
    return {
      ok: false,
      code: 'M4',
      message: `The argument \`${name}\` is a function, and functions are compared by identity.`,
    };
  }
  return {
    ok: false,
    code: subject.checker.isArrayLikeType(type) ? 'M3' : 'M4',
    message: `The argument \`${name}\` (\`${text}\`) is an object: it may change between two calls, or be another with the same contents.`,
    unlock: 'Take numbers or strings that tell one call from another.',
  };
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

/** Every case must have shown a primitive at this place. */
function observedKinds(subject: Subject, name: string, index: number, observed: readonly ObserveAnswer[]): Kinds {
  if (subject.style.isTypeScript) {
    return {
      ok: false,
      code: 'C8',
      message: `The type of \`${name}\` is not declared.`,
      unlock: `Declare the type of \`${name}\`.`,
    };
  }
  const unlock = `Declare its type in a doc comment: \`@param {number} ${name}\`.`;
  if (observed.length === 0) {
    return {
      ok: false,
      code: 'C12',
      message: `Nothing is known about \`${name}\`: no doc comment, and no call was observed.`,
      unlock,
    };
  }
  const kinds = new Set<KeyKind>();
  for (const answer of observed) {
    const kind = answer.arguments[index]?.kind ?? 'undefined';
    if (!isKeyKind(kind)) {
      const message = `The argument \`${name}\` was observed to be of kind ${kind}, which may change between two calls.`;
      return { ok: false, code: 'M4', message, unlock: 'Take numbers or strings that tell one call from another.' };
    }
    kinds.add(kind);
  }
  return { ok: true, kinds, isObserved: true };
}

function isKeyKind(kind: string): kind is KeyKind {
  return ['number', 'string', 'boolean', 'bigint', 'null', 'undefined'].includes(kind);
}
