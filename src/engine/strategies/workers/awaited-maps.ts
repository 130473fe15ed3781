// `await Promise.all(xs.map(async (x) => ...))` whose callbacks only compute: they run one after another, as a plain map does, and the promises add nothing
// but the form. Whether a callback only computes is judged by map-reasons.ts; an `await` in it is what speaks against it.
import ts from 'typescript';
import type { EffectKind, Effects } from '../../source/effects.ts';
import { positionAt } from '../../source/parse-source.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';

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

/** Something in a callback is a promise or stands for one, so that it does more than compute. */
export function handlesPromises(callback: ts.Node, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    const type = checker.getTypeAtLocation(node);
    const kinds = type.isUnion() ? type.types : [type];
    const isPromise =
      ts.isExpression(node) && kinds.some((one) => checker.getPropertyOfType(one, 'then') !== undefined);
    return ts.isAwaitExpression(node) || isPromise || (ts.forEachChild(node, visit) ?? false);
  };
  return ts.forEachChild(callback, visit) ?? false;
}
