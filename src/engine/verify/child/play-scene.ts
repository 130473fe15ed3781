// Plays a scene (one call, or several with something done in between) on one variant and keeps everything that can be seen of it: how
// each call ended, the arguments and receivers afterwards, the text written to the console.
import { setTimeout } from 'node:timers/promises';
import type { VariantModule } from '../../../model/variant.ts';
import type { Prepared } from './argument-source.ts';
import { callFunctionsIn } from './call-results.ts';
import { captureHidden, type HiddenContents } from './capture-hidden.ts';
import { filesBeside, namedFiles, openDescriptors, readFiles, restoreFiles, type TextContents } from './named-files.ts';
import { type CallbackRecord, noCallbacks, recordCallbacks } from './record-callbacks.ts';
import { type CallEnding, watchedCall } from './watched-call.ts';

interface SceneCall extends Prepared {
  /** Done right before this call, with the endings of the calls so far: mutates an earlier result, or an argument. */
  readonly before?: (earlier: readonly CallEnding[]) => void;
}

export interface Scene {
  readonly calls: readonly SceneCall[];
  /** All are begun before the first one is waited for; one after the other where they name files, whose contents then depend on the order. */
  readonly overlaps?: boolean;
}

export interface Played {
  readonly scene: Scene;
  readonly endings: readonly CallEnding[];
  readonly console: string;
  readonly hidden: HiddenContents;
  /** The files that the arguments name, as the scene left them. */
  readonly files: TextContents;
  /** How many of those files it has left open. */
  readonly leftOpen: number;
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
  const play = async (call: SceneCall): Promise<CallEnding> => {
    call.before?.(endings);
    const start = performance.now();
    const ending = await watchedCall(() => module.call(call.receiver, call.args), deadlineMs, { isTrusted });
    slowestMs = Math.max(slowestMs, performance.now() - start);
    return ending;
  };
  try {
    if (scene.overlaps === true && files.count === 0) endings.push(...(await Promise.all(scene.calls.map(play))));
    else {
      for (const call of scene.calls) {
        const ending = await play(call);
        endings.push(ending);
        if (ending.kind === 'timed-out') break;
      }
    }
    return await played(scene, endings, { text: output.text, files, callbacks }, slowestMs, deadlineMs);
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
    const left = { text: output.text, files, callbacks: noCallbacks };
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
  left: { readonly text: () => string; readonly files: SceneFiles; readonly callbacks: CallbackRecord },
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
  const leftOpen = await left.files.leftOpen();
  return { scene, endings, console: left.text(), hidden, files: left.files.leave(), leftOpen, callbacks, slowestMs };
}

interface SceneFiles {
  readonly count: number;
  /** Reads what became of the files and puts them back. */
  readonly leave: () => TextContents;
  /** How many of them the scene has left open. */
  readonly leftOpen: () => Promise<number>;
}

/** The end of a call may close its files a moment later. */
const closingMs = 50;

function filesOf(scene: Scene): SceneFiles {
  const named = namedFiles(scene.calls.map(({ args }) => args));
  if (named.length === 0) return { count: 0, leave: () => new Map(), leftOpen: () => Promise.resolve(0) };
  const before = readFiles(named);
  const beside = new Set(filesBeside(named));
  const openBefore = openDescriptors(new Set(before.keys()));
  const made = (): readonly string[] => filesBeside(named).filter((file) => !beside.has(file));
  return {
    count: named.length,
    leave: () => {
      const after = readFiles([...named, ...made()], before);
      restoreFiles(before, after);
      return after;
    },
    leftOpen: async () => {
      const files = new Set([...before.keys(), ...made()]);
      for (let waited = 0; waited < closingMs && openDescriptors(files) > openBefore; waited += 10)
        await setTimeout(10);
      return Math.max(0, openDescriptors(files) - openBefore);
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
