// What tells one call from another: arguments that are primitives, and of arguments that are objects the fields that the function reads, if it
// takes nothing else of them. The identity of an object says nothing about what is in it by the next call, so it is a key only where whoever asks
// says that nothing changes.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { isReserved } from '../../source/names.ts';
import { type ReasonWords, reasonAt, reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { type FieldRead, fieldReads, type NamedVariable } from './field-reads.ts';
import { isSimpleObject } from './field-types.ts';
import { isIdentity } from './identity-keys.ts';
import { type KeyKind, kindsOfType, observedKinds } from './key-kinds.ts';
import { withoutTable } from './reasons.ts';

export interface KeyPart {
  /** A name for it: `n`, `x` for `p.x`. */
  readonly name: string;
  /** How the function reads it at the call: `n`, `p.x`. */
  readonly read: string;
  /** The variable that it is, or is read of. */
  readonly variable: NamedVariable;
  /** Place of the argument. */
  readonly index: number;
  readonly kinds: ReadonlySet<KeyKind>;
  /** True when the kinds are what was observed, not what is declared. */
  readonly isObserved: boolean;
  readonly field?: FieldRead;
}

export type CacheKeys =
  | { readonly ok: true; readonly keys: readonly KeyPart[] }
  | { readonly ok: false; readonly reasons: readonly [Reason, ...Reason[]] };

/** More levels than this are hard to read, and calls with so many arguments seldom repeat. */
const MOST_KEYS = 4;

type Found = Omit<KeyPart, 'name'>;

/** Places of arguments that may be keys as the objects that they are. */
export type Identities = (index: number) => boolean;

export function cacheKeys(
  subject: Subject,
  observed: readonly ObserveAnswer[],
  identities: Identities = () => false,
): CacheKeys {
  const { node } = subject;
  const reasons: Reason[] = [];
  const found: Found[] = [];
  if (node.parameters.length === 0) {
    const message = 'It takes no arguments, so there is one result at most.';
    reasons.push(reasonFor(node, 'M9', message, 'Compute it once and keep it in a constant.'));
  }
  node.parameters.forEach((parameter, index) => {
    const parts = partsOfParameter(subject, parameter, index, observed);
    const type = subject.checker.getTypeAtLocation(parameter);
    if (parts.reasons.length > 0 && ts.isIdentifier(parameter.name) && isIdentity(type) && identities(index)) {
      const kinds = new Set<KeyKind>(['object']);
      found.push({ read: parameter.name.text, variable: parameter as NamedVariable, index, kinds, isObserved: false });
      return;
    }
    found.push(...parts.found);
    reasons.push(...parts.reasons);
  });
  if (found.length > MOST_KEYS) {
    const message = `Its result depends on ${found.length} values: calls with all of them equal are rare.`;
    reasons.push(reasonFor(node, 'M5', message));
  }
  if (reasons.length === 0 && found.length === 0 && node.parameters.length > 0) {
    const message = 'It reads nothing of its arguments, so there is one result at most.';
    reasons.push(reasonFor(node, 'M9', message, 'Compute it once and keep it in a constant.'));
  }
  const [first, ...others] = reasons;
  return first === undefined ? { ok: true, keys: named(found) } : { ok: false, reasons: [first, ...others] };
}

interface Parts {
  readonly found: readonly Found[];
  readonly reasons: readonly Reason[];
}

function refusal(...reasons: Reason[]): Parts {
  return { found: [], reasons };
}

function partsOfParameter(
  subject: Subject,
  parameter: ts.ParameterDeclaration,
  index: number,
  observed: readonly ObserveAnswer[],
): Parts {
  const { name } = parameter;
  if (parameter.dotDotDotToken) {
    const message = 'It takes any number of arguments, so there is no fixed key.';
    return refusal(reasonFor(parameter, 'M9', message, 'Declare the arguments one by one.'));
  }
  if (!ts.isIdentifier(name)) return partsOfPattern(subject, name, index);
  if (name.text === 'this') {
    const message = 'It declares `this`: the result depends on the object as well as on the arguments.';
    return refusal(reasonFor(parameter, 'M9', message));
  }
  const variable = parameter as NamedVariable;
  if (!isOpen(subject, name)) return partsOfVariable(subject, variable, index);
  const kinds = observedKinds(subject, name.text, index, observed);
  if (!kinds.ok) return refusal(reasonAt(parameter, kinds.why));
  return { found: [{ read: name.text, variable, index, kinds: kinds.kinds, isObserved: true }], reasons: [] };
}

/** `{ width, height: h = 1 }` reads its fields at every call anyway; what it names is the key. */
function partsOfPattern(subject: Subject, pattern: ts.BindingPattern, index: number): Parts {
  const parts = pattern.elements.map((element): Parts => {
    if (ts.isOmittedExpression(element)) return { found: [], reasons: [] };
    const isComputed = element.propertyName !== undefined && ts.isComputedPropertyName(element.propertyName);
    if (element.dotDotDotToken || isComputed) {
      const message = 'It takes more of an argument than fields with names, and that may change between two calls.';
      return refusal(reasonFor(element, 'M4', message, 'Name the fields that it needs.'));
    }
    if (!ts.isIdentifier(element.name)) return partsOfPattern(subject, element.name, index);
    const name = element.name.text;
    if (!isOpen(subject, element.name)) return partsOfVariable(subject, element as NamedVariable, index);
    return refusal(
      reasonFor(element, 'C8', `The type of \`${name}\` is not declared.`, `Declare the type of \`${name}\`.`),
    );
  });
  return { found: parts.flatMap(({ found }) => found), reasons: parts.flatMap(({ reasons }) => reasons) };
}

function isOpen({ checker }: Subject, name: ts.Identifier): boolean {
  return (checker.getTypeAtLocation(name).flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

function partsOfVariable(subject: Subject, variable: NamedVariable, index: number): Parts {
  const type = subject.checker.getTypeAtLocation(variable.name);
  const name = variable.name.text;
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const message = `The type of \`${name}\` is a type parameter.`;
    return refusal(reasonFor(variable, 'C9', message, 'Declare a primitive type.'));
  }
  const kinds = kindsOfType(type);
  if (kinds) return { found: [{ read: name, variable, index, kinds, isObserved: false }], reasons: [] };
  if (type.getCallSignatures().length > 0) {
    const message = `The argument \`${name}\` is a function, and functions are compared by identity.`;
    const unlock = `Import what \`${name}\` does, or let a function take it once and give back one of the other arguments.`;
    return refusal(reasonFor(variable, 'M4', message, unlock));
  }
  // Without types that are checked, and that tell what may be absent, reading a field early may throw where the function would not have.
  const areTypesSure = subject.style.isTypeScript && strictNullChecks(subject);
  const reads = areTypesSure && isSimpleObject(type) ? fieldReads(subject, variable) : undefined;
  if (reads?.ok !== true) {
    const words = usedWhole(subject, name, type, reads?.use);
    return refusal(
      reasonAt(reads?.use ?? variable, isOwnTable(variable) ? { ...words, unlock: withoutTable(name) } : words),
    );
  }
  const found = reads.fields.map((field) => {
    return { read: field.text, variable, index, kinds: field.kinds, isObserved: false, field };
  });
  return { found, reasons: [] };
}

/** `memo = {}`, `memo = new Map()`: handed from call to call, so that results are kept in it. */
function isOwnTable({ initializer }: NamedVariable): boolean {
  if (initializer === undefined) return false;
  if (ts.isObjectLiteralExpression(initializer)) return initializer.properties.length === 0;
  if (ts.isArrayLiteralExpression(initializer)) return initializer.elements.length === 0;
  return ts.isNewExpression(initializer) && (initializer.arguments ?? []).length === 0;
}

function isPerhapsAbsent(type: ts.Type): boolean {
  const isAbsent = ({ flags }: ts.Type): boolean => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(isAbsent) && parts.every((part) => isAbsent(part) || isSimpleObject(part));
}

function strictNullChecks({ project: { options } }: Subject): boolean {
  return options.strictNullChecks ?? options.strict ?? false;
}

function usedWhole({ checker }: Subject, name: string, type: ts.Type, use: ts.Node | undefined): ReasonWords {
  const code = checker.isArrayLikeType(type) ? 'M3' : 'M4';
  const argument = `The argument \`${name}\` (\`${checker.typeToString(type)}\`)`;
  const changes = 'it may change between two calls, or be another with the same contents';
  if (isPerhapsAbsent(type)) {
    const unlock = 'Give it a default, so that its fields can be read at every call.';
    return { code, message: `${argument} may be absent: its fields cannot be read at every call.`, unlock };
  }
  if (use === undefined) {
    const unlock = 'Take numbers or strings that tell one call from another.';
    return { code, message: `${argument} is an object: ${changes}.`, unlock };
  }
  const unlock =
    'Read only fields of it that are numbers or strings, by their names, or take those as arguments. Where nothing changes it once it is made, keep its result in a WeakMap by hand: `readonly` does not prove that.';
  return {
    code,
    message: `${argument} is an object, and here more of it is used than its plain fields: ${changes}.`,
    unlock,
  };
}

/** Each by the end of its path, with as much in front of it as tells it from the others. */
function named(found: readonly Found[]): readonly KeyPart[] {
  const paths = found.map(({ variable, field }) => [variable.name.text, ...(field?.path ?? [])]);
  return found.map((one, index) => {
    const path = paths[index] ?? [];
    const shared = Math.max(0, ...paths.map((other, at) => (at === index ? 0 : commonEnd(path, other))));
    for (let from = path.length - 1 - Math.min(shared, path.length - 1); from > 0; from--) {
      const name = nameFrom(path.slice(from));
      if (/^[A-Za-z_$]/.test(name) && !isReserved(name)) return { ...one, name };
    }
    return { ...one, name: nameFrom(path) };
  });
}

function commonEnd(path: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < Math.min(path.length, other.length) && path.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

function nameFrom(path: readonly string[]): string {
  return path.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');
}

/** A parameter that a table may be ordered by. */
export function isWholeNumberKey({ kinds, variable }: KeyPart): boolean {
  return kinds.size === 1 && kinds.has('number') && ts.isParameter(variable) && variable.initializer === undefined;
}
