// What the types of the parameters admit and inputs may not have shown: arguments and fields that may be left out, and each value of a choice
// (`'asc' | 'desc'`, `boolean`, `null`), all kinds of values where the type is `unknown`, and objects with few keys or none where any may stand. A cache that forgets an option, or a branch that only an option takes, shows nowhere else. Plain data, for
// the benchmark process; functions and instances of classes are not made up here.
import ts from 'typescript';
import type { AdmittedPlace } from '../process/protocol.ts';
import { isOptionalParameter } from '../source/optional-parameter.ts';
import type { Subject } from '../source/subject.ts';
import type { SourceConstants } from './source-constants.ts';

const DEEPEST = 3;
const MOST_VALUES = 12;
const MOST_PLACES = 24;
const MOST_CONSTANTS = 4;

/** Scalars steer loops: none of these makes one long. */
const numbers: readonly number[] = [2, 0, 1, 3, -1, 0.5, Number.NaN, -0];
const texts: readonly string[] = ['a', '', 'b', ' '];
const ofAnyKind: readonly unknown[] = ['a', 1, 'b', true, null, undefined];

interface Reading {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Whether a field that may be left out may be `undefined` as well. */
  readonly mayBeUndefined: boolean;
}

export function admittedPlaces(subject: Subject, constants: SourceConstants): readonly AdmittedPlace[] {
  const { checker, node } = subject;
  const { program } = subject.project;
  const reading: Reading = {
    checker,
    program,
    numbers: [...new Set([...numbers, ...constants.numbers.slice(0, MOST_CONSTANTS)])],
    texts: [...new Set([...texts, ...constants.strings.slice(0, MOST_CONSTANTS)])],
    mayBeUndefined: program.getCompilerOptions().exactOptionalPropertyTypes !== true,
  };
  const parameters = node.parameters.filter(
    ({ name, dotDotDotToken }) => dotDotDotToken === undefined && !(ts.isIdentifier(name) && name.text === 'this'),
  );
  return parameters
    .flatMap((parameter, index) => {
      const standing = { mayBeMissing: isOptionalParameter(parameter), isUndefinedToo: true, depth: 0 };
      return placesAt(checker.getTypeAtLocation(parameter), String(index), standing, reading);
    })
    .slice(0, MOST_PLACES);
}

interface Standing {
  readonly mayBeMissing: boolean;
  /** Where it may be left out, `undefined` stands for that. */
  readonly isUndefinedToo: boolean;
  readonly depth: number;
}

function placesAt(type: ts.Type, name: string, standing: Standing, reading: Reading): readonly AdmittedPlace[] {
  const { mayBeMissing, isUndefinedToo, depth } = standing;
  const values = mayBeMissing ? valuesOf(type, depth, reading) : choicesOf(type, depth, reading);
  const withNothing = mayBeMissing && isUndefinedToo && !values.includes(undefined) ? [...values, undefined] : values;
  const own = mayBeMissing || values.length > 1 ? [{ name, mayBeMissing, values: withNothing }] : [];
  if (depth >= DEEPEST) return own;
  const inner = reading.checker.getNonNullableType(type);
  if (reading.checker.isArrayType(inner)) {
    const [element] = reading.checker.getTypeArguments(inner as ts.TypeReference);
    if (element === undefined) return own;
    const inside = { mayBeMissing: false, isUndefinedToo: false, depth: depth + 1 };
    return [...own, ...placesAt(element, `${name}[*]`, inside, reading)];
  }
  return [
    ...own,
    ...fieldsOf(inner, reading).flatMap((field) =>
      placesAt(
        reading.checker.getTypeOfSymbol(field),
        `${name}.${field.name}`,
        { mayBeMissing: isOptionalField(field), isUndefinedToo: reading.mayBeUndefined, depth: depth + 1 },
        reading,
      ),
    ),
  ];
}

/** Each member of a union of which something is a literal, nothing, or one of several kinds of record. Empty for what inputs show anyhow. */
function choicesOf(type: ts.Type, depth: number, reading: Reading): readonly unknown[] {
  if (type.flags & ts.TypeFlags.Unknown) return ofAnyKind;
  if (isDictionary(type, reading)) return dictionariesOf(type, depth, reading);
  if (!type.isUnion() || type.flags & ts.TypeFlags.Boolean) return [];
  return type.types
    .flatMap((member) => valuesOf(member, depth, reading).slice(0, member.flags & scalar ? 1 : 4))
    .slice(0, MOST_VALUES);
}

const scalar = ts.TypeFlags.String | ts.TypeFlags.Number;

/** Values of the type, the plainest first; none where one cannot be made of plain data. */
function valuesOf(type: ts.Type, depth: number, reading: Reading): readonly unknown[] {
  const { checker } = reading;
  const { flags } = type;
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (flags & ts.TypeFlags.Boolean) return [true, false];
  if (flags & ts.TypeFlags.BooleanLiteral) return [checker.typeToString(type) === 'true'];
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return [undefined];
  if (flags & ts.TypeFlags.Null) return [null];
  if (flags & ts.TypeFlags.String) return reading.texts;
  if (flags & ts.TypeFlags.Number) return reading.numbers;
  if (flags & ts.TypeFlags.BigInt) return [2n, 0n, -1n];
  if (flags & ts.TypeFlags.Unknown) return ofAnyKind;
  if (type.isUnion()) {
    // The first of each, then what else there is; nothing comes last, since code does more with something.
    const members = type.types.map((member) => valuesOf(member, depth, reading));
    return [...members.flatMap((values) => values.slice(0, 1)), ...members.flatMap((values) => values.slice(1))]
      .sort((a, b) => emptiness(a) - emptiness(b))
      .slice(0, MOST_VALUES);
  }
  if (depth >= DEEPEST) return [];
  if (checker.isTupleType(type)) return tuplesOf(type as ts.TupleTypeReference, depth, reading);
  if (checker.isArrayType(type)) {
    const element = checker.getTypeArguments(type as ts.TypeReference)[0];
    const values = element === undefined ? [] : valuesOf(element, depth + 1, reading);
    return values.length === 0 ? [[]] : [values.slice(0, 1), [], values.slice(0, 3)];
  }
  return isDictionary(type, reading) ? dictionariesOf(type, depth, reading) : recordsOf(type, depth, reading);
}

/** `Record<string, T>` and its like: any key may stand in it. */
function isDictionary(type: ts.Type, { checker }: Reading): boolean {
  const hasOther = type.getCallSignatures().length > 0 || type.getProperties().length > 0;
  return !hasOther && checker.getIndexInfosOfType(type).some(({ keyType }) => keyType.flags & ts.TypeFlags.String);
}

function dictionariesOf(type: ts.Type, depth: number, reading: Reading): readonly unknown[] {
  const [info] = reading.checker.getIndexInfosOfType(type);
  const values = info === undefined ? [] : valuesOf(info.type, depth + 1, reading);
  const [first, second = first] = values;
  return values.length === 0 ? [{}] : [{ a: first }, {}, { b: second, a: first }, { b: first }];
}

function emptiness(value: unknown): number {
  return value === undefined ? 3 : value === null ? 2 : value === false ? 1 : 0;
}

function tuplesOf(type: ts.TupleTypeReference, depth: number, reading: Reading): readonly unknown[] {
  if (type.target.elementFlags.some((flag) => !(flag & ts.ElementFlags.Required))) return [];
  const elements = reading.checker.getTypeArguments(type).map((element) => valuesOf(element, depth + 1, reading));
  if (elements.some(({ length }) => length === 0)) return [];
  const plain = elements.map(([first]) => first);
  return [
    plain,
    ...elements.flatMap((values, index) => values.slice(1, 3).map((value) => plain.with(index, value))),
  ].slice(0, MOST_VALUES);
}

/** What it must have, then each other value of each field beside that, then everything that may stand there. */
function recordsOf(type: ts.Type, depth: number, reading: Reading): readonly unknown[] {
  if (!isPlainRecord(type, reading)) return [];
  const fields = fieldsOf(type, reading).map((field) => ({
    name: field.name,
    isOptional: isOptionalField(field),
    values: valuesOf(reading.checker.getTypeOfSymbol(field), depth + 1, reading).filter((value) => value !== undefined),
  }));
  if (fields.some(({ isOptional, values }) => !isOptional && values.length === 0)) return [];
  const least = Object.fromEntries(
    fields.filter(({ isOptional }) => !isOptional).map(({ name, values }) => [name, values[0]]),
  );
  const most = Object.fromEntries(
    fields.filter(({ values }) => values.length > 0).map(({ name, values }) => [name, values[0]]),
  );
  const share = Math.max(1, Math.floor((MOST_VALUES - 2) / Math.max(1, fields.length)));
  const varied = fields.flatMap(({ name, isOptional, values }) =>
    values.slice(isOptional ? 0 : 1, isOptional ? share : share + 1).map((value) => ({ ...least, [name]: value })),
  );
  return [least, ...varied.slice(0, MOST_VALUES - 2), ...(Object.keys(most).length > 1 ? [most] : [])];
}

function isPlainRecord(type: ts.Type, { checker, program }: Reading): boolean {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || type.isClass()) return false;
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return false;
  const symbol = type.symbol as ts.Symbol | undefined;
  // What `Partial` and its like make has no name, but is declared there.
  const declared = symbol === undefined || symbol.name.startsWith('__') ? [] : (symbol.declarations ?? []);
  const isFromLibrary = declared.some((declaration) => program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
  return !isFromLibrary && checker.getIndexInfosOfType(type).length === 0;
}

/** Fields that can be written down as a place. */
function fieldsOf(type: ts.Type, reading: Reading): readonly ts.Symbol[] {
  if (!isPlainRecord(type, reading)) return [];
  return reading.checker
    .getPropertiesOfType(type)
    .filter(({ name, flags }) => /^[A-Za-z_$][\w$]*$/.test(name) && !(flags & ts.SymbolFlags.Method));
}

function isOptionalField({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}
