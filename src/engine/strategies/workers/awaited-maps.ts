// `await Promise.all(xs.map(async (x) => ...))` whose callbacks only compute: they run one after another, as a plain map does, and the promises add nothing
// but the form. Whether a callback only computes is judged by map-reasons.ts; an `await` in it is what speaks against it.
import ts from 'typescript';
import { analyzeEffects, type EffectKind, type Effects } from '../../source/effects.ts';
import { positionAt } from '../../source/parse-source.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { functionNamed } from './called-functions.ts';
import { effectReasons } from './effect-reasons.ts';

/** What stands for the results of a map in an asynchronous function: the `await`, or what the function returns. */
export function awaitedAll(call: ts.CallExpression, { checker, node }: Subject): ts.Expression | undefined {
  const all = call.parent;
  if (!ts.isCallExpression(all) || all.arguments.length !== 1 || !ts.isPropertyAccessExpression(all.expression))
    return undefined;
  const { expression, name } = all.expression;
  if (name.text !== 'all' || globalName(bare(expression), checker) !== 'Promise') return undefined;
  if (ts.isAwaitExpression(all.parent)) return all.parent;
  return ts.isReturnStatement(all.parent) || all.parent === node ? all : undefined;
}

/** The effects without what comes of waiting for such maps: the `await`, and the call of `Promise.all`, which only collects what their callbacks give. */
export function withoutAwaitedMaps(effects: Effects, subject: Subject): Effects {
  const places = new Set<string>();
  const add = (kind: EffectKind, node: ts.Node): void => {
    const { line, column } = positionAt(subject.sourceFile, node.getStart());
    places.add(`${kind} ${line}:${column}`);
  };
  const visit = (node: ts.Node): void => {
    const awaited = ts.isCallExpression(node) ? awaitedAll(node, subject) : undefined;
    if (awaited !== undefined) {
      add('awaits', awaited);
      add('unknown-call', node.parent);
    }
    ts.forEachChild(node, visit);
  };
  visit(subject.node);
  return {
    ...effects,
    effects: effects.effects.filter(({ kind, line, column }) => !places.has(`${kind} ${line}:${column}`)),
  };
}

/**
 * The asynchronous function of the project that a callback only hands its arguments to: by its name, or by a call of nothing but names, so that whatever
 * throws does so as a promise.
 */
export function asynchronousCallee(
  callback: ts.Expression,
  checker: ts.TypeChecker,
): ts.SignatureDeclaration | undefined {
  const callee = ts.isIdentifier(callback) ? callback : calleeOfNames(callback);
  const fn = callee === undefined ? undefined : functionNamed(callee, checker);
  if (fn === undefined || ('asteriskToken' in fn && fn.asteriskToken !== undefined)) return undefined;
  const modifiers = ts.canHaveModifiers(fn) ? ts.getModifiers(fn) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true ? fn : undefined;
}

/** `score` of `(item) => score(item, rate)`. */
function calleeOfNames(callback: ts.Expression): ts.Identifier | undefined {
  if (!ts.isArrowFunction(callback) || !ts.isCallExpression(callback.body)) return undefined;
  const isAsync = callback.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  const { expression, arguments: given, questionDotToken } = callback.body;
  const areNames = [...given, ...callback.parameters.map(({ name }) => name)].every((one) => ts.isIdentifier(one));
  const isPlain =
    !isAsync && questionDotToken === undefined && callback.parameters.every((one) => one.initializer === undefined);
  return isPlain && areNames && ts.isIdentifier(expression) ? expression : undefined;
}

/** A call that a loop of the function waits for, of a function that only computes: nothing but the `await` keeps the calls from being spread. */
export function awaitedInTurn(subject: Subject): ts.CallExpression | undefined {
  const { node, checker } = subject;
  const onlyComputes = (fn: ts.SignatureDeclaration): boolean =>
    !handlesPromises(fn, checker) && effectReasons(analyzeEffects(subject, fn as SubjectNode)).length === 0;
  const visit = (child: ts.Node, isInLoop: boolean): ts.CallExpression | undefined => {
    if (ts.isFunctionLike(child)) return undefined;
    const call = isInLoop && ts.isAwaitExpression(child) ? bare(child.expression) : undefined;
    if (call !== undefined && ts.isCallExpression(call)) {
      const callee = ts.isIdentifier(call.expression) ? functionNamed(call.expression, checker) : undefined;
      if (callee !== undefined && onlyComputes(callee)) return call;
    }
    const isInside = isInLoop || ts.isIterationStatement(child, false);
    return ts.forEachChild(child, (one) => visit(one, isInside));
  };
  return ts.forEachChild(node, (child) => visit(child, false));
}

/** Something that a function does is a promise or stands for one, so that it does more than compute. */
export function handlesPromises(fn: ts.SignatureDeclaration, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node)) return false;
    const type = checker.getTypeAtLocation(node);
    const kinds = type.isUnion() ? type.types : [type];
    const isPromise =
      ts.isExpression(node) && kinds.some((one) => checker.getPropertyOfType(one, 'then') !== undefined);
    return ts.isAwaitExpression(node) || isPromise || (ts.forEachChild(node, visit) ?? false);
  };
  return ts.forEachChild(fn, visit) ?? false;
}
