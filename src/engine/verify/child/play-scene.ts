// Plays a scene (one call, or several with something done in between) on one variant and keeps everything that can be seen of it: how
// each call ended, the arguments and receivers afterwards, the text written to the console.
import type { VariantModule } from '../../../model/variant.ts';
import type { Prepared } from './argument-source.ts';
import { callFunctionsIn } from './call-results.ts';
import { captureHidden, type HiddenContents } from './capture-hidden.ts';
import { namedFiles, readFiles, restoreFiles, type TextContents } from './named-files.ts';
import { type CallbackRecord, noCallbacks, recordCallbacks } from './record-callbacks.ts';
import { type CallEnding, watchedCall } from './watched-call.ts';

interface SceneCall extends Prepared {
  /** Done right before this call, with the endings of the calls so far: mutates an earlier result, or an argument. */
  readonly before?: (earlier: readonly CallEnding[]) => void;
}

export interface Scene {
  readonly calls: readonly SceneCall[];
}

export interface Played {
  readonly scene: Scene;
  readonly endings: readonly CallEnding[];
  readonly console: string;
  readonly hidden: HiddenContents;
  /** The files that the arguments name, as the scene left them. */
  readonly files: TextContents;
  /** Calls of the functions among the arguments, in their order. */
  readonly callbacks: CallbackRecord;
  /** Of the slowest call. */
  readonly slowestMs: number;
}

/** Nested promises of a result that was returned in time get this long at least. */
const nestedDeadlineMs = 500;

/** A scene whose calls all took less than this is played again without a watchdog. */
const trustedMs = 5;

/** Functions in results are called with small numbers: what takes longer than this is not meant for them. */
const functionDeadlineMs = 250;

/** `before`: what the same module did in an equal scene; calls that ended at once then are not watched again. */
export async function playScene(
  module: VariantModule,
  scene: Scene,
  deadlineMs: number,
  before?: Played,
): Promise<Played> {
  const isTrusted = before !== undefined && before.slowestMs < trustedMs && before.endings.every(endsAtOnce);
  const endings: CallEnding[] = [];
  const callbacks = recordCallbacks(scene.calls.map(({ args }) => args));
  const files = filesOf(scene);
  const output = recordConsole();
  let slowestMs = 0;
  try {
    for (const call of scene.calls) {
      call.before?.(endings);
      const start = performance.now();
      const ending = await watchedCall(() => module.call(call.receiver, call.args), deadlineMs, { isTrusted });
      slowestMs = Math.max(slowestMs, performance.now() - start);
      endings.push(ending);
      if (ending.kind === 'timed-out') break;
    }
    return await played(scene, endings, { text: output.text, files: files.leave, callbacks }, slowestMs, deadlineMs);
  } finally {
    output.stop();
  }
}

function endsAtOnce(ending: CallEnding): boolean {
  return ending.kind !== 'timed-out' && !ending.promised;
}

/** A batch variant gets all calls of the scene at once; its list of results becomes one ending each. */
export async function playBatch(module: VariantModule, scene: Scene, deadlineMs: number): Promise<Played> {
  const files = filesOf(scene);
  const output = recordConsole();
  try {
    const start = performance.now();
    const lists = scene.calls.map(({ args }) => args);
    const ending = await watchedCall(() => module.call(scene.calls[0]?.receiver, lists), deadlineMs);
    const spentMs = performance.now() - start;
    const left = { text: output.text, files: files.leave, callbacks: noCallbacks };
    return await played(scene, endingsOfBatch(ending), left, spentMs, deadlineMs);
  } finally {
    output.stop();
  }
}

function endingsOfBatch(ending: CallEnding): readonly CallEnding[] {
  if (ending.kind !== 'returned' || !Array.isArray(ending.value)) return [ending];
  return (ending.value as readonly unknown[]).map((value) => ({ kind: 'returned', value, promised: true }));
}

async function played(
  scene: Scene,
  endings: readonly CallEnding[],
  left: { readonly text: () => string; readonly files: () => TextContents; readonly callbacks: CallbackRecord },
  slowestMs: number,
  deadlineMs: number,
): Promise<Played> {
  const visible = scene.calls.flatMap(({ receiver, args }) => [receiver, args]);
  for (const ending of endings) if (ending.kind !== 'timed-out') visible.push(ending.value);
  // What the calls did to the caller's functions is settled before functions of the results are called.
  const callbacks = { calls: [...left.callbacks.calls], count: left.callbacks.count };
  const given = scene.calls.flatMap(({ receiver, args }) => [receiver, ...args]);
  const results = endings.flatMap((ending) => (ending.kind === 'returned' ? [ending.value] : []));
  const called = await callFunctionsIn(results, given, Math.min(deadlineMs, functionDeadlineMs));
  const hidden = await captureHidden(visible, Math.max(deadlineMs, nestedDeadlineMs), called);
  return { scene, endings, console: left.text(), hidden, files: left.files(), callbacks, slowestMs };
}

/** `leave` reads what became of the files and puts them back. */
function filesOf(scene: Scene): { readonly leave: () => TextContents } {
  const named = namedFiles(scene.calls.map(({ args }) => args));
  if (named.length === 0) return { leave: () => new Map() };
  const before = readFiles(named);
  return {
    leave: () => {
      const after = readFiles(named, before);
      restoreFiles(before, after);
      return after;
    },
  };
}

/** Console output is an effect to compare, and thousands of calls of a talkative function must not flood the pipe. */
function recordConsole(): { readonly text: () => string; readonly stop: () => void } {
  const chunks: string[] = [];
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
      chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      const done = rest.at(-1);
      if (typeof done === 'function') process.nextTick(done as () => void);
      return true;
    };
  }
  return {
    text: () => chunks.join(''),
    stop: () => {
      for (const [index, stream] of streams.entries()) {
        const original = originals[index];
        if (original !== undefined) stream.write = original;
      }
    },
  };
}
