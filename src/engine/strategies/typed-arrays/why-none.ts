// What is said where no array of the function can be converted at all: which arrays there are instead, and what a copy of them would cost.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { bare, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import type { ArrayGroup } from './array-groups.ts';
import { reasons } from './reasons.ts';

export function whyNone(subject: Subject, variables: FunctionVariables): Reason {
  const { node, checker } = subject;
  const takesNumbers = node.parameters.some((parameter) => isNumbers(checker.getTypeAtLocation(parameter), checker));
  return madeByMethod(subject) ?? readInOneLoop(subject, variables) ?? reasonAt(node, reasons.noArrays(takesNumbers));
}

/** `values.map((v) => v * v)`: an array of the function's own, of which every element is worked on once. */
function madeByMethod({ node: root, checker }: Subject): Reason | undefined {
  const visit = (node: ts.Node): Reason | undefined => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression;
      const isMaking =
        ['map', 'filter', 'from'].includes(name.text) && isNumbers(checker.getTypeAtLocation(node), checker);
      if (isMaking && isLibrarySymbol(checker.getSymbolAtLocation(name)))
        return reasonAt(name, reasons.madeByMethod(name.text));
    }
    return ts.forEachChild(node, visit);
  };
  return root.body && visit(root.body);
}

/** An array of numbers that the caller hands in and a loop reads. */
function readInOneLoop({ node, checker }: Subject, variables: FunctionVariables): Reason | undefined {
  for (const parameter of node.parameters) {
    const variable = variables.of(parameter.name);
    if (variable === undefined || !isNumbers(checker.getTypeAtLocation(parameter), checker)) continue;
    const loop = variable.references.flatMap((reference) => loopReading(reference) ?? [])[0];
    if (loop !== undefined) return reasonAt(loop, reasons.singlePass(variable.name));
  }
  return undefined;
}

function loopReading(reference: ts.Identifier): ts.Node | undefined {
  const { parent } = wrapped(reference);
  if (ts.isForOfStatement(parent)) return loopsAround(parent).length === 0 ? parent : undefined;
  const isElement = ts.isElementAccessExpression(parent) && bare(parent.expression) === reference;
  const [loop, ...outer] = isElement ? loopsAround(parent) : [];
  return outer.length === 0 ? loop : undefined;
}

function loopsAround(node: ts.Node): readonly ts.Node[] {
  const loops: ts.Node[] = [];
  for (let outer = node.parent; outer !== undefined && !ts.isFunctionLike(outer); outer = outer.parent)
    if (ts.isIterationStatement(outer, false)) loops.push(outer);
  return loops;
}

function isNumbers(type: ts.Type, checker: ts.TypeChecker): boolean {
  const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  return element !== undefined && (element.flags & ts.TypeFlags.NumberLike) !== 0;
}

/** An array that grows in one loop and is returned: its length is the lesser trouble. */
export function whyNotReturned({ variables: group, empty }: ArrayGroup): Reason | undefined {
  if (empty.length === 0) return undefined;
  for (const variable of group) {
    const returned = returnOf(variable);
    const isPassedOnce = variable.references.every((reference) => loopsAround(reference).length <= 1);
    if (returned !== undefined && isPassedOnce) return reasonAt(returned, reasons.returned(variable.name));
  }
  return undefined;
}

function returnOf(variable: Variable): ts.ReturnStatement | undefined {
  for (const reference of variable.references) {
    const { parent } = wrapped(reference);
    if (ts.isReturnStatement(parent)) return parent;
  }
  return undefined;
}
