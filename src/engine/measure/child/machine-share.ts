// What a sampling process was given of the machine: processor time and the steps of the timer.

/** Reads of the timer: enough to see its smallest step many times, well under a millisecond of work. */
const TIMER_READS = 2000;

/** Nanoseconds between two readings of the timer that differ, at the least. Reading it takes time as well: a sample cannot be told from that. */
export function timerStep(): number {
  let least = Number.POSITIVE_INFINITY;
  let last = performance.now();
  for (let read = 0; read < TIMER_READS || least === Number.POSITIVE_INFINITY; read++) {
    const now = performance.now();
    if (now > last) least = Math.min(least, now - last);
    last = now;
  }
  return least * 1e6;
}

export interface MachineShare {
  readonly processorShare: number;
  readonly involuntarySwitches: number;
}

/** Begins to watch; the answer tells what went on until it is called. */
export function watchMachineShare(): () => MachineShare {
  const startMs = performance.now();
  const start = process.resourceUsage();
  return () => {
    const wallMs = performance.now() - startMs;
    const end = process.resourceUsage();
    const processorMs = (end.userCPUTime - start.userCPUTime + end.systemCPUTime - start.systemCPUTime) / 1000;
    return {
      processorShare: wallMs > 0 ? Math.min(1, processorMs / wallMs) : 1,
      involuntarySwitches: end.involuntaryContextSwitches - start.involuntaryContextSwitches,
    };
  };
}
