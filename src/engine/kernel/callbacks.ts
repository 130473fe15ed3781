// Functions that array methods are handed, written out where they are called: `(sum, x, i) => sum + x * weights[i]`. Their parameters become
// variables of the function around them, and what they return goes where the method puts it.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { NotAKernel, type Statement } from './kernel-ir.ts';

export interface Callback {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly body: ts.ConciseBody;
}

/** What the method does with what a call of the callback returns. */
export type Deliver = (value: ts.Expression) => readonly Statement[];

/** Undefined for what is no function written there, or one that cannot be written out: with a `this` of its own, asynchronous, with odd parameters. */
export function callbackOf(expression: ts.Expression | undefined): Callback | undefined {
  const node = expression && bare(expression);
  if (node === undefined || !(ts.isArrowFunction(node) || ts.isFunctionExpression(node))) return undefined;
  if (node.modifiers !== undefined || node.asteriskToken !== undefined) return undefined;
  if (ts.isFunctionExpression(node) && (node.name !== undefined || mentionsThis(node.body))) return undefined;
  const arePlain = node.parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      initializer === undefined && dotDotDotToken === undefined && name.getText() !== 'this',
  );
  return arePlain && !declaresVar(node.body) ? { parameters: node.parameters, body: node.body } : undefined;
}

function mentionsThis(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.ThisKeyword || (ts.forEachChild(node, mentionsThis) ?? false);
}

/** Such a variable begins without a value in each call. */
function declaresVar(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) return true;
  return ts.forEachChild(node, declaresVar) ?? false;
}

/** The body of the callback as that of a loop: to return from it is to go on with the next round. */
export function lowerCallbackBody(
  scope: FunctionLowering,
  { body }: Callback,
  label: string,
  /** Undefined where nobody looks at what is returned. */
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
  scope.returns.push((node) => [...returned(node), { kind: 'continue', label }]);
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
