// One call under a watchdog. An endless loop blocks the thread that would have to stop it, so the synchronous part runs inside a vm
// script with a timeout: V8 then ends the execution from another thread, loops and regular expressions included. The asynchronous part
// is raced against a timer. What neither can stop (an endless loop after an await, an allocation that kills the heap) is for the parent.
import vm from 'node:vm';
import { settle } from './capture-hidden.ts';
import { isObject, objectKind } from './value-kind.ts';

/** How one call ended. `promised`: the value came (or the error was thrown) through a promise. */
export type CallEnding =
  | { readonly kind: 'returned'; readonly value: unknown; readonly promised: boolean }
  | { readonly kind: 'threw'; readonly value: unknown; readonly promised: boolean }
  | { readonly kind: 'timed-out' };

const slot = Symbol.for('speedlens.watched-call');
const timeoutCode = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** `isTrusted`: the same call was seen to end at once. A watchdog is a thread of its own, which costs far more than most calls. */
export async function watchedCall(
  run: () => unknown,
  deadlineMs: number,
  { isTrusted = false }: { readonly isTrusted?: boolean } = {},
): Promise<CallEnding> {
  const ending = isTrusted ? unwatchedCall(run) : callWithTimeout(run, deadlineMs);
  if (ending.kind !== 'returned' || !isPromiseLike(ending.value)) return ending;
  const settlement = await settle(Promise.resolve(ending.value), deadlineMs);
  switch (settlement.status) {
    case 'pending':
      return { kind: 'timed-out' };
    case 'fulfilled':
      return { kind: 'returned', value: settlement.value, promised: true };
    case 'rejected':
      return { kind: 'threw', value: settlement.value, promised: true };
  }
}

function unwatchedCall(run: () => unknown): CallEnding {
  try {
    return { kind: 'returned', value: run(), promised: false };
  } catch (error) {
    return { kind: 'threw', value: error, promised: false };
  }
}

/** The synchronous part alone: a promise is returned as it is. */
export function callWithTimeout(run: () => unknown, deadlineMs: number): CallEnding {
  let ending: CallEnding = { kind: 'timed-out' };
  const globals = globalThis as { [slot]?: () => void };
  const outer = globals[slot];
  globals[slot] = () => {
    ending = unwatchedCall(run);
  };
  try {
    vm.runInThisContext("globalThis[Symbol.for('speedlens.watched-call')]()", {
      timeout: Math.max(1, Math.ceil(deadlineMs)),
      displayErrors: false,
    });
  } catch (error) {
    // Only the timeout comes out here: what the call itself throws was caught inside.
    if (!(isObject(error) && (error as NodeJS.ErrnoException).code === timeoutCode)) throw error;
    ending = { kind: 'timed-out' };
  } finally {
    if (outer === undefined) delete globals[slot];
    else globals[slot] = outer;
  }
  return ending;
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  if (!isObject(value)) return false;
  return objectKind(value) === 'promise' || typeof (value as { readonly then?: unknown }).then === 'function';
}
