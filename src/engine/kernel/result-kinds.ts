// What kind of result a function gives: a number, a truth, an array, a table, a small object, or nothing.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { arrayGroup, cellsGroup, objectRowsGroup, scalarKind, tupleWidth } from './array-groups.ts';
import type { FunctionNode } from './function-node.ts';
import { inferredResult } from './inferred-elements.ts';
import { NotAKernel, type ResultKind, type ScalarKind } from './kernel-ir.ts';
import { resultInParts } from './lower-parts.ts';

export function resultKindOf(node: FunctionNode, isEntry: boolean, checker: ts.TypeChecker): ResultKind {
  const signature = checker.getSignatureFromDeclaration(node);
  if (signature === undefined) throw new NotAKernel('result', node);
  const type = checker.getReturnTypeOfSignature(signature);
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return 'nothing';
  const scalar = scalarKind(checker.getNonNullableType(type)) ?? guessedResult(node, type, checker);
  if (scalar !== undefined) return scalar;
  const cells = isEntry ? cellsGroup(type, checker, 'with tuples') : undefined;
  const width = tupleWidth(type, checker);
  if (cells !== undefined) return width === undefined ? { cells } : { cells, width };
  const objects = isEntry ? objectRowsGroup(type, checker) : undefined;
  if (objects !== undefined) return { cells: objects, fields: { names: [] } };
  const known = arrayGroup(type, checker);
  const parts =
    isEntry && known === undefined && node.body !== undefined ? partsOf(node.body, type, checker) : undefined;
  if (parts !== undefined) return parts;
  const group = known ?? (isEntry && node.body !== undefined ? inferredResult(node.body, checker) : undefined);
  if (group?.isOfTable === true) return { cells: group };
  if (group === undefined || group.isText === true || !isEntry)
    throw new NotAKernel('result', node.type ?? node, checker.typeToString(type));
  return { array: { ...group, isReturned: true } };
}

/** Of plain JavaScript, whose recursions and tables of any say nothing. What is returned is checked against it where it is lowered. */
function guessedResult({ body }: FunctionNode, type: ts.Type, checker: ts.TypeChecker): ScalarKind | undefined {
  if (body === undefined || (type.flags & ts.TypeFlags.Any) === 0) return undefined;
  const values = ts.isBlock(body) ? returnedValues(body) : [body];
  const kinds = new Set(values.map((value) => scalarKind(checker.getTypeAtLocation(value))));
  const isOfElements = values.every((value) => scalarKind(checker.getTypeAtLocation(value)) || isElement(value));
  kinds.delete(undefined);
  const [kind] = kinds;
  if (kinds.size > 1) return undefined;
  return kind ?? (isOfElements ? 'number' : undefined);
}

/** Where arrays of several lengths may be returned, and not only tuples, literals say nothing. */
function partsOf(body: ts.Node, type: ts.Type, checker: ts.TypeChecker): ReturnType<typeof resultInParts> {
  const one = checker.getNonNullableType(type);
  return checker.isArrayType(one) ? undefined : resultInParts(body, checker);
}

function returnedValues(body: ts.Node): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function isElement(value: ts.Expression): boolean {
  return ts.isElementAccessExpression(bare(value));
}
