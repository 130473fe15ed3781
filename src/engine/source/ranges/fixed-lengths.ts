// Whether the length of an array that comes from elsewhere stays the same while a function runs: nothing in the function may write to
// it or run code that could. Strings and typed arrays never change their length.
import ts from 'typescript';
import { bare, isAssignmentOperator, isStepOperator } from './expressions.ts';
import type { FunctionVariables, Variable } from './function-variables.ts';
import { globalName, isLibrarySymbol, typedArrayName } from './library-facts.ts';

export interface FixedLengths {
  /** `x.length` has one value during a call of the function, as long as `x` itself is not given another value. */
  isFixed(variable: Variable, type: ts.Type): boolean;
}

export function analyzeLengths(variables: FunctionVariables, checker: ts.TypeChecker): FixedLengths {
  let foreignArraysStay: boolean | undefined;
  return {
    isFixed(variable, type) {
      if (type.flags & ts.TypeFlags.StringLike) return true;
      if (typedArrayName(type) !== undefined) return true;
      if (!checker.isArrayType(type) && !checker.isTupleType(type)) return false;
      foreignArraysStay ??= !changesArrays(variables.functionNode, variables, checker);
      return foreignArraysStay && variable.references.every((reference) => isReadOnlyUse(reference));
    },
  };
}

/** `x.length`, `x[i]`, `of x`, the declaration. */
function isReadOnlyUse(reference: ts.Identifier): boolean {
  const { parent } = reference;
  if (ts.isPropertyAccessExpression(parent)) {
    const isTarget =
      ts.isBinaryExpression(parent.parent) &&
      parent.parent.left === parent &&
      isAssignmentOperator(parent.parent.operatorToken.kind);
    const isStep =
      (ts.isPrefixUnaryExpression(parent.parent) || ts.isPostfixUnaryExpression(parent.parent)) &&
      isStepOperator(parent.parent.operator);
    const isCalled = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    return (
      (parent.name.text === 'length' && !isTarget && !isStep) || (isCalled && readingMethods.has(parent.name.text))
    );
  }
  if (ts.isElementAccessExpression(parent)) return parent.expression === reference;
  return ts.isForOfStatement(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent);
}

const readingMethods: ReadonlySet<string> = new Set([
  'slice',
  'concat',
  'indexOf',
  'lastIndexOf',
  'includes',
  'join',
  'at',
]);
const writingMethods: ReadonlySet<string> = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'fill',
  'sort',
  'reverse',
  'copyWithin',
  'set',
]);
const harmlessGlobals: ReadonlySet<string> = new Set([
  'Math',
  'Number',
  'String',
  'Boolean',
  'BigInt',
  'isNaN',
  'isFinite',
  'parseInt',
  'parseFloat',
]);
const harmlessConstructors: ReadonlySet<string> = new Set(['Array', 'Map', 'Set', 'Error', 'RangeError', 'TypeError']);

/** Whether anything in the node may change an array that was not made by the function itself. */
function changesArrays(node: ts.Node, variables: FunctionVariables, checker: ts.TypeChecker): boolean {
  const isOwn = (expression: ts.Expression): boolean => isMadeHere(expression, variables, checker);
  const visit = (child: ts.Node): boolean => {
    if (
      ts.isAwaitExpression(child) ||
      ts.isYieldExpression(child) ||
      ts.isDeleteExpression(child) ||
      ts.isTaggedTemplateExpression(child)
    )
      return true;
    if (ts.isForOfStatement(child) && child.awaitModifier !== undefined) return true;
    if (
      ts.isBinaryExpression(child) &&
      isAssignmentOperator(child.operatorToken.kind) &&
      writesForeign(child.left, isOwn)
    )
      return true;
    if (
      (ts.isPrefixUnaryExpression(child) || ts.isPostfixUnaryExpression(child)) &&
      isStepOperator(child.operator) &&
      writesForeign(child.operand, isOwn)
    )
      return true;
    if (ts.isNewExpression(child) && !isHarmlessNew(child, checker)) return true;
    if (ts.isCallExpression(child) && !isHarmlessCall(child, isOwn, checker)) return true;
    if (ts.isPropertyAccessExpression(child) && mayBeGetter(child, checker)) return true;
    return ts.forEachChild(child, visit) ?? false;
  };
  return ts.forEachChild(node, visit) ?? false;
}

function writesForeign(target: ts.Expression, isOwn: (expression: ts.Expression) => boolean): boolean {
  const node = bare(target);
  if (ts.isIdentifier(node)) return false;
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) return !isOwn(node.expression);
  // A pattern: only plain variables may be given values.
  if (ts.isArrayLiteralExpression(node)) return node.elements.some((element) => writesForeign(element, isOwn));
  return true;
}

/** An array that this function created, a row of one, or a typed array. */
function isMadeHere(expression: ts.Expression, variables: FunctionVariables, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (typedArrayName(checker.getTypeAtLocation(node)) !== undefined || isFresh(node, variables, checker)) return true;
  if (ts.isElementAccessExpression(node))
    return isMadeHere(node.expression, variables, checker) && holdsOnlyOwn(node, variables);
  const variable = variables.of(node);
  if (variable === undefined || variable.isFree || variable.changesElsewhere) return false;
  return (
    variable.definitions.length > 0 &&
    variable.definitions.every(
      (definition) => definition.kind === 'value' && isFresh(definition.expression, variables, checker),
    )
  );
}

function isFresh(expression: ts.Expression, variables: FunctionVariables, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isArrayLiteralExpression(node) || ts.isNewExpression(node)) return true;
  if (!ts.isCallExpression(node)) return false;
  const callee = bare(node.expression);
  if (ts.isIdentifier(callee)) return globalName(callee, checker) === 'Array';
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.name.text === 'from' && globalName(bare(callee.expression), checker) === 'Array') return true;
  return callee.name.text === 'fill' && isFresh(callee.expression, variables, checker);
}

/** A table of this function holds only rows of this function when whatever is put into it is fresh too; taken from its pushes and stores. */
function holdsOnlyOwn(access: ts.ElementAccessExpression, variables: FunctionVariables): boolean {
  const table = variables.of(bare(access.expression));
  if (table === undefined) return false;
  return table.references.every((reference) => {
    const { parent } = reference;
    if (ts.isVariableDeclaration(parent)) return isFreshTable(parent.initializer);
    if (ts.isElementAccessExpression(parent)) return !isStoreTarget(parent);
    if (!ts.isPropertyAccessExpression(parent)) return false;
    const call = parent.parent;
    if (parent.name.text === 'length') return true;
    return (
      parent.name.text === 'push' &&
      ts.isCallExpression(call) &&
      call.arguments.every((argument) => isFreshRow(argument))
    );
  });
}

function isStoreTarget(access: ts.ElementAccessExpression): boolean {
  return (
    ts.isBinaryExpression(access.parent) &&
    access.parent.left === access &&
    isAssignmentOperator(access.parent.operatorToken.kind)
  );
}

function isFreshTable(initializer: ts.Expression | undefined): boolean {
  if (initializer === undefined) return false;
  const node = bare(initializer);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isFreshRow);
  if (!ts.isCallExpression(node)) return false;
  const last = node.arguments.at(-1);
  return last !== undefined && ts.isArrowFunction(last) && ts.isExpression(last.body) && isFreshRow(last.body);
}

function isFreshRow(expression: ts.Expression): boolean {
  const node = bare(expression);
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isNewExpression(node) ||
    (ts.isCallExpression(node) && /^(new )?Array\b/.test(node.getText()))
  );
}

function isHarmlessNew(node: ts.NewExpression, checker: ts.TypeChecker): boolean {
  const name = globalName(bare(node.expression), checker);
  return name !== undefined && (harmlessConstructors.has(name) || /^(Int|Uint|Float)\d+(Clamped)?Array$/.test(name));
}

function isHarmlessCall(
  node: ts.CallExpression,
  isOwn: (expression: ts.Expression) => boolean,
  checker: ts.TypeChecker,
): boolean {
  // A callback written in place is visited like all other code; one that is only named may do anything.
  if (node.arguments.some((argument) => isUnseenFunction(argument, checker))) return false;
  const callee = bare(node.expression);
  if (ts.isIdentifier(callee)) {
    const name = globalName(callee, checker);
    return name === 'Array' || (name !== undefined && harmlessGlobals.has(name));
  }
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const receiver = bare(callee.expression);
  const global = globalName(receiver, checker);
  if (global !== undefined && (harmlessGlobals.has(global) || global === 'Array')) return true;
  if (!isLibrarySymbol(checker.getSymbolAtLocation(callee.name))) return false;
  if (writingMethods.has(callee.name.text)) return isOwn(receiver);
  const type = checker.getTypeAtLocation(receiver);
  const isArray = checker.isArrayType(type) || checker.isTupleType(type) || typedArrayName(type) !== undefined;
  return (type.flags & ts.TypeFlags.StringLike) !== 0 || isArray || /^(Map|Set)$/.test(type.getSymbol()?.name ?? '');
}

function isUnseenFunction(argument: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(argument);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return false;
  const type = checker.getTypeAtLocation(node);
  return type.getCallSignatures().length > 0 || (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

function mayBeGetter(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(node.name);
  if (symbol === undefined) return true;
  return (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && !isLibrarySymbol(symbol);
}
