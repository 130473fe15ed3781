// Recursions on whole numbers as a table that is filled from the smallest on: `f(n - 1) + f(n - 2)`, paths through a grid. Only where the order
// is proven: every call passes its parameters on, lessened by constants, and guards answer before one can fall below zero. Everything else
// (fractions, negative numbers, very large ones) still takes the recursion. The result is computed by the same expressions in the same order.

import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { holdsWhenEqual, isArithmetic, isCertain, lessenedBy, plain } from './arithmetic.ts';
import { isWholeNumberKey, type KeyPart } from './cache-keys.ts';
import { isNumberGlobal } from './library-names.ts';
import { guardsOf } from './recursion-guards.ts';
import { finished, type Guard, type Recursion } from './recursion-text.ts';
import { tableLines } from './result-tables.ts';
import { rollingLines } from './rolling-results.ts';
import { triangleLines } from './triangle-row.ts';

/** Undefined where the order is not proven. */
export function bottomUp(
  subject: Subject,
  keys: readonly KeyPart[],
  self: ts.Symbol | undefined,
  symbols: SymbolFacts,
): Candidate | undefined {
  const names = keys.map(({ name }) => name);
  if (self === undefined || names.length > 2 || !keys.every(isWholeNumberKey)) return undefined;
  if (!isNumberGlobal(subject)) return undefined;
  const recursion = recursionOf(subject, self, names, symbols);
  if (recursion === undefined || recursion.calls.length < 2 || !isBuiltOf(recursion, names, symbols)) return undefined;
  const steps = names.map(() => 0);
  for (const call of recursion.calls) {
    const lessened = call.arguments.map((argument, index) => lessenedBy(argument, names[index]));
    if (call.arguments.length !== names.length || lessened.includes(undefined)) return undefined;
    if (lessened.every((by) => by === 0)) return undefined;
    lessened.forEach((by, index) => {
      steps[index] = Math.max(steps[index] ?? 0, by ?? 0);
    });
  }
  const { guards } = recursion;
  const rolling = rollingLines(subject, recursion, names, steps);
  if (rolling) return candidateOf(subject, rolling);
  if (names.every((name, index) => isAnsweredBelow(guards, name, steps[index] ?? 0)))
    return candidateOf(subject, tableLines(subject, recursion, names, steps));
  const lines = isTriangle(recursion, names, steps) ? triangleLines(subject, recursion, names) : undefined;
  return lines && candidateOf(subject, lines);
}

/**
 * Every call makes the first parameter one smaller and the second one at most, and guards answer where the second is zero and where both are
 * equal: then neither it nor what the first one is above it falls below zero, if the recursion begins with `n >= k >= 0`.
 */
function isTriangle({ guards, calls }: Recursion, names: readonly string[], steps: readonly number[]): boolean {
  const [first, second] = names;
  if (first === undefined || second === undefined || (steps[1] ?? 0) > 1) return false;
  const isOneRowUp = calls.every(({ arguments: [up] }) => up !== undefined && lessenedBy(up, first) === 1);
  return (
    isOneRowUp &&
    isAnsweredBelow(guards, second, steps[1] ?? 0) &&
    guards.some(({ condition }) => holdsWhenEqual(condition, names))
  );
}

/** Guard clauses that return, and one `return` behind them; or an arrow's expression. */
function recursionOf(
  { node, checker }: Subject,
  self: ts.Symbol,
  names: readonly string[],
  symbols: SymbolFacts,
): Recursion | undefined {
  const { body } = node;
  if (body === undefined) return undefined;
  const guards: Guard[] = [];
  let returned: ts.Expression | undefined;
  if (ts.isBlock(body)) {
    const { guards: ofBlock, rest } = guardsOf(body, names, symbols);
    const [last, ...more] = rest;
    guards.push(...ofBlock);
    returned = last && more.length === 0 && ts.isReturnStatement(last) ? last.expression : undefined;
  } else returned = body;
  if (returned === undefined) return undefined;
  const inBlock = guards.length;
  let step = plain(returned);
  while (ts.isConditionalExpression(step)) {
    guards.push({ condition: step.condition, value: step.whenTrue });
    step = plain(step.whenFalse);
  }
  const calls: ts.CallExpression[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isCallExpression(child) && checker.getSymbolAtLocation(child.expression) === self) calls.push(child);
    ts.forEachChild(child, visit);
  };
  visit(step);
  return { guards, inBlock, step, calls, returned };
}

/** Of parameters, numbers, operators and Math: what is computed for one cell more than the recursion would ask for changes nothing. */
function isBuiltOf({ guards, step, calls }: Recursion, names: readonly string[], symbols: SymbolFacts): boolean {
  const known = new Set<ts.Node>(calls);
  return (
    guards.every(
      ({ condition, value }) => isArithmetic(condition, names, symbols) && isArithmetic(value, names, symbols),
    ) && isArithmetic(step, names, symbols, (part) => known.has(part))
  );
}

/** Whether a guard certainly holds for every value of the parameter that a call would take below zero, whatever the others are. */
function isAnsweredBelow(guards: readonly Guard[], name: string, step: number): boolean {
  for (let value = 0; value < step; value++)
    if (!guards.some(({ condition }) => isCertain(condition, new Map([[name, value]])))) return false;
  return true;
}

function candidateOf(subject: Subject, lines: readonly string[]): Candidate | undefined {
  const { node, style, sourceFile } = subject;
  const edit = editFile(subject);
  const { body } = node;
  if (body === undefined) return undefined;
  if (ts.isBlock(body)) {
    const last = body.statements.at(-1);
    if (last === undefined) return undefined;
    edit.insertLinesBefore(last, finished(lines, subject));
  } else if (ts.isArrowFunction(node)) {
    // A comment in front of the expression would be lost.
    const between = subject.text.slice(node.equalsGreaterThanToken.end, body.getStart(sourceFile));
    if (between.trim() !== '') return undefined;
    const start = node.getStart(sourceFile);
    const outer = /^[ \t]*/.exec(subject.text.slice(subject.text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
    const inner = `${outer}${style.indent}`;
    const value = plain(body).getText(sourceFile);
    const text = [...lines, `return ${value};`];
    edit.replace(
      { start: node.equalsGreaterThanToken.end, end: body.end },
      ` {\n${inner}${finished(text, subject).replaceAll('\n', `\n${inner}`)}\n${outer}}`,
    );
  }
  const { name } = subject.listing;
  const message = `Arguments that made \`${name}\` overflow the stack get a result now.`;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'memoization',
    variant: 'bottom-up',
    summary: `Computes ${name} from the smallest arguments on, without recursion.`,
    caveats: [reasonFor(node, 'M8', message)],
  });
}
