// Callbacks that can stand in a loop as they are: what they take, what they give, and what keeps them from being moved. Effects are
// known to source/effects.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { isReassigned } from '../../source/loops/places.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { reasons } from './reasons.ts';

type Written = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

export interface Callback {
  /** As it is handed to the method. */
  readonly node: ts.ArrowFunction | ts.FunctionExpression | ts.Identifier;
  /** What runs: the node itself, or the helper function that it names, which the loop calls. */
  readonly called: Written;
  /** Those that are put in the loop; none where a helper is called. */
  readonly parameters: readonly ts.ParameterDeclaration[];
  /** Statements before the value; empty for `x => e`. */
  readonly statements: readonly ts.Statement[];
  /** Undefined where the callback gives nothing. */
  readonly value: ts.Expression | undefined;
}

export function isCallback(value: unknown): value is Callback {
  return typeof value === 'object' && value !== null && 'parameters' in value;
}

export function readCallback(method: string, given: ts.Expression, subject: Subject): Callback | Reason {
  const node = unwrapped(given);
  const helper = ts.isIdentifier(node) ? helperOf(node, subject) : undefined;
  // What Array.from hands over first is undefined, which a helper is rarely written for.
  if (ts.isIdentifier(node) && helper !== undefined && method !== 'Array.from') return readHelper(method, node, helper);
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
  if (!ts.isBlock(node.body))
    return { node, called: node, parameters: node.parameters, statements: [], value: node.body };
  const statements = [...node.body.statements];
  const last = statements.at(-1);
  const value = last !== undefined && ts.isReturnStatement(last) ? last.expression : undefined;
  if (last !== undefined && ts.isReturnStatement(last)) statements.pop();
  for (const statement of statements) {
    const obstacle = obstacleIn(statement);
    if (obstacle !== undefined) return form(obstacle.what, obstacle.node);
  }
  return { node, called: node, parameters: node.parameters, statements, value };
}

/** The function of the file that the name stands for, now and whenever the loop runs. */
function helperOf(name: ts.Identifier, { checker, sourceFile, node: root }: Subject): Written | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  const [declaration, ...more] = symbol?.declarations ?? [];
  if (symbol === undefined || declaration === undefined || more.length > 0) return undefined;
  if (declaration.getSourceFile() !== sourceFile || isReassigned(symbol, sourceFile, checker)) return undefined;
  if (ts.isFunctionDeclaration(declaration))
    return declaration.parent === sourceFile && declaration.body !== undefined ? declaration : undefined;
  if (!ts.isVariableDeclaration(declaration) || declaration.parent.parent.parent !== sourceFile) return undefined;
  // Before the function: an empty array would hide that the constant is not set yet.
  const isSet = (declaration.parent.flags & ts.NodeFlags.Const) !== 0 && declaration.end < root.pos;
  const value = declaration.initializer && unwrapped(declaration.initializer);
  return isSet && value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    ? value
    : undefined;
}

function readHelper(method: string, node: ts.Identifier, called: Written): Callback | Reason {
  const form = (what: string): Reason => reasonAt(node, reasons.callbackForm(method, what));
  if (called.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true || called.asteriskToken)
    return form('is asynchronous or a generator');
  const isPlain = called.parameters.every(
    ({ initializer, dotDotDotToken, name }) =>
      initializer === undefined && dotDotDotToken === undefined && name.getText() !== 'this',
  );
  if (!isPlain) return form('has a default, a rest or a `this` parameter');
  if (called.parameters.length < (method === 'reduce' ? 2 : 1)) return form('does not take the element');
  const own = whatSeesItsCall(called);
  return own === undefined ? { node, called, parameters: [], statements: [], value: undefined } : form(own);
}

/** What of a helper sees how it is called: with how many arguments, on what. */
function whatSeesItsCall(called: Written): string | undefined {
  const visit = (child: ts.Node): string | undefined => {
    if (child.kind === ts.SyntaxKind.ThisKeyword) return 'uses `this`';
    return isArgumentsOrEval(child) ? `uses ${child.text}` : ts.forEachChild(child, visit);
  };
  return ts.forEachChild(called, visit);
}

function isArgumentsOrEval(node: ts.Node): node is ts.Identifier {
  return ts.isIdentifier(node) && (node.text === 'arguments' || node.text === 'eval');
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
    if (isArgumentsOrEval(child)) return { node: child, what: `uses ${child.text}` };
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
