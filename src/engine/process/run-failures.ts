// Sentences for everything that keeps a benchmark process from answering: what happened, and what the user can do about it.
import path from 'node:path';
import type { Phase, ThrownError } from './child-messages.ts';
import type { RunFailure } from './protocol.ts';

/** Where a task was when it ended. */
export interface TaskPlace {
  readonly phase: Phase;
  readonly caseLabel?: string;
  /** Folder that file names are shown relative to. */
  readonly folder: string;
}

export function thrownFailure(place: TaskPlace, error: ThrownError): RunFailure {
  if (error.code === 'ERR_ACCESS_DENIED') return deniedFailure(place, error);
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemoryFailure(place, undefined);
  const what = `${describeError(error)}${at(place, error)}`;
  switch (place.phase) {
    case 'loading':
      return {
        kind: 'load-threw',
        message: `The module threw while it was loaded: ${what}.`,
        nextStep: 'Make the module loadable on its own, or move the function to a module that is.',
      };
    case 'inputs':
      return {
        kind: 'inputs-threw',
        message: `The inputs threw${forCase(place)}: ${what}.`,
        nextStep: 'Mend the inputs module (or the @bench tag) so that it makes arguments for every size.',
      };
    case 'calling':
      return {
        kind: 'call-threw',
        message: `The function threw${forCase(place)}: ${what}.`,
        nextStep: 'Give it inputs that it accepts: run "Create Inputs File" and write them there.',
      };
  }
}

export function deadlineFailure(place: TaskPlace, deadlineMs: number): RunFailure {
  const seconds = inSeconds(deadlineMs);
  if (place.phase === 'loading') {
    return {
      kind: 'load-timed-out',
      message: `The module was not loaded after ${seconds}.`,
      nextStep:
        'Look for code at the top level of the module that waits, listens or loops, and move it into a function.',
    };
  }
  if (place.phase === 'inputs') {
    return {
      kind: 'timed-out',
      message: `The inputs were not made after ${seconds}${forCase(place)}.`,
      nextStep: 'Make the inputs module faster, or use smaller sizes.',
    };
  }
  return {
    kind: 'timed-out',
    message: `The function was still running after ${seconds}${forCase(place)} and was stopped.`,
    nextStep: 'Use smaller sizes, give it more budget, or check that it ends for these inputs.',
  };
}

/** The event loop ran empty while a promise was awaited. */
export function stuckFailure(place: TaskPlace): RunFailure {
  if (place.phase === 'loading') {
    return {
      kind: 'load-timed-out',
      message: 'The module never finishes loading: it awaits something at its top level that never happens.',
      nextStep: 'Move the top-level await into a function.',
    };
  }
  return {
    kind: 'timed-out',
    message: `The function returned a promise that never settles${forCase(place)}.`,
    nextStep: 'Check that every path of the function resolves or rejects for these inputs.',
  };
}

/** `heapMb` is undefined when a worker thread of the user's code ran into its own limit. */
export function outOfMemoryFailure(place: TaskPlace, heapMb: number | undefined): RunFailure {
  const limit = heapMb === undefined ? '' : ` of ${heapMb} MB`;
  return {
    kind: 'out-of-memory',
    message: `The memory limit${limit} was used up ${during(place)}.`,
    nextStep: 'Use smaller sizes, or check that the function does not keep data between calls.',
  };
}

export function exitedFailure(place: TaskPlace, status: number): RunFailure {
  return {
    kind: 'exited',
    message: `The code ended its process with status ${status} ${during(place)}.`,
    nextStep: 'Keep process.exit out of the benchmarked code: throw an error, or move the exit to the caller.',
  };
}

export function floodedFailure(place: TaskPlace, limitBytes: number): RunFailure {
  const limit = limitBytes >= 1e6 ? `${Math.round(limitBytes / 1e6)} MB` : `${Math.round(limitBytes / 1e3)} kB`;
  return {
    kind: 'flooded',
    message: `The code wrote more than ${limit} to the console ${during(place)} and was stopped.`,
    nextStep: 'Take the console output out of the function: it would be most of what is measured.',
  };
}

export function crashedFailure(place: TaskPlace, signal: string): RunFailure {
  const likely = signal === 'SIGKILL' ? ' The system kills a process so when memory runs out.' : '';
  return {
    kind: 'crashed',
    message: `The process was ended by ${signal} ${during(place)}.${likely}`,
    nextStep: 'Use smaller sizes, and check native add-ons that the module loads.',
  };
}

export function notStartedFailure(nodePath: string, reason: string): RunFailure {
  return {
    kind: 'crashed',
    message: `Node could not be started from ${nodePath}: ${reason}.`,
    nextStep: 'Select a Node that runs on this machine.',
  };
}

export function internalFailure(stack: string): RunFailure {
  return {
    kind: 'crashed',
    message: `Speedlens failed inside the benchmark process: ${stack}`,
    nextStep: 'This is a mistake in Speedlens; please report it with this text.',
  };
}

function deniedFailure(place: TaskPlace, error: ThrownError): RunFailure {
  const resource = error.resource === undefined || error.resource === '' ? '' : ` ${error.resource}`;
  const where = at(place, error);
  if (error.permission === 'FileSystemWrite') {
    return {
      kind: 'denied',
      message: `Writing${resource || ' a file'} was refused ${during(place)}${where}: benchmarked code may write to temporary files only.`,
      nextStep: `Allow it with --allow-write${error.resource ? ` ${path.dirname(error.resource)}` : ' <folder>'}, or let the function write to os.tmpdir().`,
    };
  }
  if (error.permission === 'ChildProcess') {
    return {
      kind: 'denied',
      message: `Starting another process${resource} was refused ${during(place)}${where}: benchmarked code may not start processes.`,
      nextStep: 'Benchmark a function that computes on what the other process answered.',
    };
  }
  return {
    kind: 'denied',
    message: `The code asked for ${error.permission ?? 'a permission'}${resource} ${during(place)}${where} and was refused.`,
    nextStep: 'Benchmark a function that does without it.',
  };
}

function describeError(error: ThrownError): string {
  const message = error.message.trim().split('\n')[0]?.replace(/\.$/, '') ?? '';
  if (message === '') return error.name;
  return `${error.name}: ${message}`;
}

function at(place: TaskPlace, error: ThrownError): string {
  if (error.place === undefined) return '';
  const relative = path.relative(place.folder, error.place.file);
  const shown = relative.startsWith('..') || path.isAbsolute(relative) ? error.place.file : relative;
  return ` (${shown}:${error.place.line})`;
}

function forCase(place: TaskPlace): string {
  return place.caseLabel === undefined ? '' : ` for ${place.caseLabel}`;
}

function during(place: TaskPlace): string {
  switch (place.phase) {
    case 'loading':
      return 'while the module was loaded';
    case 'inputs':
      return `while the inputs were made${forCase(place)}`;
    case 'calling':
      return `while the function ran${forCase(place)}`;
  }
}

function inSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds >= 10 ? Math.round(seconds) : Number(seconds.toPrecision(2))} s`;
}
