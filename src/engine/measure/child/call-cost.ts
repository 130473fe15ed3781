// Being called costs something that is no work of the function: in this loop a few nanoseconds, and for a promise a turn of the microtask queue. It
// is taken off each sample. Held against the same work done synchronously (9 processes a size and kind, a busy machine), awaited work of 68 ns is
// shown as 70 with it taken off and 132 without, 199 as 204 and 243, 675 as 642 and 704, 2275 as 2253 and 2295; `npm run bench:measurement` holds
// both against a careful truth.

/**
 * Nanoseconds of a call without what calling (and awaiting) a function that does nothing costs in the same loop and process. What is left is at least
 * the smaller of the two: a function whose work disappears in the cost of its call is reported with that cost, so that no ratio between two
 * functions becomes larger than twice what somebody who calls them would see.
 */
export function callTakenOff(callNs: number, floorNs: number): number {
  return Math.max(callNs - floorNs, Math.min(callNs, floorNs));
}
