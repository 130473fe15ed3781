// Recognises a chain of array methods that can be one loop, with everything that must hold for that: callbacks in place, effects that may be
// interleaved, a receiver that stays the same. How it is written is left to print-pipeline.ts.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { analyzeEffects, type Effect } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { commentedStart } from '../../source/loops/loop-text.ts';
import { bare, takesName } from '../../source/ranges/expressions.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { type Callback, isCallback, readCallback } from './callbacks.ts';
import { isDense } from './dense-arrays.ts';
import { lengthOfFilled } from './filled-arrays.ts';
import { reasons } from './reasons.ts';
import { mayThrowDifferently } from './throwing-steps.ts';

export type StepMethod = 'map' | 'filter' | 'reduce' | 'forEach';

export interface Step {
  readonly method: StepMethod;
  readonly call: ts.CallExpression;
  readonly callback: Callback;
  /** Of reduce. */
  readonly initial: ts.Expression | undefined;
}

export type Source =
  /** Elements of an array; `isDense` when it cannot have holes. */
  | {
      readonly kind: 'array';
      readonly expression: ts.Expression;
      readonly isDense: boolean;
      readonly isSteady: boolean;
    }
  /** `Array.from({ length: n }, (_, i) => e)`: the callback is the first step. */
  | { readonly kind: 'count'; readonly length: ts.Expression }
  /** `Array(n).fill(x).map((_, i) => e)`, which looks at no element: as many as `Array(n)` has, whatever `n` is. */
  | { readonly kind: 'made'; readonly length: ts.Expression };

export interface Pipeline {
  readonly node: ts.CallExpression;
  readonly source: Source;
  readonly steps: readonly [Step, ...Step[]];
  /** A callback changes something: the length is fixed before the loop. */
  readonly hasEffects: boolean;
}

const methods: ReadonlySet<string> = new Set<StepMethod>(['map', 'filter', 'reduce', 'forEach']);

/** Whether it looks like the outermost call of a chain. */
export function endsChain(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const method = methodOf(node);
  if (method === undefined && !isCountedFrom(node)) return false;
  const outer = node.parent;
  if (!ts.isPropertyAccessExpression(outer) || !ts.isCallExpression(outer.parent)) return true;
  return outer.expression !== node || outer.parent.expression !== outer || methodOf(outer.parent) === undefined;
}

function isCountedFrom(node: ts.CallExpression): boolean {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'from' || node.arguments.length !== 2)
    return false;
  return bare(callee.expression).getText() === 'Array' && countOf(node) !== undefined;
}

function methodOf(node: ts.CallExpression): StepMethod | undefined {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken || node.questionDotToken) return undefined;
  return methods.has(callee.name.text) && node.arguments.length > 0 ? (callee.name.text as StepMethod) : undefined;
}

/** Undefined when it is no chain over an array at all. */
export function readPipeline(
  node: ts.CallExpression,
  subject: Subject,
  variables: FunctionVariables,
): Pipeline | Reason | undefined {
  const calls: ts.CallExpression[] = [];
  let root: ts.Expression = node;
  while (ts.isCallExpression(root) && methodOf(root) !== undefined) {
    calls.unshift(root);
    root = bare((root.expression as ts.PropertyAccessExpression).expression);
  }
  if (!calls.every((call) => isLibrarySymbol(subject.checker.getSymbolAtLocation(call.expression))))
    return calls.length === 0 ? readSteps(node, root, calls, subject, variables) : undefined;
  const whole = readSteps(node, root, calls, subject, variables);
  if (whole === undefined || 'node' in whole) return whole;
  // Callbacks that cannot be read, as in `filter(Boolean)`, leave the calls after them a loop over what they give; those that may throw other
  // errors than the rest, as in `map(JSON.parse)`, where more than one is left.
  const fewest = isAboutACallback(whole) ? 1 : 2;
  if (fewest > 1 && whole.code !== reasons.interleaved('').code) return whole;
  for (let first = 1; first <= calls.length - fewest; first++) {
    const given = calls[first - 1] as ts.CallExpression;
    const rest = readSteps(node, given, calls.slice(first), subject, variables);
    if (rest !== undefined && 'node' in rest) return rest;
  }
  return whole;
}

function isAboutACallback({ code }: Reason): boolean {
  return code === reasons.callbackElsewhere('').code || code === reasons.callbackForm('', '').code;
}

function readSteps(
  node: ts.CallExpression,
  root: ts.Expression,
  calls: readonly ts.CallExpression[],
  subject: Subject,
  variables: FunctionVariables,
): Pipeline | Reason | undefined {
  const steps: Step[] = [];
  const length = ts.isCallExpression(root) && isCountedFrom(root) ? countOf(root) : undefined;
  if (length !== undefined && ts.isCallExpression(root)) {
    if (globalName(bare((root.expression as ts.PropertyAccessExpression).expression), subject.checker) !== 'Array')
      return undefined;
    const [, making] = root.arguments;
    if (making === undefined) return undefined;
    const callback = readCallback('Array.from', making, subject);
    if (!isCallback(callback)) return callback;
    steps.push({ method: 'map', call: root, callback, initial: undefined });
  }
  for (const call of calls) {
    const method = methodOf(call);
    if (method === undefined) return undefined;
    const isLast = call === calls.at(-1);
    if (!isLast && (method === 'reduce' || method === 'forEach')) return undefined;
    const [given, initial] = call.arguments;
    if (given === undefined) return undefined;
    const callback = readCallback(method, given, subject);
    if (!isCallback(callback)) return callback;
    if (call.arguments.length > (method === 'reduce' ? 2 : 1))
      return reasonAt(call, reasons.callbackForm(method, 'is given a `this`'));
    if (method === 'reduce' && call.arguments.length < 2) return reasonAt(call, reasons.noInitialValue());
    if (initial !== undefined && mayChangeSomething(initial, subject.checker))
      return reasonAt(initial, reasons.place());
    if (initial !== undefined && takesName(initial))
      return reasonAt(initial, reasons.callbackForm(method, 'starts from a function without a name'));
    steps.push({ method, call, callback, initial });
  }
  const [first, ...more] = steps;
  if (first === undefined) return undefined;
  const named = steps.find(
    ({ method, callback: { value } }, index) =>
      value !== undefined &&
      takesName(value) &&
      (method === 'reduce' || (method === 'map' && index + 1 < steps.length)),
  );
  if (named !== undefined)
    return reasonAt(named.callback.node, reasons.callbackForm(named.method, 'gives a function without a name'));
  const effects = orderOfEffects([first, ...more], callbacksBefore(root), subject);
  if (typeof effects !== 'boolean') return effects;
  const source =
    length === undefined
      ? (madeSource(root, steps, subject) ?? arraySource(root, subject, variables))
      : ({ kind: 'count', length } as const);
  if (source === undefined) return reasonAt(root, reasons.receiver());
  if (effects && source.kind === 'array' && !source.isSteady) return reasonAt(root, reasons.receiver());
  const parameters = whyNotParameters([first, ...more], source);
  if (parameters !== undefined) return parameters;
  if (hasCommentsBetween(node, root, steps)) return reasonAt(node, reasons.comments());
  return { node, source, steps: [first, ...more], hasEffects: effects };
}

/** `n` of `{ length: n }`. */
function countOf(node: ts.CallExpression): ts.Expression | undefined {
  const [source] = node.arguments;
  const literal = source && bare(source);
  if (literal === undefined || !ts.isObjectLiteralExpression(literal) || literal.properties.length !== 1)
    return undefined;
  const [property] = literal.properties;
  if (property === undefined || !ts.isPropertyAssignment(property) || property.name.getText() !== 'length')
    return property !== undefined && ts.isShorthandPropertyAssignment(property) && property.name.text === 'length'
      ? property.name
      : undefined;
  return property.initializer;
}

/** Where nothing but the number of elements matters, of which `map` makes as many others. */
function madeSource(root: ts.Expression, steps: readonly Step[], { checker }: Subject): Source | undefined {
  const [first] = steps;
  const isMapped = first !== undefined && steps.every(({ method }) => method === 'map');
  const [element] = first?.callback.called.parameters ?? [];
  if (!isMapped || (element !== undefined && isMentioned(element, first.callback.called))) return undefined;
  // What it is filled with is not printed again.
  if (hasComment(root.getText())) return undefined;
  const length = lengthOfFilled(root, checker);
  return length && { kind: 'made', length };
}

function arraySource(root: ts.Expression, { checker }: Subject, variables: FunctionVariables): Source | undefined {
  const type = checker.getTypeAtLocation(root);
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return undefined;
  const variable = variables.of(root);
  const isSteady =
    variable === undefined ? !ts.isIdentifier(root) : !variable.changesElsewhere && variable.definitions.length <= 1;
  return { kind: 'array', expression: root, isDense: isDense(root, checker, variables), isSteady };
}

/** What is handed to the calls of a chain up to here. */
function callbacksBefore(root: ts.Expression): readonly ts.Node[] {
  if (!ts.isCallExpression(root) || methodOf(root) === undefined) return [];
  return [...callbacksBefore(bare((root.expression as ts.PropertyAccessExpression).expression)), ...root.arguments];
}

/** Whether anything is changed by the callbacks; a reason when they may not take turns. */
function orderOfEffects(
  steps: readonly [Step, ...Step[]],
  before: readonly ts.Node[],
  subject: Subject,
): boolean | Reason {
  const found = steps.map((step) => effectsOf(step, subject));
  const hasEffects = found.some((effects) => effects.some(({ kind }) => !isHarmless(kind) && kind !== 'may-throw'));
  if (steps.length === 1) return hasEffects;
  for (const [index, step] of steps.entries()) {
    const effects = found[index] ?? [];
    const isImpure = effects.some(({ kind }) => kind !== 'may-throw' && !isHarmless(kind));
    const sofar = steps
      .slice(0, index + 1)
      .map((one, at) => ({ callback: one.callback.called, effects: found[at] ?? [] }));
    if (isImpure || mayThrowDifferently(sofar, before, subject.checker))
      return reasonAt(step.callback.node, reasons.interleaved(step.method));
  }
  return hasEffects;
}

/** Reading what others may write is fine where nobody writes. */
function isHarmless(kind: Effect['kind']): boolean {
  return kind === 'reads-mutable-outside' || kind === 'reads-this';
}

/** What is collected in a reduce is its own. */
function effectsOf({ method, callback, initial }: Step, subject: Subject): readonly Effect[] {
  const { effects } = analyzeEffects(subject, callback.called);
  const isOwn = method === 'reduce' && initial !== undefined && isFreshLiteral(bare(initial));
  return isOwn ? effects.filter(({ kind, parameter }) => kind !== 'writes-parameter' || parameter !== 0) : effects;
}

function isFreshLiteral(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  return (
    ts.isNewExpression(node) && (node.arguments ?? []).length === 0 && /^(Map|Set)$/.test(node.expression.getText())
  );
}

/** Assigns, or calls anything but what makes new arrays and collections. */
function mayChangeSomething(initial: ts.Expression, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isExpression(node) && isWriteTarget(node)) return true;
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node) || ts.isTaggedTemplateExpression(node)) return true;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = bare(node.expression);
      const isMaking =
        ['Array', 'Map', 'Set'].includes(globalName(callee, checker) ?? '') ||
        (ts.isPropertyAccessExpression(callee) &&
          (callee.name.text === 'fill' || globalName(bare(callee.expression), checker) === 'Math'));
      if (!isMaking) return true;
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(initial);
}

function whyNotParameters(steps: readonly Step[], source: Source): Reason | undefined {
  let isCompacted = false;
  for (const [index, { method, callback }] of steps.entries()) {
    const offset = method === 'reduce' ? 1 : 0;
    const [element, position, whole, ...rest] = callback.called.parameters.slice(offset);
    const name = index === 0 && source.kind === 'count' ? 'Array.from' : method;
    // What a helper takes is told where it is handed over.
    const at = (parameter: ts.Node | undefined): ts.Node =>
      callback.called === callback.node && parameter !== undefined ? parameter : callback.node;
    if (whole !== undefined || rest.length > 0) return reasonAt(at(whole), reasons.parameter(name, 'the array itself'));
    if (position !== undefined && !ts.isIdentifier(position.name))
      return reasonAt(at(position), reasons.parameter(name, 'an index in pieces'));
    if (position !== undefined && isCompacted)
      return reasonAt(at(position), reasons.parameter(name, 'the index among the elements that are left'));
    if (offset === 1 && callback.parameters[0] !== undefined && !ts.isIdentifier(callback.parameters[0].name))
      return reasonAt(callback.node, reasons.parameter(name, 'what is collected in pieces'));
    if (index === 0 && source.kind === 'count' && element !== undefined && isMentioned(element, callback.node))
      return reasonAt(element, reasons.parameter(name, 'elements that are undefined'));
    if (isAssigned(position, callback.node) || isAssigned(element, callback.node))
      return reasonAt(callback.node, reasons.parameter(name, 'a parameter that it assigns to'));
    if (capturesAccumulator(callback, offset))
      return reasonAt(callback.node, reasons.parameter(name, 'a parameter that is kept in a function'));
    if (method === 'filter') isCompacted = true;
  }
  return undefined;
}

function isMentioned(parameter: ts.ParameterDeclaration, callback: ts.Node): boolean {
  return ts.isIdentifier(parameter.name) ? mentions(parameter.name.text, callback) > 1 : true;
}

function mentions(name: string, node: ts.Node): number {
  let count = 0;
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && child.text === name) count += 1;
    ts.forEachChild(child, visit);
  };
  visit(node);
  return count;
}

export function isAssigned(parameter: ts.ParameterDeclaration | undefined, callback: ts.Node): boolean {
  if (parameter === undefined) return false;
  const names = new Set<string>();
  const collect = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, collect);
  };
  collect(parameter.name);
  const visit = (node: ts.Node): boolean => {
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment &&
      isTarget(node.left, names)
    )
      return true;
    if (
      (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
      (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken) &&
      isTarget(node.operand, names)
    )
      return true;
    if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && isTarget(node.initializer, names)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(callback);
}

/** Assigns the name itself, alone or in a pattern; `p.x = 1` does not. */
function isTarget(node: ts.Node, names: ReadonlySet<string>): boolean {
  const target = ts.isExpression(node) ? bare(node) : node;
  if (ts.isIdentifier(target)) return names.has(target.text);
  if (!ts.isArrayLiteralExpression(target) && !ts.isObjectLiteralExpression(target)) return false;
  const visit = (child: ts.Node): boolean =>
    (ts.isIdentifier(child) && names.has(child.text)) || (ts.forEachChild(child, visit) ?? false);
  return visit(target);
}

/** A function made in the callback would see the next values of what is collected. */
function capturesAccumulator(callback: Callback, offset: number): boolean {
  const name = offset === 1 ? callback.parameters[0]?.name.getText() : undefined;
  if (name === undefined) return false;
  const visit = (node: ts.Node): boolean => {
    if (node !== callback.node && ts.isFunctionLike(node)) return mentions(name, node) > 0;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(callback.node);
}

function hasCommentsBetween(node: ts.CallExpression, root: ts.Expression, steps: readonly Step[]): boolean {
  const text = node.getSourceFile().text;
  let from = steps[0]?.call === root ? node.getStart() : root.getEnd();
  for (const { callback, initial } of steps) {
    if (hasComment(text.slice(from, callback.node.getStart()))) return true;
    if (initial !== undefined && hasComment(text.slice(callback.node.getEnd(), initial.getStart()))) return true;
    if (hasComment(headOf(callback, text))) return true;
    from = (initial ?? callback.node).getEnd();
  }
  return hasComment(text.slice(from, node.getEnd()));
}

/** What is not printed again of a callback: all but its statements, with the comments above them, and its value. */
function headOf({ node, value, statements }: Callback, text: string): string {
  let rest = '';
  let from = node.getStart();
  for (const part of [...statements, ...(value === undefined ? [] : [value])]) {
    const start = part === value ? part.getStart() : commentedStart(part);
    rest += text.slice(from, start);
    from = part.getEnd();
  }
  return rest + text.slice(from, node.getEnd());
}

function hasComment(text: string): boolean {
  return text.includes('//') || text.includes('/*');
}
