// When objects themselves may be keys: in a cache that ends with one call of the subject, during which nothing changes any object at all.
// Neither a type nor `readonly` proves that of objects between two calls, so no cache that outlives a call is keyed by them.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { builtinBehaviour } from '../../source/known-globals.ts';
import type { Subject } from '../../source/subject.ts';

/** Whether the subject's own text writes no field, makes nothing but literals, and calls only itself these calls and what is known to write nothing. */
export function changesNoObject({ node }: Subject, calls: readonly ts.CallExpression[], symbols: SymbolFacts): boolean {
  return changesNoObjectIn(node, calls, symbols);
}

/** The same of a part of its text. */
export function changesNoObjectIn(part: ts.Node, calls: readonly ts.CallExpression[], symbols: SymbolFacts): boolean {
  const isHarmless = (node: ts.Node): boolean => {
    const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    if (isMember && isWriteTarget(node)) return false;
    if (ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isClassLike(node)) return false;
    if (ts.isAccessor(node)) return false;
    if (ts.isCallExpression(node) && !calls.includes(node) && !writesNothing(node, symbols)) return false;
    return ts.forEachChild(node, (child) => (isHarmless(child) ? undefined : true)) === undefined;
  };
  return isHarmless(part);
}

function writesNothing(call: ts.CallExpression, symbols: SymbolFacts): boolean {
  const callees = symbols.libraryCallee(call) ?? [];
  const behaviours = callees.map(([owner, name]) => builtinBehaviour(owner, name));
  return (
    behaviours.length > 0 &&
    behaviours.every((one) => one !== undefined && one.writes === undefined && one.regexp === undefined)
  );
}

/** An object that is there already: one that the call makes would never be met again. */
export function isExisting(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
    return isExisting(node.expression);
  if (ts.isCallExpression(node))
    return ts.isPropertyAccessExpression(node.expression) && ['get', 'at', 'find'].includes(node.expression.name.text);
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/**
 * Whether calls with these objects may come to one that was there before: by ways of several lengths (`node.left` and `node.left.left`), or through a
 * list of them. Children, of which each has one parent by its name, are met once.
 */
export function meetsAgain(given: readonly (ts.Expression | undefined)[]): boolean {
  const lengths = new Set(given.map(lengthOfPath));
  return lengths.size > 1 || given.some((one) => one !== undefined && isOfSharedList(one));
}

function lengthOfPath(node: ts.Expression | undefined): number {
  if (node === undefined) return 0;
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) return lengthOfPath(node.expression);
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? 1 + lengthOfPath(node.expression)
    : 0;
}

/** The variable of a loop, or the parameter of a callback, through a list that is not said to be of children. */
function isOfSharedList(node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return false;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const list = ts.isForOfStatement(at) ? at.expression : listOfCallback(at);
    const names = ts.isForOfStatement(at) ? at.initializer : ts.isArrowFunction(at) ? at.parameters : undefined;
    if (list === undefined || names === undefined) continue;
    const text = 'kind' in names ? names.getText() : names.map((one) => one.getText()).join(', ');
    if (new RegExp(`\\b${node.text}\\b`).test(text)) return !/child|kids|branches/i.test(list.getText());
  }
  return false;
}

function listOfCallback(node: ts.Node): ts.Expression | undefined {
  if (!ts.isArrowFunction(node) || !ts.isCallExpression(node.parent)) return undefined;
  const { expression } = node.parent;
  return ts.isPropertyAccessExpression(expression) ? expression.expression : undefined;
}

/** Objects that no other value equals, and what may stand in their place. */
export function isIdentity(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  const absent = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
  const objects = parts.filter(({ flags }) => (flags & absent) === 0);
  return (
    objects.length > 0 &&
    objects.every((part) => (part.flags & ts.TypeFlags.Object) !== 0 && part.getCallSignatures().length === 0)
  );
}
