// How many steps of a chain may throw. Types are believed, but for what `JSON.parse` gives: it throws for any text, and what the code says that it
// gives is a promise, so that the steps after it may throw as well where they look into it.
import ts from 'typescript';
import type { Effect } from '../../source/effects.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';

interface AnalysedStep {
  readonly callback: ts.Node;
  readonly effects: readonly Effect[];
}

export function countThrowing(steps: readonly AnalysedStep[], checker: ts.TypeChecker): number {
  let isParsed = false;
  let throwing = 0;
  for (const { callback, effects } of steps) {
    const parses = some(callback, (node) => isParse(node, checker));
    const looksInside = isParsed && some(callback, isAccess);
    if (parses || looksInside || effects.some(({ kind }) => kind === 'may-throw')) throwing += 1;
    isParsed ||= parses;
  }
  return throwing;
}

function isAccess(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isArrayBindingPattern(node)
  );
}

/** `JSON.parse`, called here or handed on. */
function isParse(node: ts.Node, checker: ts.TypeChecker): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'parse' &&
    globalName(bare(node.expression), checker) === 'JSON'
  );
}

function some(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  return test(node) || (ts.forEachChild(node, (child) => some(child, test)) ?? false);
}
