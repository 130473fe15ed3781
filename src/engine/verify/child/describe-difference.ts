// A difference as the strings of a Counterexample: the arguments that can be pasted, what was expected and what came instead.
import type { Counterexample } from '../../process/protocol.ts';
import { Thrown, Unfinished } from './compare-outcomes.ts';
import type { Difference } from './compare-values.ts';
import type { PlannedCase } from './planned-case.ts';
import type { Scene } from './play-scene.ts';
import { type PrintLimits, printValue, readableLimits } from './print-value.ts';
import { className, isObject } from './value-kind.ts';

const shortLimits: PrintLimits = { ...readableLimits, elements: 20 };

/** `scene` is freshly staged: its arguments are as they are before the first call. */
export function describeDifference(planned: PlannedCase, scene: Scene, difference: Difference): Counterexample {
  return {
    args: printedCalls(planned, scene),
    expected: printedSide(difference, 'expected'),
    actual: printedSide(difference, 'actual'),
  };
}

function printedCalls(planned: PlannedCase, { calls }: Scene): string {
  const receiver = calls[0]?.receiver;
  const on = isObject(receiver)
    ? `/* this: ${className(receiver) ?? 'object'} ${withoutComments(printValue(receiver, shortLimits))} */ `
    : '';
  if (calls.length === 1) return `${on}${printValue([...(calls[0]?.args ?? [])])}`;
  const note = planned.note === undefined ? '' : `/* ${planned.note} */ `;
  // One array of argument lists, so that an object passed in two calls is printed as one.
  return `${on}${note}${printValue(calls.map(({ args }) => args))}`;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/ ?/g, '');
}

function printedSide(difference: Difference, side: 'expected' | 'actual'): string {
  const { path, aspect, [side]: value } = difference;
  const place = path === 'result' || path === 'result (error)' ? '' : `/* ${path} */ `;
  const clause = typeof aspect === 'object' ? aspect[side] : aspect;
  const what = clause === undefined ? '' : `/* ${clause} */ `;
  if (value instanceof Unfinished) return 'does not end within the time limit';
  const thrown = value instanceof Thrown || path.endsWith('(error)');
  const printed = printValue(value instanceof Thrown ? value.error : value, shortLimits);
  return `${place}${what}${thrown ? 'throws ' : ''}${printed}`;
}
