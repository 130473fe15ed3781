// `xs.forEach(callback)` whose callback does nothing to anything around it but append to one list, or count (own-accumulator.ts): then each part can run it
// with a list or a count of its own.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effect } from '../../source/effects.ts';
import { isTarget } from '../../source/loops/places.ts';
import { positionAt } from '../../source/parse-source.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import type { FoundMap } from './found-map.ts';
import { isInsideTry } from './loop-sites.ts';
import { mentionsIn } from './loop-text.ts';
import { type OwnAccumulator, ownAccumulator } from './own-accumulator.ts';
import { reasonAt } from './shape-proposal.ts';

/** Undefined when the callback does something else to what is around it, or the list is known elsewhere as well. */
export function collectedBy(call: ts.CallExpression, subject: Subject): OwnAccumulator | undefined {
  const [callback] = call.arguments;
  if (!ts.isExpressionStatement(call.parent) || callback === undefined || !ts.isArrowFunction(callback))
    return undefined;
  const own = ownAccumulator(writesOf(callback, subject), call, subject, 1);
  return own !== undefined && isKnownOnlyHere(own, call, subject) ? own : undefined;
}

/** What the callback changes that stands outside of it, as far as names tell; the rest is told by its effects. */
function writesOf(callback: ts.ArrowFunction, { checker }: Subject): readonly ts.Expression[] {
  const isOutside = (node: ts.Node): boolean => {
    const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    return declaration !== undefined && !isInside(declaration, callback);
  };
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    const changed = ts.isIdentifier(node)
      ? node
      : ts.isElementAccessExpression(node)
        ? bare(node.expression)
        : undefined;
    if (changed !== undefined && isTarget(node as ts.Expression) && isOutside(changed))
      found.push(node as ts.Expression);
    const method = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression;
    if (method && ['push', 'set'].includes(method.name.text) && isOutside(bare(method.expression)))
      found.push(node as ts.CallExpression);
    ts.forEachChild(node, visit);
  };
  visit(callback.body);
  return found;
}

/** Nothing else of the function can see the list or the count while the parts are on their way. */
function isKnownOnlyHere({ of, target, mentions }: OwnAccumulator, call: ts.CallExpression, subject: Subject): boolean {
  const { checker, node } = subject;
  const isBest = typeof of === 'object' && of.form === 'best';
  return mentionsIn(node, target, checker).every((mention) => {
    if (isInside(mention, call)) return mentions.some((one) => isInside(mention, one));
    if (of === 'count' || isBest || mention === (target.valueDeclaration as ts.VariableDeclaration).name) return true;
    const method = ts.isPropertyAccessExpression(mention.parent) ? mention.parent.name.text : '';
    return method === 'length' || (method === 'push' && ts.isExpressionStatement(mention.parent.parent.parent))
      ? true
      : mention.pos > call.end && !standsInALoop(call, subject);
  });
}

export function standsInALoop(node: ts.Node, subject: Subject): boolean {
  for (let outer = node.parent; outer !== subject.node; outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) return true;
  }
  return false;
}

/** An effect that is nothing but appending or counting. */
export function isCollecting({ kind, line, column }: Effect, own: OwnAccumulator | undefined): boolean {
  if (own === undefined || kind !== 'writes-outside') return false;
  return [...own.steps, ...own.mentions].some((node) => {
    const place = positionAt(node.getSourceFile(), node.getStart());
    return place.line === line && place.column === column;
  });
}

export function forEachReasons({ call, shown, own, reduction }: FoundMap, { file, node }: Subject): readonly Reason[] {
  if (own === undefined && reduction === undefined) {
    const message = `\`${shown}\` does more than compute a few values and then append, count or keep these in variables that the function makes before.`;
    const unlock = 'Compute a value of each element with `map`, and do the rest with these.';
    return [reasonAt(call, file, 'W1', message, unlock)];
  }
  if (!isInsideTry(call, node)) return [];
  const message = `\`${shown}\` stands in a \`try\`, where what it did before a failure can be seen.`;
  return [reasonAt(call, file, 'W4', message, 'Move the `try` into the callback.')];
}
