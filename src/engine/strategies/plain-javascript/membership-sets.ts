// `list.includes(x)` asked again and again becomes `new Set(list).has(x)`: both compare in the same way (SameValueZero: NaN is found, 0 and -0 are
// the same, a hole counts as undefined), so nothing differs as long as the list does not change meanwhile. `indexOf` compares otherwise.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { reasons } from './reasons.ts';

export interface MembershipSet {
  /** `const allowedSet = new Set(allowed);` */
  readonly declaration: string;
  readonly list: string;
  /** Before which statement of the function's body it is made; the body itself when that is an expression. */
  readonly anchor: ts.Statement | ts.Expression;
  /** `allowed.includes` at each place, to become `allowedSet.has`. */
  readonly callees: readonly ts.PropertyAccessExpression[];
  readonly replacement: string;
}

export interface MembershipSets {
  readonly sets: readonly MembershipSet[];
  readonly refused: readonly Reason[];
}

interface Question {
  readonly subject: Subject;
  readonly effects: Effects;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
}

export function findMembershipSets({ subject, effects, variables, names }: Question): MembershipSets {
  const sets: MembershipSet[] = [];
  const refused: Reason[] = [];
  const end = subject.style.semicolons ? ';' : '';
  for (const [variable, callees] of askedRepeatedly(subject, variables)) {
    const why = whyNot(variable, { subject, effects });
    const [first] = callees;
    const anchor = first && anchorOf(first, subject);
    if (first === undefined) continue;
    if (why !== undefined) refused.push(reasonAt(first, reasons.listMayChange(variable.name, why)));
    else if (anchor === undefined) refused.push(reasonAt(first, reasons.place()));
    else {
      const name = names.fresh(`${variable.name}Set`);
      sets.push({
        declaration: `const ${name} = new Set(${variable.name})${end}`,
        list: variable.name,
        anchor,
        callees,
        replacement: `${name}.has`,
      });
    }
  }
  return { sets, refused };
}

/** Calls of `includes` on a list of a name, in a loop or in the callback of an array method. */
function askedRepeatedly(
  subject: Subject,
  variables: FunctionVariables,
): ReadonlyMap<Variable, readonly ts.PropertyAccessExpression[]> {
  const { checker, node: root } = subject;
  const found = new Map<Variable, ts.PropertyAccessExpression[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const callee = node.expression;
      const variable = callee.name.text === 'includes' ? variables.of(callee.expression) : undefined;
      const isPlain = node.arguments.length === 1 && !node.questionDotToken && !callee.questionDotToken;
      if (
        variable !== undefined &&
        isPlain &&
        !node.arguments.some(ts.isSpreadElement) &&
        checker.isArrayType(checker.getTypeAtLocation(callee.expression)) &&
        isLibrarySymbol(checker.getSymbolAtLocation(callee)) &&
        isRepeated(node, root, checker)
      )
        found.set(variable, [...(found.get(variable) ?? []), callee]);
    }
    ts.forEachChild(node, visit);
  };
  if (root.body !== undefined) visit(root.body);
  return found;
}

const repeating = new Set(['map', 'filter', 'forEach', 'reduce', 'some', 'every', 'find', 'findIndex', 'flatMap']);

/** In a loop or in the callback of an array method; not in a function that may be called after the list has changed. */
function isRepeated(node: ts.Node, root: ts.Node, checker: ts.TypeChecker): boolean {
  let isAgain = false;
  let child = node;
  for (let outer = node.parent; outer !== undefined && child !== root; child = outer, outer = outer.parent) {
    if (ts.isIterationStatement(outer, false) && outer.statement === child) isAgain = true;
    if (!ts.isFunctionLike(child) || child === root) continue;
    if (!ts.isCallExpression(outer) || !ts.isPropertyAccessExpression(outer.expression)) return false;
    const { expression, name } = outer.expression;
    if (outer.arguments[0] !== child || !repeating.has(name.text) || !isArray(expression, checker)) return false;
    isAgain = true;
  }
  return isAgain;
}

function isArray(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return checker.isArrayType(checker.getTypeAtLocation(node));
}

/** What may change the list between two questions. */
function whyNot(variable: Variable, { subject, effects }: Pick<Question, 'subject' | 'effects'>): string | undefined {
  if (variable.definitions.length !== 1 || variable.changesElsewhere || variable.isFree)
    return 'it is given another value, or comes from outside of the function';
  const changing = effects.effects.find(
    ({ kind }) => !['may-throw', 'reads-mutable-outside', 'reads-this'].includes(kind),
  );
  if (changing !== undefined) return `the function ${changing.message}`;
  const { declaration } = variable;
  if (declaration === undefined) return 'where it comes from is not known';
  if (!variable.references.every((reference) => reference.parent === declaration || isOnlyRead(reference)))
    return 'it is used in other ways than to read it';
  if (ts.isParameter(declaration)) return declaration.parent === subject.node ? undefined : 'it belongs to a callback';
  const isHere = ts.isVariableDeclaration(declaration) && declaration.parent.parent.parent === subject.node.body;
  if (!isHere) return 'it is made in a part of the function only';
  return isMadeAnew(declaration.initializer, subject.checker) ? undefined : 'other names may stand for the same list';
}

const readingMethods = new Set([
  'includes',
  'indexOf',
  'join',
  'slice',
  'at',
  'concat',
  'map',
  'filter',
  'some',
  'every',
]);

function isOnlyRead(reference: ts.Identifier): boolean {
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

/** Callbacks that do not get hold of the list itself as their third argument. */
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
function anchorOf(node: ts.Node, { node: root }: Subject): MembershipSet['anchor'] | undefined {
  const { body } = root;
  if (body === undefined || !ts.isBlock(body)) return body;
  return body.statements.find((statement) => statement.pos <= node.pos && node.end <= statement.end);
}
