// What the parameters that plain JavaScript leaves open were in every observation, as types to analyse under, each with the condition that says
// so at run time. Observed is never proven: whoever takes such a type for granted has to check it in the code that is suggested.
import ts from 'typescript';
import { isTypedArrayName } from '../kernel/kernel-ir.ts';
import { mergeProfiles } from '../process/merge-profiles.ts';
import type { ObserveAnswer, ValueProfile } from '../process/protocol.ts';
import { isReserved, singular } from '../source/names.ts';
import type { Subject } from '../source/subject.ts';
import { usedFieldNames } from '../source/used-fields.ts';
import { type Looked, type ObservedRecord, observedRecords, type ValueUse } from './observed-records.ts';

export interface ObservedType {
  /** As a doc comment says it: `number`, `any[]`, `number[][]`. */
  readonly type: string;
  /** What was seen, for people: 'a number', 'an array of numbers'. */
  readonly words: string;
  /** A condition that holds for every other value. */
  readonly otherwise: (name: string, use: ValueUse) => string;
  /** It speaks of the elements as well, which can be changed after the check. */
  readonly ofElements: boolean;
  /** It speaks of the fields of objects, or of all objects of an array. */
  readonly ofFields?: true;
  /**
   * What the condition lets pass although it may behave in its own way. No condition finds a proxy; to ask each field of 1,000 objects whether it is
   * a getter takes thirty times as long as the check; and who gives one array a method of its own would have to be asked in every line.
   */
  readonly unseen?: string;
}

/** By the parameter's index, weakest first: each says all that those before it say. Empty for TypeScript, whose types are declared. */
export function observedTypes(
  subject: Subject,
  observed: readonly ObserveAnswer[],
): ReadonlyMap<number, readonly ObservedType[]> {
  const types = new Map<number, readonly ObservedType[]>();
  if (subject.style.isTypeScript || observed.length === 0) return types;
  const looked = { fields: usedFieldNames(subject), knowsNull: knowsNull(subject) };
  subject.node.parameters.forEach((parameter, index) => {
    if (!isOpen(parameter, subject) || parameter.dotDotDotToken !== undefined) return;
    const found = sharedTypes(
      observed.map((answer) => answer.arguments[index]),
      looked,
    );
    if (found.length > 0) types.set(index, found);
  });
  return types;
}

/** Without `strictNullChecks` a type with null is the same as one without. */
function knowsNull({ project: { options } }: Subject): boolean {
  return options.strictNullChecks ?? options.strict ?? false;
}

/** Nothing says what it is: a default value says what it is when nothing is given. */
function isOpen(parameter: ts.ParameterDeclaration, subject: Subject): boolean {
  return isAny(parameter, subject) || isTypedByDefault(parameter, subject);
}

/** Doc comments often say `Array` and leave open of what. */
function isAny(parameter: ts.ParameterDeclaration, { checker }: Subject): boolean {
  let type = checker.getTypeAtLocation(parameter);
  for (;;) {
    if ((type.flags & ts.TypeFlags.Any) !== 0) return true;
    const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
    if (element === undefined) return false;
    type = element;
  }
}

/** Of plain JavaScript, with a type that is inferred from a default value, its own or one inside of a pattern. */
export function isTypedByDefault(parameter: ts.ParameterDeclaration, subject: Subject): boolean {
  if (subject.style.isTypeScript || ts.getJSDocType(parameter) !== undefined) return false;
  // `items = []` makes it a list of anything.
  if ((subject.checker.getTypeAtLocation(parameter).flags & ts.TypeFlags.Any) !== 0) return false;
  return parameter.initializer !== undefined || !ts.isIdentifier(parameter.name);
}

function sharedTypes(profiles: readonly (ValueProfile | undefined)[], looked: Looked): readonly ObservedType[] {
  const [first] = profiles;
  if (first === undefined || profiles.some((profile) => profile?.kind !== first.kind)) return [];
  const { kind, className } = first;
  if (kind === 'number' || kind === 'string' || kind === 'boolean') return [primitive(kind)];
  if (kind === 'typed-array' && className !== undefined && isTypedArrayName(className))
    return profiles.every((profile) => profile?.className === className) ? [typedArray(className)] : [];
  if (kind === 'plain-object') return observedRecords(mergedProfiles(profiles), looked).map(record);
  return kind === 'array'
    ? arrays(
        profiles.flatMap((profile) => profile?.elements ?? []),
        looked,
      )
    : [];
}

/** `profiles` has at least one. */
function mergedProfiles(profiles: readonly (ValueProfile | undefined)[]): ValueProfile {
  return profiles.flatMap((profile) => profile ?? []).reduce(mergeProfiles);
}

function record({ type, words, conditions }: ObservedRecord): ObservedType {
  return {
    type,
    words: `a plain object${words}`,
    otherwise: (name, use) =>
      conditions(name, use)
        .map(({ fails }) => fails)
        .join(' || '),
    ofElements: true,
    ofFields: true,
    unseen: 'getters that do more than give a value, and proxies',
  };
}

function primitive(kind: string): ObservedType {
  const otherwise = (name: string): string => `typeof ${name} !== '${kind}'`;
  return { type: kind, words: `a ${kind}`, otherwise, ofElements: false };
}

function typedArray(className: string): ObservedType {
  const article = /^[IU]/.test(className) && !className.startsWith('Ui') ? 'an' : 'a';
  return {
    type: className,
    words: `${className.startsWith('Uint') ? 'a' : article} ${className}`,
    otherwise: (name) => `${name}?.constructor !== ${className}`,
    ofElements: false,
  };
}

const UNSEEN_OF_ARRAYS = 'methods that an array has of its own, and proxies';

const anyArray: ObservedType = {
  type: 'any[]',
  words: 'an array',
  otherwise: isNoArray,
  ofElements: false,
  unseen: UNSEEN_OF_ARRAYS,
};

const arrayOfArrays: ObservedType = {
  type: 'any[][]',
  words: 'an array of arrays',
  otherwise: (name) => `${isNoArray(name)} || !${name}.every((${rowName(name)}) => ${isArray(rowName(name))})`,
  ofElements: true,
  unseen: UNSEEN_OF_ARRAYS,
};

/** Empty arrays say nothing about elements; at least one must have had some. */
function arrays(elements: readonly ValueProfile[], looked: Looked): readonly ObservedType[] {
  const [first] = elements;
  if (first === undefined || elements.some(({ kind }) => kind !== first.kind)) return [anyArray];
  const { kind } = first;
  if (isElementKind(kind)) return [anyArray, arrayOf(kind)];
  if (kind === 'plain-object')
    return [anyArray, ...observedRecords(mergedProfiles(elements), looked).map(arrayOfRecords)];
  if (kind !== 'array') return [anyArray];
  const cells = elements.flatMap((row) => row.elements ?? []);
  const cellKind = cells[0]?.kind;
  const isUniform = cellKind !== undefined && isElementKind(cellKind) && cells.every((cell) => cell.kind === cellKind);
  return isUniform ? [anyArray, arrayOfArrays, tableOf(cellKind)] : [anyArray, arrayOfArrays];
}

function isElementKind(kind: string): kind is 'number' | 'string' | 'boolean' {
  return kind === 'number' || kind === 'string' || kind === 'boolean';
}

function arrayOf(kind: string): ObservedType {
  return {
    type: `${kind}[]`,
    words: `an array of ${kind}s`,
    otherwise: (name) =>
      `${isNoArray(name)} || !${name}.every((${cellName(name)}) => typeof ${cellName(name)} === '${kind}')`,
    ofElements: true,
    unseen: UNSEEN_OF_ARRAYS,
  };
}

function arrayOfRecords({ type, words, conditions }: ObservedRecord): ObservedType {
  return {
    type: `${type}[]`,
    words: `an array of plain objects${words}`,
    otherwise: (name, use) => {
      const one = elementName(name);
      const any = conditions(one, use).map(({ fails }) => fails);
      // Unlike `some`, it looks at holes as well.
      return `${isNoArray(name)} || ${name}.findIndex((${one}) => ${any.join(' || ')}) !== -1`;
    },
    ofElements: true,
    ofFields: true,
    unseen: `getters that do more than give a value, ${UNSEEN_OF_ARRAYS}`,
  };
}

function tableOf(kind: string): ObservedType {
  return {
    type: `${kind}[][]`,
    words: `an array of arrays of ${kind}s`,
    otherwise: (name) => {
      const row = rowName(name);
      return `${isNoArray(name)} || !${name}.every((${row}) => ${isArray(row)} && ${row}.every((cell) => typeof cell === '${kind}'))`;
    },
    ofElements: true,
    unseen: UNSEEN_OF_ARRAYS,
  };
}

/** Instances of classes that extend Array go the old way: `map` gives such an instance again, and any method may be another one. So does a Buffer. */
function isArray(name: string): string {
  return `${name}?.constructor === Array`;
}

function isNoArray(name: string): string {
  return `${name}?.constructor !== Array`;
}

function rowName(name: string): string {
  return name === 'row' ? 'line' : 'row';
}

/** `order` of `orders`. */
function elementName(list: string): string {
  const one = singular(list);
  return one === list || isReserved(one) ? 'item' : one;
}

function cellName(name: string): string {
  return name === 'value' ? 'element' : 'value';
}
