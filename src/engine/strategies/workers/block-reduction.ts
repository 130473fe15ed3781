// A callback cut in two where it first looks at what is put together so far: `xs.reduce((groups, x) => { … return groups; }, {})`, and `forEach` whose
// callback changes variables of the function. What comes before can be computed anywhere, and the rest stays where it is and in order. As in loops
// (loop-tail.ts) the rest must not be able to throw.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { isTarget } from '../../source/loops/places.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { type HandedValue, isQuiet, MOST_VALUES, symbolsIn } from './loop-tail.ts';
import { isMadeEmpty } from './own-groups.ts';

export interface BlockReduction {
  readonly kind: 'block';
  readonly callback: ts.ArrowFunction;
  /** Of `reduce`. */
  readonly accumulator: ts.ParameterDeclaration | undefined;
  readonly element: ts.ParameterDeclaration;
  readonly before: readonly ts.Statement[];
  /** With the `return` at its end. */
  readonly rest: readonly ts.Statement[];
  /** What the rest needs of what comes before, and of the element. */
  readonly values: readonly HandedValue[];
}

export function readBlockReduction(
  call: ts.CallExpression,
  callback: ts.ArrowFunction,
  checker: ts.TypeChecker,
): BlockReduction | undefined {
  const { body } = callback;
  const [, initial] = call.arguments;
  const [accumulator, element] = callback.parameters;
  if (!ts.isBlock(body) || accumulator === undefined || element === undefined) return undefined;
  if (initial === undefined || !isEmptyTable(bare(initial))) return undefined;
  const taking = checker.getSymbolAtLocation(accumulator.name);
  const last = body.statements.at(-1);
  const isGivenBack =
    last !== undefined &&
    ts.isReturnStatement(last) &&
    last.expression !== undefined &&
    checker.getSymbolAtLocation(bare(last.expression)) === taking;
  if (taking === undefined || !isGivenBack) return undefined;
  const cut = cutCallback(body.statements.slice(0, -1), element, [taking], checker);
  return cut && { kind: 'block', callback, accumulator, element, ...cut, rest: [...cut.rest, last] };
}

/** `sums` and `groups` of the function that the callback of a `forEach` changes, when nothing of it can be seen otherwise meanwhile. */
export function readBlockForEach(call: ts.CallExpression, subject: Subject): BlockReduction | undefined {
  const { checker } = subject;
  const [callback, another] = call.arguments;
  if (callback === undefined || another !== undefined || !ts.isArrowFunction(callback)) return undefined;
  const { body } = callback;
  const [element, index] = callback.parameters;
  if (!ts.isBlock(body) || element === undefined || index !== undefined || callback.modifiers !== undefined)
    return undefined;
  const outside = body.statements
    .flatMap((one) => symbolsIn(one, checker))
    .filter((symbol) => {
      const declaration = symbol.valueDeclaration;
      return declaration !== undefined && isInside(declaration, subject.node) && !isInside(declaration, callback);
    });
  const targets = [...new Set(outside)].filter((symbol) =>
    !isPrimitiveType(checker.getTypeOfSymbol(symbol))
      ? isMadeEmpty(symbol, call, subject)
      : isAssignedIn(body, symbol, checker),
  );
  const cut = cutCallback(body.statements, element, targets, checker);
  return targets.length === 0 || cut === undefined
    ? undefined
    : { kind: 'block', callback, accumulator: undefined, element, ...cut };
}

function isAssignedIn(region: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const isIt = ts.isIdentifier(region) && isTarget(region) && checker.getSymbolAtLocation(region) === symbol;
  return isIt || (ts.forEachChild(region, (child) => isAssignedIn(child, symbol, checker) || undefined) ?? false);
}

/** `targets`: what the rest puts together. */
function cutCallback(
  statements: readonly ts.Statement[],
  element: ts.ParameterDeclaration,
  targets: readonly ts.Symbol[],
  checker: ts.TypeChecker,
): Pick<BlockReduction, 'before' | 'rest' | 'values'> | undefined {
  const cut = statements.findIndex((one) => symbolsIn(one, checker).some((symbol) => targets.includes(symbol)));
  const [before, rest] = [statements.slice(0, cut), statements.slice(cut)];
  if (cut < 1 || rest.length === 0 || before.some(returns) || rest.some(returns)) return undefined;
  if (!rest.every((one) => isQuiet(one, undefined, checker))) return undefined;
  const symbols = [...new Set(rest.flatMap((one) => symbolsIn(one, checker)))].filter((one) => !targets.includes(one));
  const isFrom = (region: ts.Node, { valueDeclaration: at }: ts.Symbol) => at !== undefined && isInside(at, region);
  const values = symbols
    .filter((symbol) => isFrom(element, symbol) || before.some((one) => isFrom(one, symbol)))
    .map((symbol) => ({ name: symbol.name, type: checker.getTypeOfSymbol(symbol) }));
  // An object from elsewhere could be put into the table, and changed there while the work on later elements reads it.
  const isApart = symbols.every(
    (symbol) =>
      rest.some((one) => isFrom(one, symbol)) ||
      isMember(symbol) ||
      isLibrary(symbol) ||
      isPrimitiveType(checker.getTypeOfSymbol(symbol)),
  );
  const isFitting =
    values.length > 0 && values.length <= MOST_VALUES && values.every(({ type }) => isPrimitiveType(type));
  const isChanged = rest.some((one) => changes(one, values));
  return isApart && isFitting && !isChanged ? { before, rest, values } : undefined;
}

/** `{}`, `new Map()`, `Object.create(null)`. */
function isEmptyTable(value: ts.Expression): boolean {
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  const isEmptyMap =
    ts.isNewExpression(value) && value.expression.getText() === 'Map' && (value.arguments ?? []).length === 0;
  return isEmptyMap || value.getText() === 'Object.create(null)';
}

function returns(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return ts.isReturnStatement(node) || (ts.forEachChild(node, returns) ?? false);
}

/** `push` of an array, `length`. */
function isMember({ valueDeclaration: at }: ts.Symbol): boolean {
  return at !== undefined && (ts.isClassElement(at) || ts.isTypeElement(at));
}

function changes(node: ts.Node, values: readonly HandedValue[]): boolean {
  const isIt = ts.isIdentifier(node) && values.some(({ name }) => name === node.text) && isTarget(node);
  return isIt || (ts.forEachChild(node, (child) => changes(child, values) || undefined) ?? false);
}

/** What a worker does with an element. */
export function workText({ callback, element, before, values }: BlockReduction, text: string, end: string): string {
  const [first, last] = [before[0], before.at(-1)];
  if (first === undefined || last === undefined) throw new Error('There is work before the rest.');
  const outer = indentAt(callback.getStart(), text);
  const inner = indentAt(first.getStart(), text);
  const work = text.slice(first.getStart(), last.end);
  return `(${element.getText()}) => {\n${inner}${work}\n${inner}return ${handed(values)}${end}\n${outer}}`;
}

/** The callback that takes in what the workers found. */
export function takingText({ callback, accumulator, rest, values }: BlockReduction, text: string): string {
  const [first] = rest;
  if (first === undefined) throw new Error('There is a rest.');
  const returned = callback.type === undefined ? '' : `: ${callback.type.getText()}`;
  const inner = indentAt(first.getStart(), text);
  const body = `{\n${inner}${text.slice(first.getStart(), callback.end)}`;
  const taken = accumulator === undefined ? handed(values) : `${accumulator.getText()}, ${handed(values)}`;
  return `(${taken})${returned} => ${body}`;
}

function handed(values: readonly HandedValue[]): string {
  const names = values.map(({ name }) => name);
  return names.length === 1 ? names.join('') : `[${names.join(', ')}]`;
}
