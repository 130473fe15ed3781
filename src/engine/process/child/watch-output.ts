// Counts what the user's code writes to the console. Node queues output in memory while code does not yield, so a loop that prints would fill the
// heap before its starter has read enough to stop it.

/** Calls `onFlood` once when more than `limitBytes` were written; from then on output is dropped. */
export function watchOutput(limitBytes: number, onFlood: () => void): void {
  let written = 0;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...all: unknown[]) => boolean;
    const counted = (...all: unknown[]): boolean => {
      const before = written;
      const chunk = all[0];
      written += typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk.length : 0;
      if (written <= limitBytes) return write(...all);
      if (before <= limitBytes) onFlood();
      const done = all.at(-1);
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
    stream.write = counted as typeof stream.write;
  }
}
