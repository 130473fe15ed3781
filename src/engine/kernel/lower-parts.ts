// Small objects and tuples of numbers and truths: what the function returns (`{ mean, variance }`, `[least, most]`), and variables that hold one
// (`best = { i, j, distance }`), and what helpers give (`z = add(multiply(z, z), c)`). Such an object is one variable for each part. It is nothing else's
// than its variable's, for nothing but reading and setting its parts, setting it anew, handing it to a helper and returning it is compiled.
import ts from 'typescript';
import { bare, isInside } from '../source/ranges/expressions.ts';
import { scalarKind } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import type { FunctionNode } from './function-node.ts';
import { hasFields } from './given-fields.ts';
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
  const { before, locals } = heldParts(scope, node) ?? computedParts(scope, node, names);
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

/** `const best = { i: 0, distance: Infinity }`, `const { x, y } = rotated(p)`, `const [a, b] = step(c)`; undefined for other declarations. */
export function lowerPartsDeclaration(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  const node = initializer && bare(initializer);
  if (node === undefined) return undefined;
  const isMade = ts.isIdentifier(name) ? ts.isObjectLiteralExpression(node) : false;
  const isGiven = ts.isArrayBindingPattern(name) ? helperCalled(scope, node) !== undefined : givesParts(scope, node);
  if (!isMade && !isGiven) return undefined;
  const { before, locals } = computedParts(scope, node, undefined);
  return [...before, ...partsNamed(scope, name, locals)];
}

/** Names for parts: one for all of them, or those of a pattern. */
export function partsNamed(scope: FunctionLowering, name: ts.BindingName, parts: Parts): readonly Statement[] {
  if (ts.isIdentifier(name)) {
    scope.addParts(name, parts);
    return [];
  }
  return name.elements.flatMap((element, index): readonly Statement[] => {
    if (ts.isOmittedExpression(element)) return [];
    const part = ts.isArrayBindingPattern(name) ? String(index) : (element.propertyName ?? element.name).getText();
    const value = parts.get(part);
    const isPlain = element.initializer === undefined && element.dotDotDotToken === undefined;
    if (value === undefined || !isPlain || !ts.isIdentifier(element.name))
      throw new NotAKernel('statement', element, 'this destructuring declaration');
    const variable = scope.declareAs(element.name, value.kind);
    return variable.kind === 'array' ? [] : [assign(variable, read(value))];
  });
}

/** `[a, b] = step(a, b)`: undefined for what is no call of a helper. */
export function partsOfCall(
  scope: FunctionLowering,
  value: ts.Expression,
): { readonly before: readonly Statement[]; readonly locals: Parts } | undefined {
  return helperCalled(scope, bare(value)) === undefined ? undefined : computedParts(scope, bare(value), undefined);
}

function helperCalled(scope: FunctionLowering, node: ts.Expression): FunctionNode | undefined {
  return ts.isCallExpression(node) ? scope.module.functionOf(bare(node.expression)) : undefined;
}

/** Whether it is a call of a helper that gives a small object or a tuple. */
function givesParts(scope: FunctionLowering, node: ts.Expression): boolean {
  if (helperCalled(scope, node) === undefined) return false;
  const type = scope.checker.getTypeAtLocation(node);
  return hasFields(type, scope.checker) || scope.checker.isTupleType(type);
}

/** Whether it is a small object: one that is made there, that a variable holds, or that a helper gives. */
export function isOfParts(scope: FunctionLowering, node: ts.Expression): boolean {
  if (ts.isObjectLiteralExpression(node)) return true;
  if (ts.isIdentifier(node)) return scope.partsOf(node) !== undefined;
  return givesParts(scope, node);
}

/** `best = { i, distance }`: all of them are computed before the first one is set. Undefined for other targets. */
export function lowerPartsAssignment(
  scope: FunctionLowering,
  target: ts.Expression,
  value: ts.Expression,
): readonly Statement[] | undefined {
  const held = ts.isIdentifier(target) ? scope.partsOf(target) : undefined;
  if (held === undefined) return undefined;
  const { before, locals } = computedParts(scope, bare(value), [...held.keys()]);
  return [...before, ...setParts(held, locals, value)];
}

function setParts(to: Parts, from: Parts, place: ts.Node): readonly Statement[] {
  return [...to].map(([name, local]) => {
    const next = from.get(name);
    if (next?.kind !== local.kind) throw new NotAKernel('type', place, place.getText());
    return assign(local, read(next));
  });
}

/** `best.distance`, where the variable holds such an object. */
export function partOf(scope: FunctionLowering, node: ts.Expression): Local | undefined {
  const isElement = ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression);
  if (!ts.isPropertyAccessExpression(node) && !isElement) return undefined;
  if (node.questionDotToken !== undefined) return undefined;
  const receiver = bare(node.expression);
  const part = ts.isPropertyAccessExpression(node) ? node.name.text : node.argumentExpression.getText();
  return ts.isIdentifier(receiver) ? scope.partsOf(receiver)?.get(part) : undefined;
}

/** Of the variable of that name; for one that holds such an object, what takes the object over must be the last to mention it. */
export function heldParts(
  scope: FunctionLowering,
  node: ts.Expression,
): { readonly before: readonly Statement[]; readonly locals: Parts } | undefined {
  const locals = ts.isIdentifier(node) ? scope.partsOf(node) : undefined;
  return locals && { before: [], locals };
}

/** Of a new object: one that is written down, or given by a helper. `names`: the parts that there must be, in their order. */
export function computedParts(
  scope: FunctionLowering,
  node: ts.Expression,
  names: readonly string[] | undefined,
): { readonly before: readonly Statement[]; readonly locals: Parts } {
  const helper = helperCalled(scope, node);
  const given = ts.isCallExpression(node) && helper !== undefined ? givenByCall(scope, node, helper) : undefined;
  if (given !== undefined && (names === undefined || areSame([...given.locals.keys()], names))) return given;
  const values = given === undefined ? valuesOf(node) : undefined;
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

/** What the helper returns comes into variables that only the caller knows. */
function givenByCall(
  scope: FunctionLowering,
  node: ts.CallExpression,
  helper: FunctionNode,
): { readonly before: readonly Statement[]; readonly locals: Parts } {
  let locals: Map<string, Local> | undefined;
  const before = scope.bodyOf(node, helper, (returned) => {
    const value = bare(returned);
    // The object of somebody else, given back, is no new one.
    const own = isMadeIn(value, helper, scope.checker) ? heldParts(scope, value) : undefined;
    const next = own ?? computedParts(scope, value, locals && [...locals.keys()]);
    if (locals !== undefined && !areSame([...next.locals.keys()], [...locals.keys()]))
      throw new NotAKernel('mixed-result', returned);
    locals ??= new Map([...next.locals].map(([name, { kind }]) => [name, scope.temporary(kind)]));
    return [...next.before, ...setParts(locals, next.locals, returned)];
  });
  if (before === undefined || locals === undefined) throw new NotAKernel('call', node, node.expression.getText());
  return { before, locals };
}

/** A variable that is declared there: parameters hold what others have. */
function isMadeIn(node: ts.Expression, helper: FunctionNode, checker: ts.TypeChecker): boolean {
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isInside(declaration, helper);
}

function areSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}
