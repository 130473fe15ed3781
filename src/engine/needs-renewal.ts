// Whether calls get fresh arguments: in every process that makes calls in order to measure or to profile.
import type { ObserveAnswer } from './process/protocol.ts';
import type { Effects } from './source/effects.ts';

/**
 * Every call gets fresh arguments unless the function is shown to leave them alone: no call was seen to change them, nothing in them was hidden
 * from view, and its code does not write to them.
 */
export function needsRenewal(observed: ObserveAnswer, effects: Effects): boolean {
  // A file that is written to is as good as an argument that is changed: the inputs make it anew.
  const writesThem = effects.effects.some(
    ({ kind }) => kind === 'writes-parameter' || kind === 'writes-this' || kind === 'input-output',
  );
  return observed.mutatesArguments || observed.opaqueArguments === true || writesThem;
}
