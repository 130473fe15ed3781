// Value profiles of literal arguments, so that fixtures can say what was observed without starting a process.
import { profileValue } from '../../src/engine/process/child/profile-value.ts';
import type { ObserveAnswer } from '../../src/engine/process/protocol.ts';

/** One answer per call, as if each call were a case that returned. */
export function profileCalls(calls: readonly (readonly unknown[])[]): readonly ObserveAnswer[] {
  return calls.map((args) => ({
    outcome: 'returned',
    firstCallMs: 1,
    laterCallMs: 1,
    argumentsMs: 0,
    returnsPromise: false,
    mutatesArguments: false,
    deterministic: true,
    arguments: args.map(profileValue),
  }));
}
