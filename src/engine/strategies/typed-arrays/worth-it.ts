// When a typed array is too costly to allocate: tiny ones, ones made anew all the time. Measured: 300-700 ns for 16 to 64 elements,
// against 15-115 ns for a plain array.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { reasons } from './reasons.ts';

const smallestLength = 64;

interface AllocationCost {
  readonly name: string;
  readonly allocation: ts.Node;
  /** The largest number of elements that it can have. */
  readonly largestLength: number;
  readonly uses: readonly ts.Node[];
}

export function whyNotWorthIt(cost: AllocationCost, subject: Subject): Reason | undefined {
  if (cost.largestLength < smallestLength)
    return reasonAt(cost.allocation, reasons.small(cost.name, cost.largestLength));
  if (callsItself(subject)) return reasonAt(cost.allocation, reasons.inRecursion(cost.name));
  const loop = innermostLoop(cost.allocation, subject.node);
  if (loop === undefined) return undefined;
  const isLooped = cost.uses.some((use) => {
    const inner = innermostLoop(use, subject.node);
    return inner !== undefined && inner !== loop && isInside(inner, loop);
  });
  return isLooped ? undefined : reasonAt(cost.allocation, reasons.inLoop(cost.name));
}

function innermostLoop(node: ts.Node, within: ts.Node): ts.Node | undefined {
  for (let outer = node.parent; outer !== undefined && outer !== within; outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) return outer;
  }
  return undefined;
}

function callsItself({ node, checker, access }: Subject): boolean {
  const own = new Set<ts.Symbol>();
  for (const name of [
    node.name,
    ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined,
    ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined,
  ]) {
    const symbol = name && checker.getSymbolAtLocation(name);
    if (symbol !== undefined) own.add(symbol);
  }
  const member = access.kind === 'class-member' ? access.member : undefined;
  const visit = (child: ts.Node): boolean => {
    if (ts.isCallExpression(child)) {
      const callee = bare(child.expression);
      const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
      const symbol = checker.getSymbolAtLocation(name);
      if ((symbol !== undefined && own.has(symbol)) || (member !== undefined && name.getText() === member)) return true;
    }
    return ts.forEachChild(child, visit) ?? false;
  };
  return ts.forEachChild(node, visit) ?? false;
}
