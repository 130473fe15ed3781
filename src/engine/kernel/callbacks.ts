// Functions that array methods are handed, written out where they are called: `(sum, x, i) => sum + x * weights[i]`. Their parameters become
// variables of the function around them, and what they return goes where the method puts it.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import type { FunctionNode } from './function-node.ts';
import { NotAKernel, type Statement } from './kernel-ir.ts';

export interface Callback {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly body: ts.ConciseBody;
  /** The function of the module that it is, which other calls may be written out as well. */
  readonly helper?: FunctionNode;
}

/** What the method does with what a call of the callback returns. */
export type Deliver = (value: ts.Expression) => readonly Statement[];

/**
 * Undefined for what is no function written there, nor the name of one that is known, and for one that cannot be written out: with a `this` of its own,
 * asynchronous, with odd parameters.
 */
export function callbackOf(scope: FunctionLowering, expression: ts.Expression | undefined): Callback | undefined {
  const node = expression && bare(expression);
  if (node !== undefined && ts.isIdentifier(node)) return namedCallback(scope, node);
  if (node === undefined || !(ts.isArrowFunction(node) || ts.isFunctionExpression(node))) return undefined;
  if (node.modifiers !== undefined || node.asteriskToken !== undefined) return undefined;
  if (ts.isFunctionExpression(node) && (node.name !== undefined || mentionsThis(node.body))) return undefined;
  const { parameters, body } = node;
  return arePlain(parameters) && !declaresVar(body) ? { parameters, body } : undefined;
}

/** `values.map(square)`. */
function namedCallback(scope: FunctionLowering, name: ts.Identifier): Callback | undefined {
  const helper = scope.module.functionOf(name);
  if (helper?.body === undefined || !canBeWrittenOut(helper) || !arePlain(helper.parameters)) return undefined;
  return { parameters: helper.parameters, body: helper.body, helper };
}

function arePlain(parameters: readonly ts.ParameterDeclaration[]): boolean {
  return parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      initializer === undefined && dotDotDotToken === undefined && name.getText() !== 'this',
  );
}

/** Whether the body of a function means the same in the place of its call, but for its parameters. */
export function canBeWrittenOut(helper: FunctionNode): boolean {
  const { body, modifiers, asteriskToken, parameters } = helper;
  const isAsync = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  if (body === undefined || isAsync || asteriskToken !== undefined || ts.isMethodDeclaration(helper)) return false;
  if (ts.isFunctionExpression(helper) && helper.name !== undefined) return false;
  const isOdd = parameters.some(
    ({ name, dotDotDotToken }) => dotDotDotToken !== undefined || name.getText() === 'this',
  );
  return !isOdd && !mentionsItsCall(body) && !declaresVar(body);
}

function mentionsThis(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.ThisKeyword || (ts.forEachChild(node, mentionsThis) ?? false);
}

function mentionsItsCall(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && node.text === 'arguments')) return true;
  return ts.forEachChild(node, mentionsItsCall) ?? false;
}

/** Such a variable begins without a value in each call. */
function declaresVar(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) return true;
  return ts.forEachChild(node, declaresVar) ?? false;
}

/** The body of the callback in the place of its call; to return from it is `leave`, to go on with the next round, say. */
export function lowerCallbackBody(
  scope: FunctionLowering,
  callback: Callback,
  leave: Statement,
  /** Undefined where nobody looks at what is returned. */
  deliver: Deliver | undefined,
): readonly Statement[] {
  const { helper } = callback;
  if (helper === undefined) return lowerBody(scope, callback, leave, deliver);
  // One that calls itself has no end there.
  if (scope.writtenOut.has(helper)) throw new NotAKernel('callback', helper);
  scope.bodiesWrittenOut += 1;
  if (scope.bodiesWrittenOut > mostBodies) throw new NotAKernel('too-large', helper, scope.owner?.name ?? '');
  scope.writtenOut.add(helper);
  const body = lowerBody(scope, callback, leave, deliver);
  scope.writtenOut.delete(helper);
  scope.forgetNamesIn(helper);
  return body;
}

/** Helpers that each call another one twice would double with every level. */
const mostBodies = 64;

function lowerBody(
  scope: FunctionLowering,
  { body }: Callback,
  leave: Statement,
  deliver: Deliver | undefined,
): readonly Statement[] {
  if (!ts.isBlock(body)) return deliver === undefined ? scope.effect(body) : deliver(body);
  if (deliver !== undefined && !endsWithAValue(body)) throw new NotAKernel('callback', body);
  const returned = ({ expression }: ts.ReturnStatement): readonly Statement[] => {
    if (deliver === undefined) return expression === undefined ? [] : scope.effect(expression);
    if (expression === undefined) throw new NotAKernel('callback', body);
    return deliver(expression);
  };
  const last = body.statements.at(-1);
  const isReturn = last !== undefined && ts.isReturnStatement(last);
  scope.returns.push((node) => [...returned(node), leave]);
  const statements = scope.statements(isReturn ? body.statements.slice(0, -1) : body.statements);
  scope.returns.pop();
  return isReturn ? [...statements, ...returned(last)] : statements;
}

/** No way through the statement comes to its end. */
function endsWithAValue(statement: ts.Statement | undefined): boolean {
  if (statement === undefined) return false;
  if (ts.isBlock(statement)) return endsWithAValue(statement.statements.at(-1));
  if (ts.isIfStatement(statement))
    return endsWithAValue(statement.thenStatement) && endsWithAValue(statement.elseStatement);
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement);
}

/** Whether the function says the name at all. */
export function isMentioned(name: string, { body }: Callback): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name) || (ts.forEachChild(node, visit) ?? false);
  return visit(body);
}
