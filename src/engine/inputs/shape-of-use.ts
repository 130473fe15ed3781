// The shape of a value that has no type (plain JavaScript, `any`, `unknown`), concluded from what the body does with it.
import type ts from 'typescript';
import { usesOfExpressions } from './collect-uses.ts';
import { chosenTexts, comparedTexts } from './compared-texts.ts';
import { impossible, type Shape, undefinedShape } from './input-shape.ts';
import {
  isDimensionName,
  isFixedLength,
  isSizeName,
  numberRangeOf,
  suggestsPositions,
  suggestsSorted,
  suggestsText,
  textRoleOf,
} from './name-hints.ts';
import type { NumberRole } from './parameter-facts.ts';
import { textContents } from './text-contents.ts';
import type { Uses } from './uses.ts';

export interface UseReading {
  readonly checker: ts.TypeChecker;
  readonly place: 'outer' | 'inner';
  /** For the argument itself; 'free' inside of it. */
  readonly numberRole: NumberRole;
  readonly isArgument: boolean;
  readonly besideCollection: boolean;
  readonly besideFile: boolean;
  readonly isSorted: boolean;
}

type RecordShape = Extract<Shape, { kind: 'record' }>;

const few = 5;

export function shapeOfUse(name: string, uses: Uses, reading: UseReading): Shape {
  const extent = reading.place === 'outer' ? 'size' : few;
  const inside: UseReading = { ...reading, place: 'inner', numberRole: 'free', isArgument: false };
  if (uses.total === 0) return undefinedShape;
  if (uses.calls.length > 0) return callback(uses, inside);
  if (isText(name, uses)) return text(name, uses, reading);
  if (uses.date > 0) return { kind: 'date' };
  if (uses.pattern > 0) return { kind: 'constant', text: '/[aeiou]+/' };
  if (isList(uses)) {
    if (uses.set > 0 && uses.sequence === 0 && !uses.hasElements)
      return { kind: 'wrapped', before: 'new Set(', inner: { kind: 'list', element: word, extent }, after: ')' };
    return list(name, uses, reading, extent);
  }
  if (uses.map > 0 && uses.properties.size === 0) {
    if (uses.set > 0)
      return {
        kind: 'wrapped',
        before: 'new Map(',
        inner: { kind: 'entries', key: word, value: someNumber(name, uses), extent },
        after: ')',
      };
    return { kind: 'dictionary', value: someNumber('value', uses), extent, keys: 'words' };
  }
  if (uses.set > 0)
    return { kind: 'wrapped', before: 'new Set(', inner: { kind: 'list', element: word, extent }, after: ')' };
  if (isNumber(name, uses)) return number(name, uses, reading);
  if (uses.properties.size > 0) {
    const inProperty: UseReading = { ...reading, numberRole: 'free', isArgument: false };
    const properties = [...uses.properties].map(([property, its]) => ({
      name: property,
      shape: ofProperty(property, its, inProperty),
    }));
    return { kind: 'record', properties: gridOf(properties) };
  }
  if (uses.promise > 0)
    return { kind: 'wrapped', before: 'Promise.resolve(', inner: someNumber(name, uses), after: ')' };
  if (uses.truth > 0 || uses.literals.some((value) => typeof value === 'boolean')) return { kind: 'boolean' };
  if (suggestsText(name) || textRoleOf(name) !== undefined) return text(name, uses, reading);
  if (numberRangeOf(name) !== undefined || isSizeName(name)) return number(name, uses, reading);
  return impossible('it has no type, and what the function does with it does not say what it is');
}

/** `{ width, height, data }`: the array has as many numbers as the two say. */
function gridOf(properties: RecordShape['properties']): RecordShape['properties'] {
  const isDimension = ({ name, shape }: RecordShape['properties'][number]): boolean =>
    isDimensionName(name) && (shape.kind === 'float' || shape.kind === 'integer');
  const isCells = ({ shape }: RecordShape['properties'][number]): boolean =>
    shape.kind === 'list' &&
    shape.extent === 'size' &&
    (shape.element.kind === 'float' || shape.element.kind === 'integer');
  if (properties.filter(isDimension).length < 2 || !properties.some(isCells)) return properties;
  return properties.map((property) => {
    const { name, shape } = property;
    if (isDimension(property)) return { name, shape: { kind: 'size', dividedBy: 1 } };
    return isCells(property) && shape.kind === 'list'
      ? { name, shape: { ...shape, extent: 'size-squared' } }
      : property;
  });
}

/** A property that is only passed on may be anything: a number will do. */
function ofProperty(name: string, uses: Uses, reading: UseReading): Shape {
  const shape = shapeOfUse(name, uses, reading);
  if (shape.kind !== 'impossible' && shape !== undefinedShape) return shape;
  return textRoleOf(name) === undefined
    ? someNumber(name, uses)
    : { kind: 'text', role: textRoleOf(name) ?? 'word', extent: 1 };
}

/** Without a type: the body does with it what can only be done with texts. */
export function isText(name: string, uses: Uses): boolean {
  if (uses.list > 0) return false;
  if (uses.text > 0) return true;
  if (uses.literals.some((value) => typeof value === 'string') && uses.number === 0 && uses.sequence === 0) return true;
  if (uses.sequence === 0 && uses.iterated === 0) return false;
  const lettersInside =
    uses.hasElements &&
    uses.elements.literals.length > 0 &&
    uses.elements.literals.every((value) => typeof value === 'string' && value.length === 1);
  return lettersInside || (suggestsText(name) && !isNumber('', uses.elements));
}

function isList(uses: Uses): boolean {
  return uses.list > 0 || uses.sequence > 0 || uses.iterated > 0 || uses.hasElements;
}

function isNumber(name: string, uses: Uses): boolean {
  if (uses.number > 0 || uses.bound > 0 || uses.literals.some((value) => typeof value === 'number')) return true;
  return (uses.addition > 0 || uses.comparison > 0) && uses.properties.size === 0 && !suggestsText(name);
}

function list(name: string, uses: Uses, reading: UseReading, extent: 'size' | number): Shape {
  const isGraph = suggestsPositions(name) && extent === 'size';
  const elements = uses.elements;
  const role = textRoleOf(name);
  if (role !== undefined && mayBeText(elements))
    return { kind: 'list', extent, element: { kind: 'text', role: isFixedLength(role) ? role : 'word', extent: 1 } };
  if (isList(elements) && !isText('', elements) && extent === 'size') {
    const number: Shape = isGraph
      ? { kind: 'integer', range: { from: 0, below: 'size' } }
      : elementOf(name, elements.elements, reading);
    return { kind: 'list', extent, element: { kind: 'list', extent: isGraph ? few : 'size', element: number } };
  }
  const element = elementOf(name, elements, reading);
  const isSorted =
    (reading.isSorted || suggestsSorted(name)) && (element.kind === 'integer' || element.kind === 'float');
  return isSorted ? { kind: 'list', element, extent, isSorted } : { kind: 'list', element, extent };
}

/** Its characters are looked at by their index, and nothing is done with them that texts cannot do. */
function mayBeText({ list, sequence, iterated, elements, properties }: Uses): boolean {
  return list === 0 && sequence + iterated > 0 && properties.size === 0 && !isNumber('', elements) && !isList(elements);
}

function elementOf(name: string, uses: Uses, reading: UseReading): Shape {
  const shape = shapeOfUse(name, uses, { ...reading, place: 'inner', numberRole: 'free', isArgument: false });
  if (shape.kind !== 'impossible' && shape !== undefinedShape) return shape;
  // Nothing is done with the elements themselves; lists of words, names and lines say what they are.
  const role = textRoleOf(name);
  return role === undefined
    ? someNumber(name, uses)
    : { kind: 'text', role: isFixedLength(role) ? role : 'word', extent: 1 };
}

function number(name: string, uses: Uses, reading: UseReading): Shape {
  switch (reading.numberRole) {
    case 'size':
      return { kind: 'size', dividedBy: 1 };
    case 'part-of-size':
      return { kind: 'size', dividedBy: 10 };
    case 'zero':
      return { kind: 'constant', text: '0' };
    case 'position':
      return { kind: 'integer', range: { from: 0, below: 'size' } };
    case 'free':
      return someNumber(name, uses);
  }
}

function someNumber(name: string, uses: Uses): Shape {
  const hint = numberRangeOf(name);
  const isWhole = uses.whole > 0 || hint?.kind === 'integer';
  if (uses.characterCode > 0) return characterCode;
  return { kind: isWhole ? 'integer' : 'float', range: hint?.range ?? { from: 0, below: 1000 } };
}

/** Of lower-case letters, of which texts are made. */
export const characterCode: Shape = { kind: 'integer', range: { from: 97, below: 123 } };

const word: Shape = { kind: 'text', role: 'word', extent: 1 };

function text(name: string, uses: Uses, reading: UseReading): Shape {
  const options = reading.isArgument ? chosenTexts : comparedTexts;
  const compared = uses.parsedAs === undefined ? options(uses) : undefined;
  if (compared !== undefined) return compared;
  const known = uses.parsedAs ?? textRoleOf(name);
  const isFileName = known === 'file' || known === 'new-file';
  const read = isFileName ? undefined : readText(uses, reading.isArgument ? 'size' : 1, reading);
  if (read !== undefined) return read;
  // One letter is found in many lines of the file, a word of its own in none.
  if (known === undefined && reading.isArgument && reading.besideFile)
    return { kind: 'text', role: 'letters', extent: 1 };
  const role = known ?? (reading.isArgument && !reading.besideCollection ? 'letters' : 'word');
  const extent = isFixedLength(role) ? 1 : reading.isArgument ? 'size' : 40;
  const contents =
    role === 'file' && uses.contents ? untypedContents(uses.contents, extent !== 'size', reading) : undefined;
  return { kind: 'text', role, extent, ...(contents === undefined ? {} : { contents }) };
}

/** A text that the body cuts or parses: made of what it finds there. */
function readText(uses: Uses, extent: 'size' | number, reading: UseReading): Shape | undefined {
  const contents = untypedContents(uses, extent !== 'size', reading);
  if (contents !== undefined) return { kind: 'text', role: 'lines', extent, contents };
  return uses.lines === undefined ? undefined : { kind: 'text', role: 'lines', extent };
}

function untypedContents(text: Uses, isOneOfMany: boolean, reading: UseReading) {
  const inside: UseReading = { ...reading, numberRole: 'free', isArgument: false, isSorted: false };
  return textContents(text, isOneOfMany, {
    checker: reading.checker,
    // Plain JavaScript says nothing about what it parses.
    ofType: () => undefinedShape,
    ofUses: (uses, isOne) => shapeOfUse('contents', uses, { ...inside, place: isOne ? 'inner' : 'outer' }),
  });
}

function callback(uses: Uses, reading: UseReading): Shape {
  const result = usesOfExpressions(uses.calls, reading.checker);
  const parameters = [{ name: 'value', annotation: 'unknown' }];
  const argumentCount = Math.max(...uses.calls.map((call) => call.arguments.length));
  if (result.truth > 0 && argumentCount === 1)
    return { kind: 'callback', isAsync: false, parameters, body: 'Boolean(value)' };
  if (result.comparison > 0 && argumentCount === 2) {
    const pair = [
      { name: 'a', annotation: 'number' },
      { name: 'b', annotation: 'number' },
    ];
    return { kind: 'callback', isAsync: false, parameters: pair, body: 'a - b' };
  }
  if (argumentCount > 0) return { kind: 'callback', isAsync: result.promise > 0, parameters, body: 'value' };
  return { kind: 'callback', isAsync: false, parameters: [], body: someNumber('value', result) };
}
