// The body of the original with the awaited results in place of a `map`, or of one of its relatives.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';
import { takingText } from './block-reduction.ts';
import { identifiersOf } from './loop-text.ts';
import type { MapSite } from './map-sites.ts';
import { takingOwn } from './own-text.ts';
import { unusedName } from './part-runner.ts';

export function parallelBody(subject: Subject, site: MapSite, awaited: string): string {
  const { node, text, style } = subject;
  const { body } = node;
  if (body === undefined) throw new Error('A subject has a body.');
  const start = body.getStart();
  const { own } = site;
  const replaced = own === undefined ? (site.awaited ?? site.call) : site.call.parent;
  const indent = indentAt(replaced.getStart(), text);
  const replacement =
    own === undefined
      ? inPlaceOf(site, text, awaited)
      : takingOwn(own, subject, { call: awaited }, []).join(`\n${indent}`);
  // Without semicolons the line before would go on there.
  const isOpening = replacement.startsWith('(') && ts.isExpressionStatement(replaced.parent) && !style.semicolons;
  const changed =
    text.slice(start, replaced.getStart()) + (isOpening ? ';' : '') + replacement + text.slice(replaced.end, body.end);
  const end = style.semicolons ? ';' : '';
  return ` ${ts.isBlock(body) ? changed : `{\n${style.indent}return ${changed}${end}\n}`}`;
}

/** What stands in place of the call. */
function inPlaceOf(
  { call, method, arrayText, reduction, awaited: waiting }: MapSite,
  text: string,
  awaited: string,
): string {
  if (method === 'find') return `${arrayText}[${awaited}]`;
  if (reduction !== undefined) {
    const { callback } = reduction;
    const called = call.expression as ts.PropertyAccessExpression;
    const opening = text.slice(called.name.getStart(), callback.getStart());
    const taking = (callbackText: string) =>
      `(${awaited}).${opening}${callbackText}${text.slice(callback.end, call.end)}`;
    if (reduction.kind === 'block') return taking(takingText(reduction, text));
    const { accumulator, value } = reduction;
    const one = unusedName('value', identifiersOf(callback));
    const body = text.slice(callback.body.getStart(), value.getStart()) + one + text.slice(value.end, callback.end);
    return taking(`(${accumulator === undefined ? '' : `${accumulator.getText()}, `}${one}) => ${body}`);
  }
  const { parent } = waiting ?? call;
  const needsParentheses =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isPrefixUnaryExpression(parent);
  return needsParentheses ? `(${awaited})` : awaited;
}
