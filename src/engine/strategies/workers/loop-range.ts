// The numbers that a counted loop runs through, cut into parts: each part begins where its steps from the first number would arrive.
import ts from 'typescript';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { collectVariables } from '../../source/ranges/function-variables.ts';
import { analyzeRanges } from '../../source/ranges/value-ranges.ts';
import type { Subject } from '../../source/subject.ts';
import type { LoopSite } from './loop-sites.ts';
import { piecesIn } from './work-count.ts';

/** A loop that does not run from 0 up to below its limit in steps of one. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly isInclusive: boolean;
  /** How far the next number is. */
  readonly step: number;
  /** How many iterations there are, as text. */
  readonly count: string;
  /** That it starts from a whole number is written there. */
  readonly isKnown: boolean;
}

export function rangeOf(header: LoopSite['header']): Range | undefined {
  if (header.kind === 'elements') return undefined;
  const { start, limit, isInclusive, step } = header;
  const [from, to] = [start.getText(), limit.getText()];
  if (from === '0' && !isInclusive && step === 1) return undefined;
  const before = ts.isNumericLiteral(start) ? String(Number(from) - (isInclusive ? 1 : 0)) : `${from}`;
  const numbers =
    before === '0'
      ? ts.isBinaryExpression(limit)
        ? `(${to})`
        : to
      : before === '-1'
        ? `(${to} + 1)`
        : `(${to} - ${before}${isInclusive && !ts.isNumericLiteral(start) ? ' + 1' : ''})`;
  const count = step === 1 ? numbers : `${numbers} / ${step}`;
  return { from, to, isInclusive, step, count, isKnown: ts.isNumericLiteral(start) };
}

/** `n` may be 5e-324, and `n - 1` not: what is no whole number is at least as far from 0 as numbers next to 1 are from each other. */
export function mayCountTiny(header: LoopSite['header'], { node, checker }: Subject): boolean {
  if (header.kind === 'elements') return false;
  const { start, limit, isInclusive } = header;
  if (isInclusive || (ts.isNumericLiteral(start) && Number(start.text) !== 0)) return false;
  const isSum = ts.isBinaryExpression(limit) && limit.operatorToken.kind !== ts.SyntaxKind.AsteriskToken;
  if (isSum && [limit.left, limit.right].some(isWholeOffset)) return false;
  return !analyzeRanges({ variables: collectVariables(node, checker), checker }).factOf(limit).integer;
}

function isWholeOffset(one: ts.Expression): boolean {
  return ts.isNumericLiteral(one) && Number.isInteger(Number(one.text)) && Number(one.text) !== 0;
}

export function endOfPart(
  start: string,
  length: string,
  { to, isInclusive }: Pick<Range, 'to' | 'isInclusive'>,
): string {
  if (!isInclusive) return `Math.min(${start} + ${length}, ${to})`;
  return length === '1' ? start : `Math.min(${start} + ${length} - 1, ${to})`;
}

/** What a function gives that does all in one part: the list of the part, a list of its numbers, or the one part among parts. */
export const FROM_ONE_PART = {
  list: (part: string) => part,
  numbers: (part: string) => `[...${part}]`,
  part: (part: string) => `[${part}]`,
} as const;

/** From a fraction, or from where numbers have gaps, steps of one arrive elsewhere than a sum does. */
export function inOnePart(
  { from, to }: Range,
  sent: (start: string, length: string, end: string) => string,
  chunk: string,
  gives: keyof typeof FROM_ONE_PART,
): readonly string[] {
  const whole = `${chunk}(${sent(from, '', to)})`;
  return [
    '// From a fraction, steps of one may arrive elsewhere than a sum does.',
    `if (!Number.isSafeInteger(${from})) return ${FROM_ONE_PART[gives](whole)};`,
  ];
}

export function iterationsIn(answer: ObserveAnswer, header: LoopSite['header'], subject: Subject): number | undefined {
  if (header.kind === 'elements') return piecesIn(answer, header.array, subject);
  const to = piecesIn(answer, header.limit, subject);
  const { start, step } = header;
  const from = ts.isNumericLiteral(start) ? Number(start.text) : piecesIn(answer, start, subject);
  return to === undefined || from === undefined ? undefined : (to - from) / step;
}

/** The counter tells how many iterations came before. */
export function isFromZero({ start, step }: { readonly start: ts.Expression; readonly step: number }): boolean {
  return start.getText() === '0' && step === 1;
}

/** So many iterations further on, as text. */
export function stepsOf(step: number, length: string): string {
  if (step === 1) return length;
  return length === '1' ? String(step) : `${step} * ${length}`;
}
