// A recursion that looks back a few steps as a loop that keeps the last results in variables. Whether its order allows that is bottom-up.ts's.
import type ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { isCertain, isOnlyBelow, lessenedBy } from './arithmetic.ts';
import { answerOf } from './recursion-guards.ts';
import { freshNames, type Guard, LARGEST, type Recursion, withCells } from './recursion-text.ts';

/** Of results kept in variables of their own. */
const MOST_VARIABLES = 3;

/** Only the last results are kept, where the recursion looks back a few steps and its guards speak of the smallest numbers only. */
export function rollingLines(
  subject: Subject,
  { guards, step, calls }: Recursion,
  names: readonly string[],
  steps: readonly number[],
): readonly string[] | undefined {
  const [name] = names;
  const [back = 0] = steps;
  const called = calledAs(calls);
  if (name === undefined || names.length > 1 || back > MOST_VARIABLES || called === undefined) return undefined;
  const first = firstStep(guards, name, back);
  if (first === undefined) return undefined;
  const fresh = freshNames(subject);
  // The last result first.
  const results = Array.from({ length: back }, (_, index) => fresh(index === 0 ? 'last' : `last${index + 1}`));
  const [k, next] = [fresh('k'), fresh('next')];
  const value = withCells(subject, step, calls, names, [k], (call) => {
    const [argument] = call.arguments;
    return results[(argument ? (lessenedBy(argument, name) ?? 1) : 1) - 1] ?? '';
  });
  const starts = results.map((_, index) => {
    const k0 = first - 1 - index;
    return answerOf(guards, name, k0) ?? `${called}(${k0})`;
  });
  return [
    '// Only the results before are asked for, so a loop from the smallest number on keeps those.',
    `if (Number.isInteger(${name}) && ${name} >= ${first} && ${name} <= ${LARGEST}) {`,
    ...results.map((one, index) => `\tlet ${one} = ${starts[index]};`),
    `\tfor (let ${k} = ${first}; ${k} <= ${name}; ${k}++) {`,
    `\t\tconst ${next} = ${value};`,
    ...results.map((one, index) => `\t\t${one} = ${index === 0 ? next : results[index - 1]};`).reverse(),
    '\t}',
    `\treturn ${results[0]};`,
    '}',
  ];
}

/** The smallest number above zero from which on no guard holds, when guards certainly answer the numbers below that it looks back to. */
function firstStep(guards: readonly Guard[], name: string, back: number): number | undefined {
  for (let first = 1; first <= back; first++) {
    if (!guards.every(({ condition }) => isOnlyBelow(condition, name, first))) continue;
    const numbers = Array.from({ length: back }, (_, index) => new Map([[name, first - 1 - index]]));
    const areAnswered = numbers.every((values) => guards.some(({ condition }) => isCertain(condition, values)));
    return areAnswered ? first : undefined;
  }
  return undefined;
}

/** How the function calls itself, when always the same: the starting values are asked of its own guards. */
function calledAs(calls: readonly ts.CallExpression[]): string | undefined {
  const names = new Set(calls.map(({ expression }) => expression.getText()));
  return names.size === 1 ? [...names][0] : undefined;
}
