// Why this strategy declines, as one table: code, sentence, and the edit that would unlock the rewrite.

import type { Reason } from '../../../model/reason.ts';
import type { Obstacle, ObstacleKind } from '../../kernel/kernel-ir.ts';
import { reasonAt, type ReasonWords as Words } from '../../source/reason-at.ts';

export const reasons = {
  generic: (name: string): Words => ({
    code: 'C9',
    message: `${name} is generic or overloaded, so what its values are is not known`,
    unlock: 'Declare one signature with number, boolean, number[] or typed arrays.',
  }),
  notReached: (kind: string): Words => ({
    code: 'A3',
    message: `a ${kind} depends on its object, and a WebAssembly module knows numbers only`,
    unlock: 'Move the computation into a function of its arguments.',
  }),
  fewOperations: (name: string): Words => ({
    code: 'A12',
    message: `${name} has no loop and no recursion: calling a WebAssembly module costs about what it would save`,
    unlock: 'Benchmark the function that calls it in a loop.',
  }),
  copying: (names: string, nsPerElement: number, operations: number, isOfTexts: boolean): Words => ({
    code: 'A5',
    message: `copying ${names} takes about ${nsPerElement} ns per element, as long as the single pass over it, which does about ${operations} operations with each: that pays at no size`,
    unlock: isOfTexts
      ? 'Benchmark the function that works on it more than once.'
      : "Keep the numbers in the kernel's memory from call to call (a candidate of its own where the function only reads and writes arrays of numbers that it is given: with 100,000 of them a saxpy took 0.2 of the time there, a dot product 0.8, prefix sums as long), in typed arrays, or benchmark the function that works on them more than once.",
  }),
  callsDominate: (names: string, operations: number): Words => ({
    code: 'A17',
    message: `most of its time goes into ${names}, which a module calls as the function does now; the ${operations} or so operations beside each call are too few to gain by`,
    unlock: 'Compute these values once into an array, and benchmark the function that works on it.',
  }),
  retainsMemory: (): Words => ({
    code: 'A14',
    message: "the module's memory grows to the largest arrays that it was called with, and is kept",
  }),
  checkedIntegers: (): Words => ({
    code: 'A16',
    message:
      'arrays that the kernel makes hold integers of at most a billion; when something else has to be stored, the original code does the call',
  }),
  importedFunctions: (names: string): Words => ({
    code: 'A18',
    message: `the module holds ${names} of other files as they are now: when one of them changes, remake the module with the command at its head`,
  }),
  ownKeys: (names: string): Words => ({
    code: 'A19',
    message: `it differs where ${names} has keys of its own that are no indices (\`values[-1] = 5\`): they count as missing`,
  }),
  integersOnly: (names: string): Words => ({
    code: 'A15',
    message: `the kernel is used when ${names}; the original code does all other calls`,
  }),
} as const;

export function obstacleReason({ kind, node, subject, within }: Obstacle): Reason {
  const words = obstacleWords[kind](shortened(subject));
  if (within === undefined) return reasonAt(node, words);
  return reasonAt(within, { ...words, message: `${within.text} is called, where ${words.message}` });
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

const obstacleWords: Readonly<Record<ObstacleKind, (subject: string) => Words>> = {
  statement: (subject) => ({
    code: 'A1',
    message: `${subject === '' ? 'this statement' : subject} is not compiled to WebAssembly`,
    unlock: 'Keep the numeric loop in a function of its own.',
  }),
  expression: (subject) => ({
    code: 'A1',
    message: `${subject} is not an operation on numbers, booleans, and arrays or tables of them`,
    unlock: 'Keep the numeric loop in a function of its own.',
  }),
  call: (subject) => ({
    code: 'A1',
    message: `${subject} is called, which is neither a function of Math nor a fixed function of this project`,
    unlock: 'Compute it before the loop and hand the result over as an argument.',
  }),
  type: (subject) => ({
    code: 'A1',
    message: `${subject} is not known to be a number, a boolean, or an array or table of one of them`,
    unlock: 'Give it the type number, boolean, number[] or number[][], or a typed array.',
  }),
  parameter: (subject) => ({
    code: 'A3',
    message: `the parameter ${subject} is not a number, a boolean, or an array or table of one of them`,
    unlock: 'Hand over the numbers that it is used for.',
  }),
  result: (subject) => ({
    code: 'A3',
    message: `${subject === '' ? 'the result' : `the result ${subject}`} is not a number, a boolean, or an array or table of one of them`,
    unlock: 'Return numbers, and build other values from them in the caller.',
  }),
  'mixed-result': () => ({
    code: 'A3',
    message: 'it returns values of several kinds',
    unlock: 'Return a number from every end of the function.',
  }),
  unset: (subject) => ({
    code: 'A1',
    message: `${subject} may be read before it has a value`,
    unlock: `Give ${subject} a value where it is declared.`,
  }),
  'no-value': (subject) => ({
    code: 'A1',
    message: `${subject} is no number, and numbers are all that a variable or result can hold there`,
    unlock: 'Use a number that cannot occur, such as -1 or NaN.',
  }),
  outside: (subject) => ({
    code: 'A13',
    message: `${subject} lives outside of the function, where the module cannot see it`,
    unlock: `Hand ${subject} over as a parameter.`,
  }),
  method: (subject) => ({
    code: 'A1',
    message: `${subject}() is not compiled to WebAssembly`,
    unlock: 'Write it as a loop over the elements.',
  }),
  holes: (subject) => ({
    code: 'A2',
    message: `${subject} starts with unset elements, which flat memory cannot tell from zero`,
    unlock: `Fill ${subject} when it is made: new Array(length).fill(0).`,
  }),
  allocation: (subject) => ({
    code: 'A2',
    message: `${subject} is not allocated in a form that is understood`,
    unlock: 'Allocate it with new Array(length).fill(0) or as a typed array of a given length.',
  }),
  'allocation-in-loop': (subject) => ({
    code: 'A2',
    message: `${subject} is allocated in every round of a loop, which flat memory has no end for`,
    unlock: `Allocate ${subject} once before the loop and refill it.`,
  }),
  'shared-array': (subject) => ({
    code: 'A2',
    message: `${subject} grows or is made in a loop, and another variable comes to hold it`,
    unlock: `Copy the elements of ${subject}, or allocate it once before the loop.`,
  }),
  accessor: (subject) => ({
    code: 'A1',
    message: `${subject} is an accessor, whose code may do anything`,
    unlock: 'Keep the number in a field.',
  }),
  'record-write': (subject) => ({
    code: 'A1',
    message: `${subject} is written, and fields of records are only read`,
    unlock: 'Hand over what is written as an array of its own.',
  }),
  callback: () => ({
    code: 'A11',
    message: 'a function value is made here; WebAssembly cannot hold one',
    unlock: 'Write the callback as a loop.',
  }),
  'same-array': (subject) => ({ code: 'A1', message: `${subject} is used before it is declared` }),
  'too-large': () => ({
    code: 'A6',
    message: 'its loops are nested too deeply to be analysed',
    unlock: 'Move the inner loops into a function of their own.',
  }),
};
