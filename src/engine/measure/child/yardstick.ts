// A fixed piece of work, timed again and again between the samples: what it takes tells how fast the machine was meanwhile (statistics/machine-speed.ts).
// It keeps several units of the core busy at once, as most code does, so it suffers from a busy sibling core and from a lower frequency; it touches one
// kilobyte, so it leaves the caches of the variant alone.
import { quantile } from '../../statistics/quantile.ts';

export interface Yardstick {
  /** Times the work once, unless it has just been done: some ten microseconds. */
  readonly read: () => void;
  /** Nanoseconds, low among the readings as samples are summarised by their low; undefined without a reading. */
  readonly lowNs: () => number | undefined;
}

const STEPS = 4096;
const NUMBERS = 256;
/** Long enough for the compiler to be done with it before it counts. */
const WARM_UP_RUNS = 150;
const EVERY_MS = 0.5;
const LOW_FRACTION = 0.1;

export function createYardstick(): Yardstick {
  const numbers = Int32Array.from({ length: NUMBERS }, (_, i) => (i * 2654435761) & 1023);
  const readings: number[] = [];
  let sink = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  const work = (): void => {
    let a = sink;
    let b = 2;
    let c = 3;
    let d = 4;
    for (let i = 0; i < STEPS; i++) {
      const number = numbers[i & (NUMBERS - 1)] as number;
      a = (a + number) | 0;
      b ^= number << 1;
      c = (c + (number & a)) | 0;
      d = (d - (number | b)) | 0;
      numbers[(i + 7) & (NUMBERS - 1)] = d & 1023;
    }
    sink = a ^ b ^ c ^ d;
  };
  for (let i = 0; i < WARM_UP_RUNS; i++) work();
  return {
    read: () => {
      const start = performance.now();
      if (start - lastEnd < EVERY_MS) return;
      work();
      lastEnd = performance.now();
      readings.push((lastEnd - start) * 1e6);
    },
    lowNs: () => (readings.length === 0 ? undefined : quantile(readings, LOW_FRACTION)),
  };
}
