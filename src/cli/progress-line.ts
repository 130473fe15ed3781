// Progress on stderr: one live line on a terminal, plain lines elsewhere (one per phase and round, never more than one a second).
import type { RunProgress } from '../model/progress.ts';
import { formatSeconds } from '../present/format-duration.ts';
import { soFarInShort } from '../present/so-far.ts';

export interface ProgressLine {
  show(name: string, progress: RunProgress): void;
  /** Removes the live line, so that a result can be printed. */
  clear(): void;
}

export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  return stream.isTTY ? liveLine(stream) : plainLines(stream);
}

function liveLine(stream: NodeJS.WriteStream): ProgressLine {
  let shown = false;
  return {
    show(name, progress) {
      const width = Math.max(20, stream.columns - 1);
      stream.write(`\r\u001b[K${describe(name, progress).slice(0, width)}`);
      shown = true;
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}

function plainLines(stream: NodeJS.WriteStream): ProgressLine {
  let lastPhase = '';
  let lastPrintedMs = Number.NEGATIVE_INFINITY;
  return {
    show(name, progress) {
      // Reading the function takes no time: a mistyped name is answered by its one sentence alone.
      if (progress.phase === 'locating') return;
      const phase = `${name} ${progress.phase}`;
      if (phase === lastPhase && progress.elapsedMs - lastPrintedMs < 1000) return;
      lastPhase = phase;
      lastPrintedMs = progress.elapsedMs;
      stream.write(`${describe(name, progress)}\n`);
    },
    clear() {
      lastPhase = '';
      lastPrintedMs = Number.NEGATIVE_INFINITY;
    },
  };
}

function describe(name: string, progress: RunProgress): string {
  const round =
    progress.round === undefined
      ? ''
      : ` (round ${progress.round}${progress.rounds === undefined ? '' : ` of ${progress.rounds}`})`;
  // "About 0.0 s left" is not worth saying.
  const left = (progress.remainingMs ?? 0) < 500 ? '' : `, about ${formatSeconds(progress.remainingMs ?? 0)} left`;
  const ahead = soFarInShort(progress.soFar ?? []);
  const soFar = ahead === '' ? '' : `; so far ${ahead}`;
  return `${name}: ${progress.message}${round}, ${formatSeconds(progress.elapsedMs)}${left}${soFar}`;
}
