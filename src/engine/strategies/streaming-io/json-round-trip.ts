// Finds values that are copied by `JSON.parse(JSON.stringify(value))`, and says where JSON is asked for more than a copy.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

export interface RoundTrip {
  readonly call: ts.CallExpression;
  readonly value: ts.Expression;
}

/** Those that lie in no other one, in source order. */
export function roundTripsIn({ node, checker }: Subject): readonly RoundTrip[] {
  const found: RoundTrip[] = [];
  const visit = (part: ts.Node): void => {
    const text = jsonCall(part, 'parse', checker);
    const inner = text?.arguments.length === 1 ? jsonCall(text.arguments[0], 'stringify', checker) : undefined;
    const [value] = inner?.arguments.length === 1 ? inner.arguments : [];
    if (text !== undefined && value !== undefined && !ts.isSpreadElement(value)) found.push({ call: text, value });
    else ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

export function copiedValue(roundTrip: RoundTrip | undefined): string {
  const [line = 'the value', ...more] = roundTrip?.value.getText().split('\n') ?? [];
  return more.length === 0 ? `\`${line}\`` : 'the value';
}

/** Why a copy through JSON that says what becomes of each value stays as it is. */
export function whyNoCopy({ node, checker }: Subject): Reason | undefined {
  const find = (part: ts.Node): ts.CallExpression | undefined => {
    const text = jsonCall(part, 'parse', checker);
    if (text !== undefined && jsonCall(text.arguments[0], 'stringify', checker) !== undefined) return text;
    return ts.forEachChild(part, find);
  };
  const call = find(node);
  if (call === undefined) return undefined;
  const message =
    'A replacer or a reviver says what JSON makes of each value: a copy without JSON would have to call it in the same order.';
  return reasonFor(
    call,
    'S10',
    message,
    'Where it only leaves fields out or makes dates, write the copy by hand, field by field.',
  );
}

function jsonCall(node: ts.Node | undefined, method: string, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (node === undefined || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const { name, expression } = node.expression;
  return name.text === method && globalName(expression, checker) === 'JSON' ? node : undefined;
}
