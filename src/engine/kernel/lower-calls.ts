// Calls in the kernel's form: Math and the questions of Number from a table, and helpers of the module. Everything else is an obstacle.
import ts from 'typescript';
import { bare, isAssignmentOperator, isStepOperator } from '../source/ranges/expressions.ts';
import { globalName } from '../source/ranges/library-facts.ts';
import { type ArrayKind, kindOfGroup, unite } from './array-groups.ts';
import { constantOf } from './constant-values.ts';
import type { FunctionLowering } from './function-lowering.ts';
import type { FunctionNode } from './function-node.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type ImportedFunction,
  type KernelFunction,
  type MathOperation,
  NotAKernel,
  type Operand,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { read } from './kernel-steps.ts';
import { lowerArrayQuestion } from './lower-array-methods.ts';
import { codeUnitOf, isOneOf } from './lower-characters.ts';
import { lowerExtreme } from './lower-extremes.ts';
import type { Captured } from './lower-kernel.ts';
import { arrayOf, numberOf, unlessSet } from './lower-operands.ts';
import { lowerRow, tableOf, whole } from './lower-tables.ts';
import { lowerTaken } from './lower-taken.ts';
import { lowerWrittenOut } from './lower-written-out.ts';

const operations: ReadonlyMap<string, { readonly operation: MathOperation; readonly operands: number }> = new Map([
  ['abs', { operation: 'abs', operands: 1 }],
  ['ceil', { operation: 'ceil', operands: 1 }],
  ['floor', { operation: 'floor', operands: 1 }],
  ['trunc', { operation: 'trunc', operands: 1 }],
  ['sqrt', { operation: 'sqrt', operands: 1 }],
  ['fround', { operation: 'fround', operands: 1 }],
  ['round', { operation: 'round', operands: 1 }],
  ['sign', { operation: 'sign', operands: 1 }],
  ['clz32', { operation: 'clz32', operands: 1 }],
  ['imul', { operation: 'imul', operands: 2 }],
]);

/** With the number of operands that they must be called with. */
const imported: ReadonlyMap<string, number> = new Map<ImportedFunction, number>([
  ['acos', 1],
  ['acosh', 1],
  ['asin', 1],
  ['asinh', 1],
  ['atan', 1],
  ['atan2', 2],
  ['atanh', 1],
  ['cbrt', 1],
  ['cos', 1],
  ['cosh', 1],
  ['exp', 1],
  ['expm1', 1],
  ['hypot', 2],
  ['log', 1],
  ['log10', 1],
  ['log1p', 1],
  ['log2', 1],
  ['pow', 2],
  ['sin', 1],
  ['sinh', 1],
  ['tan', 1],
  ['tanh', 1],
]);

const questions: ReadonlyMap<string, 'integer' | 'safe-integer' | 'finite' | 'nan'> = new Map([
  ['Number.isInteger', 'integer'],
  ['Number.isSafeInteger', 'safe-integer'],
  ['Number.isFinite', 'finite'],
  ['Number.isNaN', 'nan'],
  ['isFinite', 'finite'],
  ['isNaN', 'nan'],
]);

/** Of the arguments that are arrays. */
function kindsOf(scope: FunctionLowering, given: readonly ts.Expression[]): ReadonlyMap<number, ArrayKind> {
  const kinds = new Map<number, ArrayKind>();
  for (const [index, argument] of given.entries()) {
    const variable = scope.held(bare(argument));
    const kind = variable?.kind === 'array' ? kindOfGroup(groupOf(variable)) : undefined;
    if (kind !== undefined) kinds.set(index, kind);
  }
  return kinds;
}

export function lowerCall(scope: FunctionLowering, node: ts.CallExpression): Expression {
  const question = lowerArrayQuestion(scope, node) ?? lowerExtreme(scope, node);
  if (question !== undefined) return question;
  const callee = bare(node.expression);
  if (node.questionDotToken !== undefined || node.arguments.some(ts.isSpreadElement))
    throw new NotAKernel('call', node, callee.getText());
  const library = libraryName(callee, scope.checker);
  if (library !== undefined) return lowerLibraryCall(scope, node, library);
  const ofText = codeUnitOf(scope, node) ?? isOneOf(scope, node);
  if (ofText !== undefined) return ofText;
  const taken = lowerTaken(scope, node);
  if (taken !== undefined) return taken;
  const target = scope.module.functionOf(callee);
  if (target === undefined && ts.isPropertyAccessExpression(callee))
    throw new NotAKernel('method', node, callee.getText());
  if (target === undefined || target.parameters.length < node.arguments.length)
    throw new NotAKernel('call', node, callee.getText());
  // What is left out has the value that is written with the parameter.
  const given = target.parameters.map(({ initializer }, index) => node.arguments[index] ?? initializer);
  const args = given.filter((one) => one !== undefined);
  const areConstant = given.slice(node.arguments.length).every((one) => one !== undefined && isConstant(scope, one));
  if (args.length !== given.length || !areConstant) throw new NotAKernel('call', node, callee.getText());
  const called = calledAsFunction(scope, target, callee, args);
  if (called instanceof NotAKernel) {
    const body = lowerWrittenOut(scope, node, target);
    if (body === undefined) throw called;
    return body;
  }
  const { kernel, captured } = called;
  const takesFields = [...kernel.given.values()].some(({ field }) => field !== undefined);
  if (typeof kernel.result === 'object' || takesFields) throw new NotAKernel('call', node, callee.getText());
  const before: Statement[] = [];
  const operands = args.map((argument, index): Operand => {
    const parameter = kernel.parameters[index];
    if (parameter?.kind === 'table') {
      const table = tableOf(scope, argument);
      if (table === undefined) throw new NotAKernel('expression', argument, argument.getText());
      unite(parameter.cells.group, table.cells.group, argument);
      before.push(...whole(table, 'all rows'));
      return table;
    }
    if (parameter?.kind === 'array') {
      const { array, first } = handedOver(scope, argument);
      unite(parameter.group, array.group, argument);
      before.push(...first);
      return array;
    }
    const lowered = scope.expression(argument);
    if (scalarKindOf(lowered) !== parameter?.kind) throw new NotAKernel('type', argument, argument.getText());
    return lowered;
  });
  // Read when the call begins, once the arguments have been computed.
  for (const [index, { variable }] of captured.entries()) {
    const parameter = kernel.parameters[args.length + index];
    if (parameter?.kind === 'table' && variable.kind === 'table')
      unite(parameter.cells.group, variable.cells.group, node);
    if (parameter?.kind === 'array' && variable.kind === 'array') unite(parameter.group, variable.group, node);
    operands.push(variable.kind === 'array' || variable.kind === 'table' ? variable : read(variable));
  }
  if (kernel.result === 'nothing' && !ts.isExpressionStatement(node.parent))
    throw new NotAKernel('expression', node, node.getText());
  const call: Expression = { kind: 'call', callee: kernel, operands };
  if (before.length === 0) return call;
  // The rows are looked up before the other arguments are computed, which nothing in them may change.
  if (!node.arguments.every(isSimple)) throw new NotAKernel('expression', node, node.getText());
  return { kind: 'sequence', first: before, last: call };
}

interface CalledFunction {
  readonly kernel: KernelFunction;
  readonly captured: readonly Captured[];
}

/** The obstacle where it takes or gives what no call can hand over. */
function calledAsFunction(
  scope: FunctionLowering,
  target: FunctionNode,
  callee: ts.Expression,
  args: readonly ts.Expression[],
): CalledFunction | NotAKernel {
  try {
    const captured = [...scope.module.capturesOf(target)].map(([symbol, use]) => {
      const variable = scope.sharedVariable(symbol);
      if (variable === undefined) throw new NotAKernel('outside', use, use.text);
      return { symbol, variable };
    });
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
    return { kernel: scope.module.add(target, name, kindsOf(scope, args), captured), captured };
  } catch (error) {
    if (error instanceof NotAKernel) return error;
    throw error;
  }
}

function isConstant(scope: FunctionLowering, expression: ts.Expression): boolean {
  const { kind } = bare(expression);
  const isTruth = kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword;
  return isTruth || constantOf(expression, scope.checker) !== undefined;
}

/** An array, or the row of a table. */
function handedOver(
  scope: FunctionLowering,
  argument: ts.Expression,
): { readonly array: ArrayLocal; readonly first: readonly Statement[] } {
  const row = lowerRow(scope, argument);
  if (row === undefined) {
    const array = arrayOf(scope, argument);
    return { array, first: unlessSet(array) };
  }
  const array = scope.arrayTemporary(row.table.cells.group);
  return { array, first: [row.into(array)] };
}

/** Made of variables, constants, elements and arithmetic, without assignments and calls. */
function isSimple(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isPostfixUnaryExpression(node)) return false;
  if (ts.isPrefixUnaryExpression(node) && isStepOperator(node.operator)) return false;
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) return false;
  return !ts.forEachChild(node, (child) => !isSimple(child));
}

/** `Math.sqrt`, `isNaN`: a global, or a member of one. */
function libraryName(callee: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const root = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : callee;
  const name = globalName(root, checker);
  if (name === undefined) return undefined;
  return ts.isPropertyAccessExpression(callee) ? `${name}.${callee.name.text}` : name;
}

function lowerLibraryCall(scope: FunctionLowering, node: ts.CallExpression, name: string): Expression {
  const operands = () => node.arguments.map((argument) => numberOf(scope, argument));
  const test = questions.get(name);
  if (test !== undefined) {
    const [operand, ...more] = operands();
    if (operand === undefined || more.length > 0) throw new NotAKernel('call', node, name);
    return { kind: 'test', test, operand };
  }
  const member = name.startsWith('Math.') ? name.slice('Math.'.length) : '';
  if (member === 'min' || member === 'max') {
    const [first, ...others] = operands();
    if (first === undefined) return { kind: 'constant', value: member === 'min' ? Infinity : -Infinity };
    return others.reduce<Expression>(
      (left, right) => ({ kind: 'math', operation: member, operands: [left, right] }),
      first,
    );
  }
  const operation = operations.get(member);
  if (operation !== undefined && node.arguments.length === operation.operands)
    return { kind: 'math', operation: operation.operation, operands: operands() };
  if (imported.has(member) && imported.get(member) === node.arguments.length)
    return { kind: 'imported', name: member as ImportedFunction, operands: operands() };
  throw new NotAKernel('call', node, name);
}
