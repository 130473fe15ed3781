// How the elements of an array group are read and written: every mention of its variables is one of a few understood uses, or a reason.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import {
  bare,
  enclosingFunction,
  isAssignmentOperator,
  isStepOperator,
  operatorOfAssignment,
  wrapped,
} from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { aliasTarget, swapOf } from './array-groups.ts';
import type { GrownOrigin } from './grown-array.ts';
import { reasons } from './reasons.ts';

type Store =
  | { readonly kind: 'set'; readonly node: ts.BinaryExpression | ts.CallExpression; readonly value: ts.Expression }
  | {
      readonly kind: 'update';
      readonly node: ts.BinaryExpression;
      readonly operator: ts.SyntaxKind;
      readonly operand: ts.Expression;
    }
  | { readonly kind: 'step'; readonly node: ts.Node; readonly delta: 1 | -1 };

export interface ElementUse {
  readonly variable: Variable;
  /** The whole access: `a[i]`, or `t[i][j]`; the call of a push that fills the array. */
  readonly node: ts.ElementAccessExpression | ts.CallExpression;
  readonly index: ts.Expression;
  /** What is stored; absent for a plain read. */
  readonly store?: Store;
}

export interface ArrayUses {
  readonly elements: readonly ElementUse[];
  /** `a.fill(v)` with or without a range. */
  readonly fills: readonly { readonly node: ts.CallExpression; readonly value: ts.Expression }[];
  /** Uses that need whole numbers or plain numbers as elements: for-of, indexOf and the like. */
  readonly numberOnly: readonly { readonly node: ts.Node; readonly how: string }[];
  readonly returns: readonly { readonly node: ts.ReturnStatement; readonly variable: Variable }[];
}

export function usesOf(
  group: ReadonlySet<Variable>,
  variables: FunctionVariables,
  origin?: GrownOrigin,
): ArrayUses | Reason {
  const uses = {
    elements: [] as ElementUse[],
    fills: [] as ArrayUses['fills'][number][],
    numberOnly: [] as ArrayUses['numberOnly'][number][],
    returns: [] as ArrayUses['returns'][number][],
  };
  for (const variable of group) {
    for (const reference of variable.references) {
      if (origin !== undefined && reference.parent === origin.push.expression) {
        const { push, index, value } = origin;
        uses.elements.push({ variable, node: push, index, store: { kind: 'set', node: push, value } });
        continue;
      }
      const problem = addUse(reference, variable, group, variables, uses);
      if (problem !== undefined) return problem;
    }
  }
  return uses;
}

type Collected = { -readonly [Key in keyof ArrayUses]: ArrayUses[Key][number][] };

function addUse(
  reference: ts.Identifier,
  variable: Variable,
  group: ReadonlySet<Variable>,
  variables: FunctionVariables,
  uses: Collected,
): Reason | undefined {
  if (enclosingFunction(reference) !== variables.functionNode)
    return reasonAt(reference, reasons.captured(variable.name));
  const value = wrapped(reference);
  const { parent } = value;
  if (isDefinition(reference, variable)) return undefined;
  const target = aliasTarget(reference, variables);
  if (target !== undefined) {
    const isStatement =
      ts.isVariableDeclaration(parent) ||
      ts.isArrayLiteralExpression(parent) ||
      ts.isExpressionStatement(parent.parent);
    return group.has(target) && isStatement
      ? undefined
      : reasonAt(reference, reasons.escapes(variable.name, `is assigned to ${target.name}`));
  }
  if (ts.isElementAccessExpression(parent) && parent.expression === value) return addElement(parent, variable, uses);
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value) return addMember(parent, variable, uses);
  if (ts.isForOfStatement(parent) && parent.expression === value && parent.awaitModifier === undefined) {
    uses.numberOnly.push({ node: parent.expression, how: 'for-of' });
    return undefined;
  }
  if (ts.isReturnStatement(parent)) {
    uses.returns.push({ node: parent, variable });
    return undefined;
  }
  return reasonAt(reference, whyOtherUse(variable.name, value, parent));
}

/** The declaring name, or the target of an assignment that the group knows as a definition. */
function isDefinition(reference: ts.Identifier, variable: Variable): boolean {
  const target = wrapped(reference);
  const { parent } = target;
  if (ts.isVariableDeclaration(parent) && parent.name === reference) return true;
  if (ts.isArrayLiteralExpression(parent)) return swapOf(parent)?.targets.includes(reference) ?? false;
  const isTarget =
    ts.isBinaryExpression(parent) && parent.left === target && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return (
    isTarget &&
    ts.isExpressionStatement(parent.parent) &&
    variable.definitions.some((definition) => definition.node === parent)
  );
}

function addElement(access: ts.ElementAccessExpression, variable: Variable, uses: Collected): Reason | undefined {
  if (access.questionDotToken !== undefined) return reasonAt(access, reasons.escapes(variable.name, 'is read with ?.'));
  const use = elementUse(access, variable, access.argumentExpression);
  if ('code' in use) return use;
  uses.elements.push(use);
  return undefined;
}

/** What is done with the element: read, stored to, or something that arrays alone allow. */
export function elementUse(
  node: ts.ElementAccessExpression,
  variable: Variable,
  index: ts.Expression,
): ElementUse | Reason {
  const target = wrapped(node);
  const { parent } = target;
  if (ts.isDeleteExpression(parent)) return reasonAt(parent, reasons.grows(variable.name, 'delete'));
  if (ts.isBinaryExpression(parent) && parent.left === target && isAssignmentOperator(parent.operatorToken.kind)) {
    const operator = parent.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken)
      return { variable, node, index, store: { kind: 'set', node: parent, value: parent.right } };
    const plain = operatorOfAssignment(operator);
    if (plain === undefined)
      return reasonAt(parent, reasons.probes(variable.name, `${parent.operatorToken.getText()}`));
    return { variable, node, index, store: { kind: 'update', node: parent, operator: plain, operand: parent.right } };
  }
  if ((ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) && isStepOperator(parent.operator)) {
    return {
      variable,
      node,
      index,
      store: { kind: 'step', node: parent, delta: parent.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1 },
    };
  }
  if (isPatternElement(target)) return reasonAt(node, reasons.escapes(variable.name, 'is written by destructuring'));
  if (ts.isElementAccessExpression(parent) && parent.expression === target)
    return reasonAt(node, reasons.notNumber(variable.name, 'something with elements of its own'));
  if (ts.isCallExpression(parent) && parent.expression === target)
    return reasonAt(node, reasons.notNumber(variable.name, 'a function'));
  return { variable, node, index };
}

/** Part of a pattern that is assigned to: `[a[0], a[1]] = [a[1], a[0]]`, `for (a[0] of xs)`. */
function isPatternElement(target: ts.Node): boolean {
  const { parent } = target;
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === target) return true;
  if (ts.isPropertyAssignment(parent) || ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent))
    return isPatternElement(parent);
  if (
    ts.isBinaryExpression(parent) &&
    parent.left === target &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  )
    return true;
  return (ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) && isPatternElement(parent);
}

const growing: ReadonlySet<string> = new Set(['push', 'pop', 'shift', 'unshift', 'splice']);
const numberMethods: ReadonlySet<string> = new Set(['indexOf', 'lastIndexOf', 'includes', 'join', 'at']);

function addMember(access: ts.PropertyAccessExpression, variable: Variable, uses: Collected): Reason | undefined {
  const name = access.name.text;
  const { parent } = access;
  const isCalled = ts.isCallExpression(parent) && parent.expression === access && parent.questionDotToken === undefined;
  if (access.questionDotToken !== undefined) return reasonAt(access, reasons.escapes(variable.name, 'is read with ?.'));
  if (name === 'length' && !isCalled) {
    const target = wrapped(access);
    const isWritten =
      (ts.isBinaryExpression(target.parent) &&
        target.parent.left === target &&
        isAssignmentOperator(target.parent.operatorToken.kind)) ||
      ((ts.isPrefixUnaryExpression(target.parent) || ts.isPostfixUnaryExpression(target.parent)) &&
        isStepOperator(target.parent.operator)) ||
      isPatternElement(target);
    return isWritten ? reasonAt(access, reasons.grows(variable.name, 'length =')) : undefined;
  }
  if (growing.has(name)) return reasonAt(access, reasons.grows(variable.name, `${name}()`));
  if (name === 'fill' && isCalled && ts.isExpressionStatement(parent.parent) && parent.arguments.length > 0) {
    const [value] = parent.arguments;
    if (value !== undefined && !parent.arguments.some(ts.isSpreadElement)) {
      uses.fills.push({ node: parent, value });
      return undefined;
    }
  }
  if (numberMethods.has(name) && isCalled && !parent.arguments.some(ts.isSpreadElement)) {
    uses.numberOnly.push({ node: access, how: `${name}()` });
    return undefined;
  }
  return reasonAt(access, whyOtherMember(variable.name, name, isCalled));
}

function whyOtherMember(array: string, member: string, isCalled: boolean): ReturnType<typeof reasons.method> {
  if (!isCalled) return reasons.escapes(array, `is used through .${member}`);
  if (member === 'sort' || member === 'toSorted')
    return reasons.method(
      array,
      member,
      'orders elements as strings unless told otherwise; a typed array orders them as numbers, -0 and NaN in other places',
    );
  if (['map', 'filter', 'flatMap', 'slice', 'concat', 'flat', 'toReversed', 'with'].includes(member)) {
    return reasons.method(
      array,
      member,
      'makes another plain array; a typed array would make a typed one, or has no such method',
    );
  }
  return reasons.method(array, member, 'is not followed');
}

function whyOtherUse(name: string, value: ts.Node, parent: ts.Node): ReturnType<typeof reasons.escapes> {
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword)
    return reasons.probes(name, 'in');
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return reasons.escapes(name, `is handed to ${parent.expression.getText()}`);
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return reasons.escapes(name, 'is spread');
  if (ts.isForInStatement(parent)) return reasons.probes(name, 'for-in');
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === value)
    return reasons.escapes(name, 'is used as an index');
  if (
    ts.isArrayLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent)
  )
    return reasons.escapes(name, 'is put into another value');
  if (ts.isBinaryExpression(parent) && isAssignmentOperator(parent.operatorToken.kind))
    return reasons.escapes(name, `is assigned to ${bare(parent.left).getText()}`);
  return reasons.escapes(name, 'is used as a whole');
}
