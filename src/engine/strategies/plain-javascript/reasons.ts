// Why this strategy declines, as one table: code, sentence, and the edit that would unlock the rewrite.
import type { ReasonWords as Words } from '../../source/reason-at.ts';

export const reasons = {
  nothingFound: (): Words => ({
    code: 'P0',
    message:
      'has no chain of array methods with callbacks, no array grown by one push or one copy per round, no queue taken from by shift, no search of a list in a loop and no matrix product',
  }),
  callbackElsewhere: (method: string): Words => ({
    code: 'P1',
    message: `the callback of ${method} is not written in place, and could take more arguments than it seems to`,
    unlock: 'Pass an arrow function.',
  }),
  callbackForm: (method: string, what: string): Words => ({
    code: 'P2',
    message: `the callback of ${method} ${what}`,
  }),
  interleaved: (method: string): Words => ({
    code: 'P3',
    message: `the callback of ${method} has effects, or may throw like another one; in one loop the callbacks would run in another order`,
    unlock: 'Keep side effects out of the callbacks, or in the last loop of its own.',
  }),
  place: (): Words => ({
    code: 'P4',
    message:
      'the chain of array methods stands where other code runs before it in the same statement, or where it may not run at all',
    unlock: 'Give the result of the chain a name in a statement of its own.',
  }),
  noInitialValue: (): Words => ({
    code: 'P5',
    message: 'reduce without an initial value throws for an empty array and starts from the first element that is set',
    unlock: 'Give reduce an initial value.',
  }),
  parameter: (method: string, what: string): Words => ({
    code: 'P6',
    message: `the callback of ${method} takes ${what}`,
  }),
  receiver: (): Words => ({
    code: 'P7',
    message: 'what the methods are called on is not known to be an array, or may be another one during the loop',
    unlock: 'Declare its type as an array, and give it a name that is not assigned again.',
  }),
  arrayClass: (): Words => ({
    code: 'P7',
    message:
      'what it gives is an instance of a class that extends Array, whatever its type says, and a loop would make a plain array',
    unlock: 'Copy it into a plain array before: `[...values]`.',
  }),
  comments: (): Words => ({
    code: 'P8',
    message: 'comments between the steps of the chain, or right before what a callback returns, would be lost',
    unlock: 'Move the comments above the statement, or above the statements of a callback.',
  }),
  listMayChange: (name: string, why: string): Words => ({
    code: 'P10',
    message: `${name} is searched again and again, but may change meanwhile: ${why}`,
    unlock: `Make a Set or Map of ${name} where it no longer changes, and ask that.`,
  }),
  otherSearch: (name: string): Words => ({
    code: 'P12',
    message: `${name} is searched again and again, by something else than the equality with one key`,
    unlock: `Make a Map of ${name} once, by what is compared, and ask that.`,
  }),
  tornByErrors: (name: string): Words => ({
    code: 'P14',
    message: `an error in the middle of this copy of ${name} is caught here; filled in place, it would keep the first half of what was added`,
    unlock: 'Compute what may fail before the copy.',
  }),
  keyMayBeMissing: (name: string): Words => ({
    code: 'P13',
    message: `what ${name} is searched for is read from something that may not be there; where ${name} is empty, the search never reads it`,
    unlock: 'Read the key into a constant of its own before the search.',
  }),
  queueTaken: (name: string, why: string): Words => ({
    code: 'P15',
    message: `a loop takes from the front of ${name} with shift, which moves all the others up, but an index in its place would not do: ${why}`,
    unlock: `Walk along ${name} with an index of your own; where it is sorted in every round, keep a heap.`,
  }),
  copyKept: (name: string): Words => ({
    code: 'P11',
    message: `${name} is copied in every round, but here somebody else gets hold of it and would see what is added later`,
    unlock: `Hand on what is needed of ${name}, or a copy made here.`,
  }),
  pushCount: (name: string, why: string): Words => ({
    code: 'P9',
    message: `how many elements are pushed into ${name} is not known before the loop: ${why}`,
  }),
} satisfies Record<string, (...args: never[]) => Words>;
