// Array methods with a callback, as the loops that they are: `reduce`, `some`, `every`, `findIndex`, `forEach` and the length of what `filter` gives.
// How often the callback is called is settled before the first call, and the elements are read when their turn comes, as in JavaScript; nothing
// in a kernel is missing from its array.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { type Callback, callbackOf, type Deliver, isMentioned, lowerCallbackBody } from './callbacks.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type Expression, type Local, NotAKernel, type Statement, scalarKindOf } from './kernel-ir.ts';
import { assign, constant, increment, read, unless } from './kernel-steps.ts';
import { setIn } from './loop-changes.ts';
import { changesLength, type Elements, elementsOf, setsOthers } from './lower-elements.ts';

export interface MethodCall {
  readonly node: ts.CallExpression;
  readonly method: string;
  readonly receiver: ts.Expression;
  readonly callback: Callback;
  /** The second argument. */
  readonly start: ts.Expression | undefined;
}

export function methodCall(scope: FunctionLowering, expression: ts.Expression): MethodCall | undefined {
  const node = bare(expression);
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined) return undefined;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return undefined;
  const [first, start, ...more] = node.arguments;
  const callback = callbackOf(scope, first);
  if (callback === undefined || more.length > 0 || (start !== undefined && ts.isSpreadElement(start))) return undefined;
  return { node, method: callee.name.text, receiver: callee.expression, callback, start };
}

/** What gives a number or a truth; undefined for other calls. */
export function lowerArrayQuestion(scope: FunctionLowering, expression: ts.Expression): Expression | undefined {
  const call = methodCall(scope, expression);
  if (call === undefined) return undefined;
  if (call.method === 'reduce') return lowerReduce(scope, call);
  if (call.start !== undefined) return undefined;
  if (call.method === 'some' || call.method === 'every') return lowerSearch(scope, call, call.method);
  return call.method === 'findIndex' ? lowerSearch(scope, call, 'findIndex') : undefined;
}

/** As a statement; undefined for other calls. */
export function lowerForEach(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] | undefined {
  const call = methodCall(scope, expression);
  if (call === undefined || call.method !== 'forEach' || call.start !== undefined) return undefined;
  const elements = elementsOf(scope, call.receiver);
  return [...elements.before, ...calledForEach(scope, call.callback, { elements, deliver: () => undefined })];
}

function lowerReduce(scope: FunctionLowering, { node, callback, receiver, start }: MethodCall): Expression {
  const [name] = callback.parameters;
  if (name === undefined || !ts.isIdentifier(name.name)) throw new NotAKernel('callback', node);
  const elements = elementsOf(scope, receiver);
  const { array } = elements;
  if (start === undefined && array === undefined) throw new NotAKernel('callback', node);
  const value: Expression =
    start === undefined && array !== undefined
      ? { kind: 'read', array, index: constant(0) }
      : scope.expression(start ?? node);
  const reached = scope.declareAs(name.name, scalarKindOf(value));
  if (reached.kind === 'array') throw new NotAKernel('callback', node);
  // Without elements there is nothing to begin with, which is an error.
  const first: Statement[] = start === undefined ? [unless(isMore(elements.length(), constant(0)))] : [];
  const deliver: Deliver = (returned) => {
    const next = scope.expression(returned);
    if (scalarKindOf(next) !== reached.kind) throw new NotAKernel('type', returned, returned.getText());
    return [assign(reached, next)];
  };
  return {
    kind: 'sequence',
    first: [
      ...elements.before,
      ...first,
      assign(reached, value),
      ...calledForEach(scope, callback, {
        elements,
        deliver: () => deliver,
        before: 1,
        from: start === undefined ? 1 : 0,
      }),
    ],
    last: read(reached),
  };
}

/** Ends with the first element for which the callback says so. */
function lowerSearch(
  scope: FunctionLowering,
  { callback, receiver }: MethodCall,
  method: 'some' | 'every' | 'findIndex',
): Expression {
  const elements = elementsOf(scope, receiver);
  const answer = scope.temporary(method === 'findIndex' ? 'number' : 'boolean');
  const deliver = (label: string, index: Local): Deliver => {
    const found: Expression = method === 'findIndex' ? read(index) : { kind: 'truth', value: method === 'some' };
    const end: readonly Statement[] = [assign(answer, found), { kind: 'break', label }];
    return (returned) => {
      const condition = scope.condition(returned);
      return [
        {
          kind: 'if',
          condition,
          whenTrue: method === 'every' ? [] : end,
          whenFalse: method === 'every' ? end : [],
        },
      ];
    };
  };
  const without: Expression = method === 'findIndex' ? constant(-1) : { kind: 'truth', value: method === 'every' };
  return {
    kind: 'sequence',
    first: [...elements.before, assign(answer, without), ...calledForEach(scope, callback, { elements, deliver })],
    last: read(answer),
  };
}

/** How many elements `values.filter(...)` lets through; undefined for other calls. */
export function lowerCount(scope: FunctionLowering, expression: ts.Expression): Expression | undefined {
  const call = methodCall(scope, expression);
  if (call === undefined || call.method !== 'filter' || call.start !== undefined) return undefined;
  const elements = elementsOf(scope, call.receiver);
  const count = scope.temporary('number');
  const deliver = (): Deliver => (returned) => [
    { kind: 'if', condition: scope.condition(returned), whenTrue: [increment(count)], whenFalse: [] },
  ];
  return {
    kind: 'sequence',
    first: [
      ...elements.before,
      assign(count, constant(0)),
      ...calledForEach(scope, call.callback, { elements, deliver }),
    ],
    last: read(count),
  };
}

export interface Called {
  readonly elements: Elements;
  /** Undefined where nobody looks at what is returned. */
  readonly deliver: (label: string, index: Local) => Deliver | undefined;
  /** How many parameters stand in front of the element. */
  readonly before?: number;
  readonly from?: number;
  /** Gets each element before the callback is called. */
  readonly kept?: Local;
}

export function calledForEach(
  scope: FunctionLowering,
  callback: Callback,
  { elements, deliver, before = 0, from = 0, kept }: Called,
): readonly Statement[] {
  const [element, position, ...more] = callback.parameters.slice(before);
  if (more.length > 0) throw new NotAKernel('callback', callback.body);
  const known = scope.locals.length;
  const index = scope.temporary('number');
  const label = scope.freshLabel();
  scope.loopDepth += 1;
  const { array } = elements;
  if (position !== undefined && ts.isIdentifier(position.name)) scope.alias(position.name, index);
  const rounds = [
    ...(kept === undefined || array === undefined ? [] : [assign(kept, { kind: 'read', array, index: read(index) })]),
    ...(element === undefined || isUnnamed(element, callback) ? [] : elements.named(element.name, index)),
    ...lowerCallbackBody(scope, callback, { kind: 'continue', label }, deliver(label, index)),
  ];
  scope.loopDepth -= 1;
  // A callback that counts with its own index would count with the loop's.
  const isGrown = array !== undefined && changesLength(rounds, array);
  const isChanged = setIn(rounds).has(index) || isGrown || setsOthers(rounds, new Set(scope.locals.slice(known)));
  if (isChanged) throw new NotAKernel('callback', callback.body);
  return [
    assign(index, constant(from)),
    {
      kind: 'loop',
      test: isMore(elements.length(), read(index)),
      testsFirst: true,
      body: rounds,
      update: [increment(index)],
      labels: [label],
    },
  ];
}

function isUnnamed({ name }: ts.ParameterDeclaration, callback: Callback): boolean {
  return ts.isIdentifier(name) && !isMentioned(name.text, callback);
}

function isMore(length: Expression, than: Expression): Expression {
  return { kind: 'compare', operator: '<', left: than, right: length };
}
