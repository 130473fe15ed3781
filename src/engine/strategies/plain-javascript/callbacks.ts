// Callbacks that can stand in a loop as they are: what they take, what they give, and what keeps them from being moved. Effects are
// known to source/effects.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { reasons } from './reasons.ts';

export interface Callback {
  readonly node: ts.ArrowFunction | ts.FunctionExpression;
  readonly parameters: readonly ts.ParameterDeclaration[];
  /** Statements before the value; empty for `x => e`. */
  readonly statements: readonly ts.Statement[];
  /** Undefined where the callback gives nothing. */
  readonly value: ts.Expression | undefined;
}

export function isCallback(value: unknown): value is Callback {
  return typeof value === 'object' && value !== null && 'parameters' in value;
}

export function readCallback(method: string, given: ts.Expression): Callback | Reason {
  const node = unwrapped(given);
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node))
    return reasonAt(given, reasons.callbackElsewhere(method));
  const form = (what: string, at: ts.Node = node): Reason => reasonAt(at, reasons.callbackForm(method, what));
  if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true || node.asteriskToken)
    return form('is asynchronous or a generator');
  if (ts.isFunctionExpression(node) && node.name !== undefined) return form('has a name that it may call itself by');
  for (const parameter of node.parameters) {
    if (parameter.initializer ?? parameter.dotDotDotToken) return form('has a default or a rest parameter', parameter);
  }
  const own = ownThings(node);
  if (own !== undefined) return form(own.what, own.node);
  if (!ts.isBlock(node.body)) return { node, parameters: node.parameters, statements: [], value: node.body };
  const statements = [...node.body.statements];
  const last = statements.at(-1);
  const value = last !== undefined && ts.isReturnStatement(last) ? last.expression : undefined;
  if (last !== undefined && ts.isReturnStatement(last)) statements.pop();
  for (const statement of statements) {
    const obstacle = obstacleIn(statement);
    if (obstacle !== undefined) return form(obstacle.what, obstacle.node);
  }
  return { node, parameters: node.parameters, statements, value };
}

function unwrapped(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ? unwrapped(expression.expression) : expression;
}

interface Obstacle {
  readonly node: ts.Node;
  readonly what: string;
}

/** What means something else outside of the callback. */
function ownThings(node: ts.ArrowFunction | ts.FunctionExpression): Obstacle | undefined {
  const visit = (child: ts.Node): Obstacle | undefined => {
    if (ts.isIdentifier(child) && (child.text === 'arguments' || child.text === 'eval'))
      return { node: child, what: `uses ${child.text}` };
    if (child.kind === ts.SyntaxKind.ThisKeyword && ts.isFunctionExpression(node))
      return { node: child, what: 'has a `this` of its own' };
    if (ts.isAwaitExpression(child) || ts.isYieldExpression(child)) return { node: child, what: 'waits' };
    if (ts.isNoSubstitutionTemplateLiteral(child) || ts.isTemplateExpression(child)) {
      if (child.getText().includes('\n')) return { node: child, what: 'holds a text of several lines' };
    }
    return ts.forEachChild(child, visit);
  };
  return ts.forEachChild(node, visit);
}

/** Statements that do not mean the same in the body of a loop. */
function obstacleIn(statement: ts.Statement): Obstacle | undefined {
  const visit = (node: ts.Node): Obstacle | undefined => {
    if (ts.isReturnStatement(node)) return { node, what: 'returns early' };
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isLabeledStatement(node))
      return { node, what: 'declares functions, classes or labels' };
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped))
      return { node, what: 'declares with var' };
    if (ts.isFunctionLike(node)) return undefined;
    return ts.forEachChild(node, visit);
  };
  return visit(statement);
}

/** Names declared inside, parameters included. */
export function declaredNames(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(child) || ts.isParameter(child) || ts.isBindingElement(child)) &&
      ts.isIdentifier(child.name)
    )
      names.add(child.name.text);
    if (ts.isFunctionExpression(child) && child.name !== undefined) names.add(child.name.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}
