// Calls of helpers that are written out where they stand: those that take records or small objects, give small objects, or set variables of the function
// around them (`next()` of a generator of random numbers). No call of a kernel could hand these over, but the body can stand in the place of the call,
// with variables for its parameters.
import ts from 'typescript';
import { isWriteTarget } from '../source/effects-references.ts';
import { bare, enclosingFunction, isInside } from '../source/ranges/expressions.ts';
import { canBeWrittenOut, type Deliver, lowerCallbackBody } from './callbacks.ts';
import type { FunctionLowering } from './function-lowering.ts';
import type { FunctionNode } from './function-node.ts';
import { type Expression, type Local, NotAKernel, type Statement, scalarKindOf } from './kernel-ir.ts';
import { assign, read } from './kernel-steps.ts';
import { setsOthers } from './lower-elements.ts';
import { computedParts, heldParts, isOfParts, partsNamed } from './lower-parts.ts';
import { recordNamed, recordOf } from './lower-records.ts';
import { lowerRow, tableOf } from './lower-tables.ts';

/** What the call gives is a number or a truth, or nothing that is looked at; undefined where its helper has to stay a function. */
export function lowerWrittenOut(
  scope: FunctionLowering,
  node: ts.CallExpression,
  target: FunctionNode,
): Expression | undefined {
  let answer: Local | undefined;
  const deliver: Deliver = (returned) => {
    const value = scope.expression(returned);
    answer ??= scope.temporary(scalarKindOf(value));
    if (scalarKindOf(value) !== answer.kind) throw new NotAKernel('mixed-result', returned);
    return [assign(answer, value)];
  };
  const isUsed = !ts.isExpressionStatement(node.parent);
  const first = writtenOut(scope, node, target, isUsed ? deliver : undefined);
  if (first === undefined) return undefined;
  return { kind: 'sequence', first, last: answer === undefined ? { kind: 'truth', value: true } : read(answer) };
}

/** The body of the helper, which leaves what it returns to `deliver`. */
export function writtenOut(
  scope: FunctionLowering,
  node: ts.CallExpression,
  helper: FunctionNode,
  deliver: Deliver | undefined,
): readonly Statement[] | undefined {
  const { parameters, body } = helper;
  if (body === undefined || !canBeWrittenOut(helper) || scope.writtenOut.has(helper)) return undefined;
  if (node.questionDotToken !== undefined || node.arguments.length !== parameters.length) return undefined;
  if (node.arguments.some(ts.isSpreadElement)) return undefined;
  const given = parameters.map(({ name }, index) => {
    const argument = node.arguments[index];
    if (argument === undefined) throw new NotAKernel('call', node, node.getText());
    if (isSetIn(name, body)) throw new NotAKernel('parameter', name, name.getText());
    return argumentOf(scope, name, argument, node);
  });
  // All arguments are there before any of them has its name in the helper, whose call may be an argument itself.
  const before = [...given.flatMap((one) => one.before), ...given.flatMap((one) => one.named())];
  const label = scope.freshLabel();
  const known = scope.locals.length;
  const inside = lowerCallbackBody(scope, { parameters, body, helper }, { kind: 'break', label }, deliver);
  // What stores an element, or goes through all of them, has the array in hand before the helper puts another one in its place.
  if (setsOthers(inside, new Set(scope.locals.slice(known))))
    throw new NotAKernel('call', node, node.expression.getText());
  return [...before, { kind: 'block', body: inside, labels: [label] }];
}

interface Argument {
  readonly before: readonly Statement[];
  /** Gives the parameter its value. */
  readonly named: () => readonly Statement[];
}

function argumentOf(
  scope: FunctionLowering,
  name: ts.BindingName,
  argument: ts.Expression,
  call: ts.CallExpression,
): Argument {
  const node = bare(argument);
  const record = recordOf(scope, node);
  if (record !== undefined) return { before: record.before, named: () => recordNamed(scope, name, record.record) };
  if (ts.isIdentifier(name) && scope.fields?.isObject(node) === true) {
    const { fields } = scope;
    return named(() => fields.nameObject(name, node));
  }
  if (isOfParts(scope, node)) {
    if (ts.isIdentifier(node)) unlessSetMeanwhile(scope, node, call);
    const { before, locals } = heldParts(scope, node) ?? computedParts(scope, node, undefined);
    return { before, named: () => partsNamed(scope, name, locals) };
  }
  const held = ts.isIdentifier(name) ? arrayNamed(scope, name, node, call) : undefined;
  if (held !== undefined) return held;
  if (!ts.isIdentifier(name)) throw new NotAKernel('parameter', argument, argument.getText());
  const value = scope.expression(argument);
  const kept = scope.temporary(scalarKindOf(value));
  return {
    before: [assign(kept, value)],
    named: () => {
      const own = scope.declareAs(name, kept.kind);
      return own.kind === 'array' ? [] : [assign(own, read(kept))];
    },
  };
}

function named(alias: () => void, before: readonly Statement[] = []): Argument {
  return {
    before,
    named: () => {
      alias();
      return [];
    },
  };
}

/** Arrays, tables and lists of records go by the name of the parameter as long as the helper runs. */
function arrayNamed(
  scope: FunctionLowering,
  name: ts.Identifier,
  node: ts.Expression,
  call: ts.CallExpression,
): Argument | undefined {
  const row = lowerRow(scope, node);
  if (row !== undefined) {
    const array = scope.arrayTemporary(row.table.cells.group);
    return named(() => scope.alias(name, array), [row.into(array)]);
  }
  const table = tableOf(scope, node);
  if (table !== undefined) return named(() => scope.addTable(name, table));
  const records = ts.isIdentifier(node) ? scope.recordsOf(node) : undefined;
  if (records !== undefined) return named(() => scope.addRecords(name, records));
  const variable = scope.held(node);
  if (variable?.kind !== 'array') return undefined;
  if (ts.isIdentifier(node)) unlessSetMeanwhile(scope, node, call);
  return named(() => scope.alias(name, variable));
}

/** What a parameter stands for is another thing once the variable is set in other arguments, or by a function within the one that it belongs to. */
function unlessSetMeanwhile({ checker }: FunctionLowering, name: ts.Identifier, call: ts.CallExpression): void {
  const symbol = checker.getSymbolAtLocation(name);
  const home = enclosingFunction(symbol?.valueDeclaration ?? name) ?? name.getSourceFile();
  const isSet = (node: ts.Node): boolean => {
    const isTarget =
      ts.isIdentifier(node) &&
      node.text === name.text &&
      (isWriteTarget(node) || isWriteTarget(node.parent)) &&
      checker.getSymbolAtLocation(node) === symbol;
    return (
      (isTarget && (enclosingFunction(node) !== home || isInside(node, call))) ||
      (ts.forEachChild(node, isSet) ?? false)
    );
  };
  if (isSet(home)) throw new NotAKernel('parameter', call, name.text);
}

/** A parameter of that name, or a part of it: `p = q`, `p.x = 1`. A number would be no trouble, and is rarely set. */
function isSetIn(name: ts.BindingName, body: ts.Node): boolean {
  const text = name.getText();
  const visit = (node: ts.Node): boolean =>
    (isWriteTarget(node) &&
      (node.getText() === text || (ts.isPropertyAccessExpression(node) && bare(node.expression).getText() === text))) ||
    (ts.forEachChild(node, visit) ?? false);
  return visit(body);
}
