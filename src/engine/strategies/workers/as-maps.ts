// Other ways of writing a map, as the map that they are: `Array.from({ length: n }, (_, i) => f(i))`, promises that are put into a constant before
// `Promise.all` waits for them, and typed arrays whose elements are put together or looked through. The shapes know maps only; what they make of it stands in the new function, in its place.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { applyEdits, editBetween } from '../../source/edits.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import type { Candidate } from '../strategy.ts';
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
  if (ts.isCallExpression(node)) return [...countedMap(node, subject), ...spreadArray(node, subject)];
  return ts.isVariableStatement(node) ? promisesInPlace(node, subject) : [];
}

/** The numbers first, and the work for each of them as the callback of a map: so `length` is asked as before, whatever it is. */
function countedMap(call: ts.CallExpression, { checker }: Subject): readonly TextEdit[] {
  const [, callback, another] = call.arguments;
  if (lengthOfCounted(call, checker) === undefined || another !== undefined) return [];
  if (callback === undefined || !ts.isArrowFunction(callback) || callback.typeParameters !== undefined) return [];
  const [element, index, more] = callback.parameters;
  if (element === undefined || index === undefined || more !== undefined) return [];
  const isPlain = [element, index].every(
    ({ name, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined,
  );
  const symbol = checker.getSymbolAtLocation(element.name);
  if (!isPlain || symbol === undefined || mentionsIn(callback.body, symbol, checker).length > 0) return [];
  if (ts.isIdentifier(bare(callback.body as ts.Expression))) return [];
  const asynchronous = callback.modifiers === undefined ? '' : 'async ';
  const returned = callback.type === undefined ? '' : `: ${callback.type.getText()}`;
  const numbers = `(${element.name.getText()}, ${index.name.getText()}) => ${index.name.getText()}`;
  const work = `${asynchronous}(${index.getText()})${returned} => ${callback.body.getText()}`;
  return [{ start: callback.getStart(), end: call.end, text: `${numbers}).map(${work})` }];
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
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { expression, name } = call.expression;
  const isFrom =
    name.text === 'from' &&
    globalName(bare(expression), checker) === 'Array' &&
    isLibrary(checker.getSymbolAtLocation(name));
  const [counted] = call.arguments;
  if (!isFrom || counted === undefined || !ts.isObjectLiteralExpression(counted) || counted.properties.length !== 1)
    return undefined;
  const [property] = counted.properties;
  if (property === undefined || property.name?.getText() !== 'length') return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
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
