// Functions with a state of their own, made where they are used: `const random = mulberry32(seed)` gives a function that changes variables of the call of
// `mulberry32` that made it, which nobody else has. What calls of it change is no effect on anything outside of where it is made.
import ts from 'typescript';
import { analyzeEffects, type Effect } from '../../source/effects.ts';
import { positionAt } from '../../source/parse-source.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { functionNamed } from './called-functions.ts';
import { mentionsIn } from './loop-text.ts';

/** Calls of such functions that are made within the region, and calls that hand them on to functions which only call them. */
export function callsOfOwnGenerators(region: ts.Node, subject: Subject): readonly ts.CallExpression[] {
  const { checker } = subject;
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && isMadeHere(node, subject)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      const uses = symbol === undefined ? [] : mentionsIn(subject.node, symbol, checker);
      const calls = uses.filter((use) => use !== node.name).map((use) => callOf(use, subject));
      if (calls.every((call) => call !== undefined)) found.push(...calls);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(region, visit);
  return found;
}

/** An effect that is no more than such a call. */
export function isOfOwnGenerator({ kind, line, column }: Effect, calls: readonly ts.CallExpression[]): boolean {
  if (kind !== 'writes-outside' && kind !== 'reads-mutable-outside') return false;
  return calls.some((call) => {
    const place = positionAt(call.getSourceFile(), call.getStart());
    return place.line === line && place.column === column;
  });
}

/** `const random = mulberry32(seed)`, where that makes a function and does nothing to anything but its own variables, which the function has then. */
function isMadeHere({ initializer, parent }: ts.VariableDeclaration, subject: Subject): boolean {
  if (initializer === undefined || (parent.flags & ts.NodeFlags.Const) === 0) return false;
  const call = bare(initializer);
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression) || !arePrimitive(call, subject)) return false;
  const maker = functionNamed(call.expression, subject.checker);
  const isPlain = maker !== undefined && !ts.isMethodDeclaration(maker) && isTopLevel(maker);
  return isPlain && givesFunction(maker) && doesNothingOutside(maker, subject);
}

function isTopLevel(fn: ts.Node): boolean {
  return ts.findAncestor(fn.parent, ts.isFunctionLike) === undefined;
}

/** What it does with its variables, the functions inside of it included, is done to none of another function; `called` is what it may call of its parameters. */
function doesNothingOutside(fn: ts.SignatureDeclaration, subject: Subject, called?: ts.ParameterDeclaration): boolean {
  const place = called && positionAt(called.getSourceFile(), called.getStart());
  return analyzeEffects(subject, fn as SubjectNode).effects.every(
    ({ kind, line, column }) =>
      kind === 'may-throw' || (kind === 'unknown-call' && line === place?.line && column === place.column),
  );
}

function givesFunction(maker: ts.SignatureDeclaration): boolean {
  const { body } = maker as ts.FunctionLikeDeclaration;
  if (body === undefined) return false;
  const given = ts.isBlock(body) ? body.statements.at(-1) : body;
  const value = given !== undefined && ts.isReturnStatement(given) ? given.expression : given;
  const fn = value !== undefined && ts.isExpression(value) ? bare(value) : undefined;
  if (fn === undefined || !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))) return false;
  return fn.modifiers === undefined && !('asteriskToken' in fn && fn.asteriskToken !== undefined);
}

/** `random()`, and `gaussian(random, 2)` where `gaussian` changes nothing outside of itself. */
function callOf(use: ts.Identifier, subject: Subject): ts.CallExpression | undefined {
  const call = use.parent;
  if (!ts.isCallExpression(call)) return undefined;
  if (call.expression === use) return arePrimitive(call, subject) ? call : undefined;
  const called = ts.isIdentifier(call.expression) ? functionNamed(call.expression, subject.checker) : undefined;
  const parameter = called?.parameters[call.arguments.indexOf(use)];
  const isHarmless = called !== undefined && parameter !== undefined && doesNothingOutside(called, subject, parameter);
  return isHarmless && givesPrimitive(call, subject) ? call : undefined;
}

function arePrimitive({ arguments: given }: ts.CallExpression, { checker }: Subject): boolean {
  return given.every((one) => !ts.isSpreadElement(one) && isPrimitiveType(checker.getTypeAtLocation(one)));
}

function givesPrimitive(call: ts.CallExpression, { checker }: Subject): boolean {
  return isPrimitiveType(checker.getTypeAtLocation(call));
}
