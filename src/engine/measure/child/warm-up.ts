// Runs a variant until it has become as fast as it will, or says that it has not.
import type { Sampler } from './sampler.ts';

/** The shortest warm-up is cut into this many windows; the best sample of each is compared. */
const WINDOWS = 5;
/** This many windows in a row must agree within this much, or the best of so many with the best of as many before: a busy machine slows some. */
const AGREEING_WINDOWS = 3;
const STEADY_WITHIN = 0.05;

/** Code that is not steady yet is waited for, up to this many times the shortest warm-up. */
const LONGEST_WARM_UP = 5;

/** On a machine that is busy with other things time is counted on the processor, up to this many times as long on the wall clock. */
const LONGEST_WAIT = 3;

export interface WarmUp {
  readonly steady: boolean;
  /** Too few windows fitted in to tell: calls are long. */
  readonly isTooShort: boolean;
  readonly windows: readonly number[];
}

/**
 * Takes samples for at least `shortestMs` (the optimizing compiler works in the background and needs time, not calls) and stops once the last
 * windows agree, or after five times as long. A call longer than that is warmed up by one sample and never called steady: one cannot tell.
 */
export async function warmUp(sampler: Sampler, shortestMs: number): Promise<WarmUp> {
  const windows: number[] = [];
  const spent = spentClock();
  const windowMs = shortestMs / WINDOWS;
  let best = Number.POSITIVE_INFINITY;
  let windowEnd = windowMs;
  let longest = 0;
  for (;;) {
    const before = performance.now();
    if (longest > 0 && spent() + longest > shortestMs * LONGEST_WARM_UP) break;
    sampler.prepare();
    const prepared = performance.now();
    const taken = sampler.take();
    // Awaiting a number would let other work in between samples of synchronous code.
    const milliseconds = typeof taken === 'number' ? taken : await taken;
    best = Math.min(best, milliseconds / sampler.calls());
    longest = performance.now() - before;
    sampler.resize(prepared - before, milliseconds);
    const now = spent();
    if (now < windowEnd) continue;
    windows.push(best);
    best = Number.POSITIVE_INFINITY;
    windowEnd = now + windowMs;
    if (now >= shortestMs && isSteady(windows)) break;
  }
  return { steady: isSteady(windows), isTooShort: windows.length < AGREEING_WINDOWS, windows };
}

export function isSteady(windows: readonly number[]): boolean {
  if (windows.length < AGREEING_WINDOWS) return false;
  const last = windows.slice(-AGREEING_WINDOWS);
  if (agree(last)) return true;
  const before = windows.slice(-2 * AGREEING_WINDOWS, -AGREEING_WINDOWS);
  return before.length === AGREEING_WINDOWS && agree([Math.min(...before), Math.min(...last)]);
}

function agree(times: readonly number[]): boolean {
  return Math.max(...times) <= Math.min(...times) * (1 + STEADY_WITHIN);
}

/** Milliseconds since it was made: of the wall clock, or of the processor where the process did not get it all the time. */
function spentClock(): () => number {
  const start = performance.now();
  const startCpu = process.cpuUsage();
  return () => {
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(startCpu);
    return Math.max(Math.min(wall, (user + system) / 1000), wall / LONGEST_WAIT);
  };
}
