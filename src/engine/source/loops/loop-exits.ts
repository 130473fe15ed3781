// How a loop can end before its last iteration, and what pauses it. A throw is no exit of its own: the first one in order is thrown again.
import ts from 'typescript';
import type { LoopReason } from './loop-facts.ts';

export function loopExits(loop: ts.IterationStatement): readonly LoopReason[] {
  const found: LoopReason[] = [];
  const labels = labelsOf(loop);
  const isForeignContinue = (node: ts.Node): boolean =>
    ts.isContinueStatement(node) &&
    node.label !== undefined &&
    !labels.has(node.label.text) &&
    !isLabelledInside(node, node.label.text, loop);
  const visit = (node: ts.Node, isNested: boolean): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) {
      found.push({
        code: 'W4',
        message: 'A `return` in the loop ends it early: later iterations must not have run.',
        node,
      });
    } else if (ts.isBreakStatement(node) && leaves(node, isNested, loop)) {
      found.push({ code: 'W4', message: 'A `break` ends the loop early: later iterations must not have run.', node });
    } else if (isForeignContinue(node)) {
      found.push({ code: 'W4', message: 'A `continue` leaves the loop for another one around it.', node });
    } else if (ts.isAwaitExpression(node)) {
      found.push({ code: 'W10', message: 'The loop awaits, so its iterations wait for one another.', node });
    } else if (ts.isYieldExpression(node)) {
      found.push({ code: 'C5', message: 'The loop yields, so its iterations wait for whoever asks.', node });
    }
    const catchesBreaks = ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
    ts.forEachChild(node, (child) => visit(child, isNested || catchesBreaks));
  };
  visit(loop.statement, false);
  return found;
}

function labelsOf(loop: ts.IterationStatement): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let node: ts.Node = loop.parent; ts.isLabeledStatement(node); node = node.parent) labels.add(node.label.text);
  return labels;
}

function leaves(node: ts.BreakStatement, isNested: boolean, loop: ts.Node): boolean {
  return node.label === undefined ? !isNested : !isLabelledInside(node, node.label.text, loop);
}

function isLabelledInside(node: ts.Node, label: string, loop: ts.Node): boolean {
  for (let current = node.parent; current !== loop; current = current.parent) {
    if (ts.isLabeledStatement(current) && current.label.text === label) return true;
  }
  return false;
}
