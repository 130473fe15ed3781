// What a chain over lines comes to at its end: a count, one value (`reduce`, `some`, `every`, `find`), a list of what is left or a set of it. Each of
// them can be had from what the pieces of the file give.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import { reasonFor } from '../../source/reason-at.ts';
import { placeOf, type StatementPlace } from '../../source/statement-place.ts';
import type { Subject } from '../../source/subject.ts';
import { type ChainCallback, chainCallback, whyNotAlternating } from './chain-callbacks.ts';
import { type Chain, callOf, methodName, onlyCallback, unclearCallback } from './line-chains.ts';
import { isConstantText } from './local-uses.ts';
import { isQuiet } from './moved-read.ts';

export interface LineSink {
  readonly kind: 'length' | 'reduce' | 'some' | 'every' | 'find' | 'list' | 'set';
  /** The expression whose value it is. */
  readonly value: ts.Expression;
  readonly place: StatementPlace;
  /** The last step, which is done on each piece; none for a list or a set. */
  readonly step?: ts.CallExpression | ts.PropertyAccessExpression;
  /** What `reduce` begins with. */
  readonly initial?: ts.Expression;
  readonly name?: string;
}

/** Undefined where the list of lines is needed as it is. */
export function sinkOf(chain: Chain, subject: Subject): LineSink | Reason | undefined {
  const found = endOf(chain, subject);
  if (found === undefined || 'code' in found) return found;
  const { callback, ...sink } = found;
  const callbacks = callback === undefined ? chain.callbacks : [...chain.callbacks, callback];
  const alternating = whyNotAlternating(callbacks, 'nothing');
  if (alternating !== undefined) return alternating;
  const place = placeOf(sink.value, subject.node);
  const message = 'Something in the same statement is evaluated before the file is read.';
  const unlock = 'Keep what comes of the lines in a constant of its own.';
  if (place === undefined) return reasonFor(sink.value, 'S7', message, unlock);
  const changes = callbacks.some(({ effects }) => effects.some(({ kind }) => kind.startsWith('writes-')));
  if (place.role === 'part' && changes) return reasonFor(sink.value, 'S7', message, unlock);
  if (place.role === 'dropped' && sink.kind !== 'list') {
    return reasonFor(sink.value, 'S1', 'What comes of the lines is not used.');
  }
  return { ...sink, place };
}

type End = Omit<LineSink, 'place'> & { readonly callback?: ChainCallback };

function endOf({ end, steps, second, valueName }: Chain, subject: Subject): End | Reason | undefined {
  const access = end.parent;
  if (second === undefined && ts.isPropertyAccessExpression(access) && access.expression === end) {
    const isRead = access.questionDotToken === undefined && !ts.isCallExpression(access.parent);
    if (access.name.text === 'length' && isRead && !ts.isDeleteExpression(access.parent)) {
      return { kind: 'length', value: access, step: access };
    }
    const call = callOf(end);
    const method = call === undefined ? '' : methodName(call);
    if (call !== undefined && method === 'reduce') return reduceOf(call, subject);
    if (call !== undefined && method === 'includes') {
      const [text, ...more] = call.arguments;
      const isPlain = text !== undefined && more.length === 0 && isConstantText(text, subject);
      return isPlain ? { kind: 'some', value: call, step: call } : undefined;
    }
    if (call !== undefined && (method === 'some' || method === 'every' || method === 'find')) {
      // What is not found is `undefined`, and so must be nothing that could be.
      if (method === 'find' && !isListOfTexts(end, subject.checker)) return undefined;
      const callback = onlyCallback(call, steps, subject);
      return callback === undefined ? unclearCallback(call) : { kind: method, value: call, step: call, callback };
    }
  }
  if (second === undefined && isGivenToSet(end, subject)) return { kind: 'set', value: end.parent };
  // A list that is as long as the file is not worth it: there must be less in it, or something else.
  return steps.length === 0
    ? undefined
    : { kind: 'list', value: end, ...(valueName === undefined ? {} : { name: valueName }) };
}

/** `new Set(lines)` and nothing more. */
function isGivenToSet(
  end: ts.Expression,
  { checker }: Subject,
): end is ts.Expression & { readonly parent: ts.NewExpression } {
  const { parent } = end;
  return (
    ts.isNewExpression(parent) &&
    globalName(parent.expression, checker) === 'Set' &&
    parent.arguments?.length === 1 &&
    parent.arguments[0] === end
  );
}

function reduceOf(call: ts.CallExpression, subject: Subject): End | Reason {
  const [given, initial, ...more] = call.arguments;
  if (given === undefined || initial === undefined || more.length > 0) {
    return reasonFor(
      call,
      'S1',
      'Without a first value it begins with the first line.',
      'Give `reduce` a first value.',
    );
  }
  const callback = chainCallback(given, { takes: 2, isGivenLines: false }, subject);
  if (callback === undefined) return unclearCallback(call);
  if (!isQuiet(bare(initial))) {
    const message = 'The value that it begins with is computed after the file was read.';
    return reasonFor(initial, 'S7', message, 'Keep it in a constant in front of the read.');
  }
  return { kind: 'reduce', value: call, step: call, callback, initial };
}

function isListOfTexts(list: ts.Expression, checker: ts.TypeChecker): boolean {
  const item = checker.getIndexTypeOfType(checker.getTypeAtLocation(list), ts.IndexKind.Number);
  return item !== undefined && (item.flags & ts.TypeFlags.StringLike) !== 0;
}
