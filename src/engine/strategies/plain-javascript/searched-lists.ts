// Lists that are searched again and again while nothing changes them: where a search stands, whether the list may change between two of them, and
// where something that answers them all can be made once. What is made is the matter of membership-sets.ts and keyed-searches.ts.
import ts from 'typescript';
import type { Effects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';

/** A Set or Map that answers searches of a list. */
export interface Lookup {
  readonly kind: 'Set' | 'Map';
  readonly list: string;
  readonly name: string;
  /** The statements that make it: `const allowedSet = new Set(allowed);`. */
  readonly declaration: string;
  /** Before which statement of the function's body it is made; the body itself when that is an expression. */
  readonly anchor: ts.Statement | ts.Expression;
  /** What is written in place of each search. */
  readonly searches: readonly { readonly node: ts.Expression; readonly text: string }[];
}

export interface Question {
  readonly subject: Subject;
  readonly effects: Effects;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
}

/** A call of a method of arrays on a variable, in a loop or in the callback of an array method. */
export interface RepeatedCall {
  readonly call: ts.CallExpression;
  readonly callee: ts.PropertyAccessExpression;
  readonly method: string;
  readonly list: Variable;
}

export function repeatedCalls(
  { subject, variables }: Pick<Question, 'subject' | 'variables'>,
  methods: ReadonlySet<string>,
): readonly RepeatedCall[] {
  const { checker, node: root } = subject;
  const found: RepeatedCall[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const callee = node.expression;
      const method = callee.name.text;
      const list = methods.has(method) ? variables.of(callee.expression) : undefined;
      const isPlain = node.arguments.length === 1 && !node.questionDotToken && !callee.questionDotToken;
      if (
        list !== undefined &&
        isPlain &&
        !node.arguments.some(ts.isSpreadElement) &&
        isArray(callee.expression, checker) &&
        isLibrarySymbol(checker.getSymbolAtLocation(callee)) &&
        whenItRuns(node, root, checker) === 'again'
      )
        found.push({ call: node, callee, method, list });
    }
    ts.forEachChild(node, visit);
  };
  if (root.body !== undefined) visit(root.body);
  return found;
}

export function byList(calls: readonly RepeatedCall[]): ReadonlyMap<Variable, readonly RepeatedCall[]> {
  const found = new Map<Variable, RepeatedCall[]>();
  for (const call of calls) found.set(call.list, [...(found.get(call.list) ?? []), call]);
  return found;
}

const repeating = new Set(['map', 'filter', 'forEach', 'reduce', 'some', 'every', 'find', 'findIndex', 'flatMap']);

/**
 * 'again': in a loop or in the callback of an array method. 'later': in a function that may be called when the list has changed.
 */
export function whenItRuns(node: ts.Node, root: ts.Node, checker: ts.TypeChecker): 'once' | 'again' | 'later' {
  let isAgain = false;
  let child = node;
  for (let outer = node.parent; outer !== undefined && child !== root; child = outer, outer = outer.parent) {
    if (ts.isIterationStatement(outer, false) && outer.statement === child) isAgain = true;
    if (!ts.isFunctionLike(child) || child === root) continue;
    if (!ts.isCallExpression(outer) || !ts.isPropertyAccessExpression(outer.expression)) return 'later';
    const { expression, name } = outer.expression;
    if (outer.arguments[0] !== child || !repeating.has(name.text) || !isArray(expression, checker)) return 'later';
    isAgain = true;
  }
  return isAgain ? 'again' : 'once';
}

function isArray(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return checker.isArrayType(checker.getTypeAtLocation(node));
}

/** What may change the list between two searches, as a clause. */
export function whyItMayChange(
  list: Variable,
  { subject, effects }: Pick<Question, 'subject' | 'effects'>,
): string | undefined {
  if (list.definitions.length !== 1 || list.changesElsewhere || list.isFree)
    return 'it is given another value, or comes from outside of the function';
  const changing = effects.effects.find(
    ({ kind }) => !['may-throw', 'reads-mutable-outside', 'reads-this'].includes(kind),
  );
  if (changing !== undefined) return `the function ${changing.message}`;
  if (isLeftInBetween(subject.node)) return 'other code runs where the function waits or yields';
  const { declaration } = list;
  if (declaration === undefined) return 'where it comes from is not known';
  if (!list.references.every((reference) => reference.parent === declaration || isOnlyRead(reference)))
    return 'it is used in other ways than to read it';
  if (ts.isParameter(declaration)) return declaration.parent === subject.node ? undefined : 'it belongs to a callback';
  const isHere = ts.isVariableDeclaration(declaration) && declaration.parent.parent.parent === subject.node.body;
  if (!isHere) return 'it is made in a part of the function only';
  return isMadeAnew(declaration.initializer, subject.checker) ? undefined : 'other names may stand for the same list';
}

function isLeftInBetween(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
  return ts.forEachChild(node, isLeftInBetween) ?? false;
}

const readingMethods = new Set([
  ...['includes', 'indexOf', 'join', 'slice', 'at', 'concat', 'map', 'filter', 'some', 'every'],
  ...['find', 'findIndex', 'forEach', 'flatMap', 'reduce'],
]);

export function isOnlyRead(reference: ts.Identifier): boolean {
  const { parent } = reference;
  if (ts.isForOfStatement(parent)) return parent.expression === reference;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === reference) {
    if (parent.name.text === 'length') return !isWriteTarget(parent);
    return readingMethods.has(parent.name.text) && ts.isCallExpression(parent.parent) && takesNoArray(parent.parent);
  }
  return (
    ts.isElementAccessExpression(parent) &&
    parent.expression === reference &&
    !isWriteTarget(parent) &&
    !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent)
  );
}

/** Callbacks that do not get hold of the list itself as their last argument. */
function takesNoArray(call: ts.CallExpression): boolean {
  return call.arguments.every(
    (argument) =>
      (!ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument)) ||
      (argument.parameters.length < 3 &&
        argument.parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined)),
  );
}

function isMadeAnew(initializer: ts.Expression | undefined, checker: ts.TypeChecker): boolean {
  const value = initializer && bare(initializer);
  if (value === undefined) return false;
  if (ts.isArrayLiteralExpression(value)) return true;
  if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false;
  if (!isLibrarySymbol(checker.getSymbolAtLocation(value.expression))) return false;
  const { name, expression } = value.expression;
  if (['Object', 'Array'].includes(globalName(bare(expression), checker) ?? ''))
    return ['keys', 'values', 'from', 'of'].includes(name.text);
  return ['map', 'filter', 'slice', 'split', 'concat', 'flatMap'].includes(name.text);
}

/** The statement of the function's own body around a place; what is made before it is made once in a call. */
export function anchorOf(node: ts.Node, { node: root }: Subject): Lookup['anchor'] | undefined {
  const { body } = root;
  if (body === undefined || !ts.isBlock(body)) return body;
  return body.statements.find((statement) => statement.pos <= node.pos && node.end <= statement.end);
}
