// Why this strategy declines, as one table: code, sentence, and the edit that would unlock the rewrite.
import type { Effect } from '../../source/effects.ts';
import type { ReasonWords as Words } from '../../source/reason-at.ts';

export const reasons = {
  noArrays: (takesNumbers: boolean): Words => ({
    code: 'T0',
    message: 'allocates no number or boolean array of its own, and reads no table of numbers in loops in loops',
    ...(takesNumbers ? { unlock: 'Pass a typed array in, for example a Float64Array.' } : {}),
  }),
  memoryCaveat: (): Words => ({
    code: 'T13',
    message: 'an array too large for memory fails with another RangeError, or works where the plain array would not',
  }),
  dynamicScope: (what: string): Words => ({
    code: 'C4',
    message: `uses ${what}, so its variables may be changed unseen`,
  }),
  grows: (name: string, how: string): Words => ({
    code: 'T1',
    message: `${name} changes its length with ${how}; a typed array has a fixed length`,
    unlock: `Allocate ${name} at its final length, with new Array(length).fill(0), and write by index.`,
  }),
  unset: (name: string): Words => ({
    code: 'T2',
    message: `${name} starts with unset elements, which read as undefined; a typed array starts with zeros`,
    unlock: `Fill ${name} when it is made: new Array(length).fill(0).`,
  }),
  probes: (name: string, how: string): Words => ({
    code: 'T2',
    message: `${how} tells unset elements of ${name} from set ones; a typed array has no unset elements`,
  }),
  mayGrow: (name: string, index: string): Words => ({
    code: 'T3',
    message: `the write at ${index} is not proven to lie inside ${name}; a plain array grows there, a typed array ignores the write`,
    unlock: `Check the index against ${name}.length before writing.`,
  }),
  escapes: (name: string, where: string): Words => ({
    code: 'T4',
    message: `${name} ${where}, which expects a plain array`,
  }),
  captured: (name: string): Words => ({
    code: 'T4',
    message: `${name} is used in a nested function, which may run at any time`,
    unlock: `Use ${name} in a loop instead of a callback.`,
  }),
  readAsValue: (name: string): Words => ({
    code: 'T4',
    message: `an element of ${name} is used as a value; it would be 0 or 1 instead of false or true`,
    unlock: 'Use the element only as a condition.',
  }),
  method: (name: string, method: string, why: string): Words => ({ code: 'T5', message: `${name}.${method}() ${why}` }),
  mixed: (name: string): Words => ({
    code: 'T7',
    message: `${name} holds numbers and booleans`,
    unlock: `Keep ${name} to one kind of element.`,
  }),
  notNumber: (name: string, what: string): Words => ({
    code: 'T7',
    message: `${what} is stored in ${name} and is not known to be a number`,
    unlock: 'Give it the type number, without any, null or undefined.',
  }),
  mayBeMissing: (name: string, what: string): Words => ({
    code: 'T7',
    message: `${what} may be undefined when it is stored in ${name}, and an element of ${name} is used where undefined and NaN differ`,
    unlock: 'Read it with an index that is checked, or give it a default: value ?? 0.',
  }),
  tableUse: (name: string, how: string): Words => ({
    code: 'T8',
    message: `${name} ${how}; only ${name}[row][column] can become one flat array`,
    unlock: `Read and write single elements: ${name}[row][column].`,
  }),
  tableBounds: (name: string, part: string, index: string): Words => ({
    code: 'T8',
    message: `the ${part} ${index} of ${name} is not proven to exist; in one flat array it would be another row`,
    unlock: 'Bound the loop by the lengths that the table was made with.',
  }),
  sharedRows: (name: string): Words => ({
    code: 'T9',
    message: `all rows of ${name} are one and the same array`,
    unlock: 'Make a row each: Array.from({ length: rows }, () => new Array(columns).fill(0)).',
  }),
  returned: (name: string): Words => ({
    code: 'T11',
    message: `${name} is returned as a plain array; copying it back costs as much as is gained where no loop in a loop works on it`,
    unlock: `Return a typed array from the function, or keep ${name} inside.`,
  }),
  madeByMethod: (method: string): Words => ({
    code: 'T11',
    message: `${method}() makes a plain array and works on each element once; filling a typed array and copying it back takes as long`,
    unlock: 'Take and return Float64Arrays, whose own map() and loops need no copy.',
  }),
  singlePass: (name: string): Words => ({
    code: 'T14',
    message: `the loop does a few operations for each element of ${name}, 1 to 2 ns or less; copying ${name} into a typed array takes as long for each element`,
    unlock: `Take ${name} as a Float64Array that is made once and used in many calls, or benchmark the function that works on it again and again.`,
  }),
  notPure: (name: string, { message }: Effect): Words => ({
    code: 'T15',
    message: `${name} is not copied once for all loops, because the function ${message}; a copy might be out of date, and the original could not take over`,
  }),
  noFallback: (name: string): Words => ({
    code: 'T15',
    message: `${name} can be read from a flat copy only when its rows are equally long, and for others the original must stay beside the rewrite, for which it must be a function at the top of a module that keeps its parameters and does not call itself`,
    unlock: 'Move the loops into a function of their own.',
  }),
  small: (name: string, length: number): Words => ({
    code: 'T11',
    message: `${name} has ${length} elements; a typed array this small costs more to allocate than it saves`,
  }),
  inLoop: (name: string): Words => ({
    code: 'T11',
    message: `${name} is allocated again in every iteration without a loop over it; allocating a typed array costs more than it saves`,
    unlock: `Allocate ${name} once before the loop and refill it.`,
  }),
  inRecursion: (name: string): Words => ({
    code: 'T11',
    message: `${name} is allocated in every recursive call; allocating a typed array costs more than it saves`,
    unlock: `Allocate ${name} once and pass it down.`,
  }),
  unknownLength: (name: string, length: string): Words => ({
    code: 'T12',
    message: `the length ${length} of ${name} is not known to be a whole number; a plain array and a typed array differ for fractions`,
    unlock: 'Take the length from .length, or check it with Number.isInteger and throw or return before.',
  }),
  unknownAllocation: (name: string): Words => ({
    code: 'T12',
    message: `${name} is not allocated in a form that is understood`,
    unlock: `Allocate it with new Array(length).fill(0).`,
  }),
  otherArrays: (name: string): Words => ({
    code: 'T4',
    message: `${name} is also given an array that the function does not allocate`,
  }),
} as const;
