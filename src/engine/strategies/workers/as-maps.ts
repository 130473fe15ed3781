// Other ways of writing a map, as the map that they are: `Array.from({ length: n }, (_, i) => f(i))`, promises that are put into a constant before
// `Promise.all` waits for them, and typed arrays whose elements are put together or looked through. The shapes know maps only; what they make of it stands in the new function, in its place.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { applyEdits, editBetween } from '../../source/edits.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { mentions } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import type { Candidate } from '../strategy.ts';
import { plainLoopEdits } from './as-plain-loops.ts';
import { asynchronousCallee, awaitedAll } from './awaited-maps.ts';
import { functionNamed } from './called-functions.ts';
import { mentionsIn } from './loop-text.ts';
import { typedArrayClass } from './shared-views.ts';
import { shorten } from './shown-values.ts';

export interface OtherForm {
  /** The subject as it would be. */
  readonly subject: Subject;
  /** A rewrite of that as one of the subject as it is. */
  readonly restore: (candidate: Candidate) => Candidate;
}

/** Undefined where nothing in the function is written so. */
export function writtenAsMaps(subject: Subject): OtherForm | undefined {
  const { node, text, sourceFile } = subject;
  const edits: TextEdit[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isFunctionLike(child) && child !== node) return;
    const found = editsOf(child, subject);
    edits.push(...found);
    if (found.length === 0) ts.forEachChild(child, visit);
  };
  if (node.body !== undefined) visit(node.body);
  if (edits.length === 0) return undefined;
  const sorted = edits.sort((a, b) => a.start - b.start);
  const after = applyEdits(text, sorted);
  const [start, end] = [node.getStart(sourceFile), node.end + after.length - text.length];
  const changed = subjectWithText(subject, after, start, end);
  if (changed === undefined) return undefined;
  return {
    subject: changed,
    restore(candidate) {
      const [own, ...added] = candidate.files;
      const edited = applyEdits(after, own?.edits ?? []);
      // Beside the function there is another one: it stays as it was.
      const isBeside = candidate.callBinding !== undefined;
      const whole = isBeside ? edited.replace(after.slice(start, end), () => text.slice(start, node.end)) : edited;
      const edit = editBetween(text, whole);
      // Their places are those of the other text.
      const caveats = candidate.caveats.map(({ line: _, column: __, ...caveat }) => caveat);
      return { ...candidate, caveats, files: [{ path: subject.file, edits: [edit] }, ...added] };
    },
  };
}

function editsOf(node: ts.Node, subject: Subject): readonly TextEdit[] {
  if (ts.isIterationStatement(node, false)) return plainLoopEdits(node, subject);
  if (ts.isCallExpression(node)) {
    const found = [countedMap, mapFrom, filledMap, handedOnMap, spreadArray].map((edits) => edits(node, subject));
    return found.find((edits) => edits.length > 0) ?? [];
  }
  return ts.isVariableStatement(node) ? promisesInPlace(node, subject) : [];
}

/** The numbers first, and the work for each of them as the callback of a map: so `length` is asked as before, whatever it is. */
function countedMap(call: ts.CallExpression, { checker }: Subject): readonly TextEdit[] {
  const [, callback, another] = call.arguments;
  if (lengthOfCounted(call, checker) === undefined || another !== undefined || callback === undefined) return [];
  const counted = numbersFirst(callback, checker);
  return counted === undefined ? [] : [{ start: callback.getStart(), end: call.end, text: counted }];
}

/** Of a callback that asks for nothing but the index: what gives that, and the work for each as the callback of a map, up to the end of the call. */
function numbersFirst(callback: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (!ts.isArrowFunction(callback) || callback.typeParameters !== undefined) return undefined;
  const [element, index, more] = callback.parameters;
  if (element === undefined || index === undefined || more !== undefined) return undefined;
  const isPlain = [element, index].every(
    ({ name, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined,
  );
  const symbol = checker.getSymbolAtLocation(element.name);
  if (!isPlain || symbol === undefined || mentionsIn(callback.body, symbol, checker).length > 0) return undefined;
  if (ts.isIdentifier(bare(callback.body as ts.Expression))) return undefined;
  const asynchronous = callback.modifiers === undefined ? '' : 'async ';
  const returned = callback.type === undefined ? '' : `: ${callback.type.getText()}`;
  const numbers = `(${element.name.getText()}, ${index.name.getText()}) => ${index.name.getText()}`;
  const work = `${asynchronous}(${index.getText()})${returned} => ${callback.body.getText()}`;
  return `${numbers}).map(${work})`;
}

/** `[...xs].map(f)` of `Array.from(xs, f)`: both go through what `xs` iterates over, and ask about each. */
function mapFrom(call: ts.CallExpression, { checker }: Subject): readonly TextEdit[] {
  const [array, callback, another] = call.arguments;
  if (!isArrayFrom(call, checker) || array === undefined || callback === undefined || another !== undefined) return [];
  const type = checker.getTypeAtLocation(array);
  const symbol = type.getSymbol();
  const isSet = ['Set', 'ReadonlySet'].includes(symbol?.name ?? '') && isLibrary(symbol);
  if (!checker.isArrayType(type) && typedArrayClass(type) === undefined && !isSet) return [];
  const fn = ts.isIdentifier(callback) ? functionNamed(callback, checker) : callback;
  const isKnown = fn !== undefined && (ts.isArrowFunction(fn) || ts.isFunctionDeclaration(fn));
  // The third argument that `map` gives must not be seen.
  const isPlain =
    isKnown && fn.parameters.length <= 2 && fn.parameters.every((one) => one.dotDotDotToken === undefined);
  if (!isPlain || mentions(fn, 'arguments')) return [];
  return [{ start: call.getStart(), end: call.end, text: `[...${array.getText()}].map(${callback.getText()})` }];
}

/** `new Array(n).fill(0).map((_, i) => …)`, and of `[...Array(n)]`: the numbers first, as `countedMap` does. */
function filledMap(call: ts.CallExpression, { checker }: Subject): readonly TextEdit[] {
  const { expression } = call;
  const [callback, another] = call.arguments;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'map' || another !== undefined) return [];
  if (callback === undefined || !isFilled(expression.expression, checker)) return [];
  const counted = numbersFirst(callback, checker);
  return counted === undefined ? [] : [{ start: callback.getStart(), end: call.end, text: counted }];
}

function isFilled(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const isArray = (one: ts.Expression): boolean =>
    (ts.isNewExpression(one) || ts.isCallExpression(one)) &&
    one.arguments?.length === 1 &&
    globalName(one.expression, checker) === 'Array';
  const value = bare(node);
  if (ts.isArrayLiteralExpression(value)) {
    const [only, another] = value.elements;
    return only !== undefined && another === undefined && ts.isSpreadElement(only) && isArray(only.expression);
  }
  const callee = ts.isCallExpression(value) ? value.expression : undefined;
  return (
    callee !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'fill' &&
    isArray(callee.expression)
  );
}

/** `async (x) => await f(x)` between `map` and `Promise.all`, as `(x) => f(x)`: a call of an asynchronous function throws nothing itself. */
function handedOnMap(call: ts.CallExpression, subject: Subject): readonly TextEdit[] {
  const [callback] = call.arguments;
  const isAsync = callback !== undefined && ts.isArrowFunction(callback) && callback.modifiers?.length === 1;
  if (!isAsync || awaitedAll(call, subject) === undefined) return [];
  let { body }: { body: ts.ConciseBody } = callback;
  const [only, another] = ts.isBlock(body) ? body.statements : [];
  if (ts.isBlock(body)) {
    if (only === undefined || another !== undefined || !ts.isReturnStatement(only)) return [];
    if (only.expression === undefined) return [];
    body = only.expression;
  }
  const value = bare(body);
  const handed = ts.isAwaitExpression(value) ? bare(value.expression) : value;
  const isOfNames =
    ts.isCallExpression(handed) &&
    ts.isIdentifier(handed.expression) &&
    [...handed.arguments, ...callback.parameters.map(({ name }) => name)].every(ts.isIdentifier) &&
    asynchronousCallee(handed.expression, subject.checker) !== undefined;
  if (!isOfNames || callback.parameters.some((one) => one.initializer !== undefined)) return [];
  const listed = callback.parameters.map((one) => one.getText()).join(', ');
  return [{ start: callback.getStart(), end: callback.end, text: `(${listed}) => ${handed.getText()}` }];
}

const ASKING: ReadonlySet<string> = new Set(['reduce', 'forEach', 'some', 'every', 'findIndex']);

/** `[...xs].reduce(…)` of `xs.reduce(…)`: these give no array of its kind. */
function spreadArray({ expression }: ts.CallExpression, { checker }: Subject): readonly TextEdit[] {
  if (!ts.isPropertyAccessExpression(expression) || !ASKING.has(expression.name.text)) return [];
  const array = expression.expression;
  if (expression.questionDotToken !== undefined || !ts.isIdentifier(array)) return [];
  if (typedArrayClass(checker.getTypeAtLocation(array)) === undefined) return [];
  return [{ start: array.getStart(), end: array.end, text: `[...${array.text}]` }];
}

/** `n` of `Array.from({ length: n }, …)`. */
function lengthOfCounted(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  const call = bare(node);
  const [counted] = ts.isCallExpression(call) ? call.arguments : [];
  if (
    !isArrayFrom(call, checker) ||
    counted === undefined ||
    !ts.isObjectLiteralExpression(counted) ||
    counted.properties.length !== 1
  )
    return undefined;
  const [property] = counted.properties;
  if (property === undefined || property.name?.getText() !== 'length') return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

function isArrayFrom(call: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const { expression, name } = call.expression;
  const isOfArray = name.text === 'from' && globalName(bare(expression), checker) === 'Array';
  return isOfArray && isLibrary(checker.getSymbolAtLocation(name));
}

/** What tells how long an array is: itself, or `n` of `Array.from({ length: n }, …)`. */
export function countedBy(array: ts.Expression, checker: ts.TypeChecker): ts.Expression {
  return lengthOfCounted(array, checker) ?? array;
}

/** `xs.map(…)`, for people; of what stands for `Array.from({ length: n }, …)`, that. */
export function shownMap(array: ts.Expression, method: string, checker: ts.TypeChecker): string {
  const counted = lengthOfCounted(array, checker);
  return counted === undefined
    ? `${shorten(array.getText())}.${method}(…)`
    : `Array.from({ length: ${counted.getText()} }, …)`;
}

/** `const tasks = xs.map(…)` right before the statement that waits for `Promise.all(tasks)`, its only mention. */
function promisesInPlace(statement: ts.VariableStatement, { checker, node }: Subject): readonly TextEdit[] {
  const [declaration, another] = statement.declarationList.declarations;
  const isConstant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
  if (declaration?.initializer === undefined || another !== undefined || !isConstant || !ts.isBlock(statement.parent))
    return [];
  const { initializer } = declaration;
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const isMap =
    ts.isCallExpression(initializer) &&
    ts.isPropertyAccessExpression(initializer.expression) &&
    initializer.expression.name.text === 'map';
  const next = statement.parent.statements[statement.parent.statements.indexOf(statement) + 1];
  if (symbol === undefined || !isMap || next === undefined) return [];
  const [use, more] = mentionsIn(node, symbol, checker).filter((one) => one !== declaration.name);
  if (use === undefined || more !== undefined || use.pos < next.pos || use.end > next.end) return [];
  const { parent } = use;
  const isAwaited =
    ts.isCallExpression(parent) &&
    parent.arguments.length === 1 &&
    parent.expression.getText() === 'Promise.all' &&
    ts.isAwaitExpression(parent.parent);
  // Nothing of the statement comes before it but names.
  if (!isAwaited || !isFirstIn(parent.parent, next)) return [];
  return [
    { start: statement.getStart(), end: next.getStart(), text: '' },
    { start: use.getStart(), end: use.end, text: initializer.getText() },
  ];
}

function isFirstIn(awaited: ts.Expression, statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return statement.expression === awaited;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations[0]?.initializer === awaited;
}
