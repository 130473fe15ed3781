// Small objects and tuples of numbers and truths: what the function returns (`{ mean, variance }`, `[least, most]`), and variables that hold one
// (`best = { i, j, distance }`). Such an object is one variable for each part. It is nothing else's than its variable's, for nothing but reading and
// setting its parts, setting it anew and returning it is compiled.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { scalarKind } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type Expression,
  type Local,
  NotAKernel,
  type ResultKind,
  type ResultPart,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { assign, constant, read } from './kernel-steps.ts';

/** One variable for each part, in the order of the literal. */
export type Parts = ReadonlyMap<string, Local>;

type WithParts = Extract<ResultKind, { readonly parts?: unknown }>;

/** What the function returns where it writes objects or tuples down; undefined where it does not, or where they hold anything else. */
export function resultInParts(body: ts.Node, checker: ts.TypeChecker): WithParts | undefined {
  const [first] = returnedLiterals(body, checker);
  const values = first && valuesOf(first);
  if (first === undefined || values === undefined || values.size === 0) return undefined;
  const parts: ResultPart[] = [];
  for (const [name, value] of values) {
    const kind = scalarKind(checker.getTypeAtLocation(value));
    if (kind === undefined) return undefined;
    parts.push(ts.isArrayLiteralExpression(first) ? { kind } : { kind, name });
  }
  return {
    array: { elements: 'number', typedName: undefined, isFromOutside: false, isWritten: true, isReturned: true },
    parts,
  };
}

/** Those of variables that are returned included. */
function returnedLiterals(body: ts.Node, checker: ts.TypeChecker): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const add = (expression: ts.Expression): void => {
    const node = bare(expression);
    if (ts.isConditionalExpression(node)) for (const one of [node.whenTrue, node.whenFalse]) add(one);
    if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) found.push(node);
    const declared = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    const initializer = declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
    if (initializer !== undefined && ts.isObjectLiteralExpression(bare(initializer))) found.push(bare(initializer));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) add(node.expression);
    ts.forEachChild(node, visit);
  };
  if (ts.isBlock(body)) visit(body);
  else if (ts.isExpression(body)) add(body);
  return found;
}

/** By the names of the fields, or the numbers of the elements. */
function valuesOf(node: ts.Expression): ReadonlyMap<string, ts.Expression> | undefined {
  const values = new Map<string, ts.Expression>();
  if (ts.isArrayLiteralExpression(node)) {
    if (node.elements.some((one) => ts.isSpreadElement(one) || ts.isOmittedExpression(one))) return undefined;
    for (const [index, element] of node.elements.entries()) values.set(String(index), element);
    return values;
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties) {
    const { name } = property;
    if (name === undefined || !ts.isIdentifier(name) || values.has(name.text) || name.text === '__proto__')
      return undefined;
    if (ts.isPropertyAssignment(property)) values.set(name.text, property.initializer);
    else if (ts.isShorthandPropertyAssignment(property)) values.set(name.text, name);
    else return undefined;
  }
  return values;
}

/** `return { mean, variance }`; what is returned in its place, null or undefined, the original has to return. */
export function lowerPartsReturn(
  scope: FunctionLowering,
  result: WithParts,
  expression: ts.Expression,
): readonly Statement[] {
  const node = bare(expression);
  if (node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined'))
    return [{ kind: 'giveUp' }];
  const { array: group, parts = [] } = result;
  const names = parts.map(({ name }, index) => name ?? String(index));
  const held = ts.isIdentifier(node) ? scope.partsOf(node) : undefined;
  const { before, locals } = held === undefined ? computed(scope, node, names) : { before: [], locals: held };
  const array = scope.arrayTemporary(group);
  const elements = parts.map(({ kind }, index): Expression => {
    const local = locals.get(names[index] ?? '');
    if (local?.kind !== kind) throw new NotAKernel('mixed-result', expression);
    const value = read(local);
    if (kind === 'number') return value;
    return { kind: 'choose', condition: value, whenTrue: constant(1), whenFalse: constant(0) };
  });
  if (!areSame([...locals.keys()], names)) throw new NotAKernel('mixed-result', expression);
  return [
    ...before,
    { kind: 'allocate', array, length: constant(elements.length), elements },
    { kind: 'return', value: array },
  ];
}

/** `const best = { i: 0, distance: Infinity }`; undefined for other declarations. */
export function lowerPartsDeclaration(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  const node = initializer && bare(initializer);
  if (node === undefined || !ts.isIdentifier(name) || !ts.isObjectLiteralExpression(node)) return undefined;
  const { before, locals } = computed(scope, node, undefined);
  scope.addParts(name, locals);
  return before;
}

/** `best = { i, distance }`: all of them are computed before the first one is set. Undefined for other targets. */
export function lowerPartsAssignment(
  scope: FunctionLowering,
  target: ts.Expression,
  value: ts.Expression,
): readonly Statement[] | undefined {
  const held = ts.isIdentifier(target) ? scope.partsOf(target) : undefined;
  if (held === undefined) return undefined;
  const { before, locals } = computed(scope, bare(value), [...held.keys()]);
  const stores = [...held].map(([name, local]) => {
    const next = locals.get(name);
    if (next?.kind !== local.kind) throw new NotAKernel('type', value, value.getText());
    return assign(local, read(next));
  });
  return [...before, ...stores];
}

/** `best.distance`, where the variable holds such an object. */
export function partOf(scope: FunctionLowering, node: ts.Expression): Local | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.questionDotToken !== undefined) return undefined;
  const receiver = bare(node.expression);
  return ts.isIdentifier(receiver) ? scope.partsOf(receiver)?.get(node.name.text) : undefined;
}

function computed(
  scope: FunctionLowering,
  node: ts.Expression,
  names: readonly string[] | undefined,
): { readonly before: readonly Statement[]; readonly locals: Parts } {
  const values = valuesOf(node);
  if (values === undefined || (names !== undefined && !areSame([...values.keys()], names)))
    throw new NotAKernel('expression', node, node.getText());
  const locals = new Map<string, Local>();
  const before = [...values].map(([name, value]) => {
    const lowered = scope.expression(value);
    const local = scope.temporary(scalarKindOf(lowered));
    locals.set(name, local);
    return assign(local, lowered);
  });
  return { before, locals };
}

function areSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}
