// From which size on a rewrite pays that does as the original does up to a size, and shares the work out in parts above it. A curve through sizes on both sides
// of that would be neither of the two, and so would one through the sizes above: parts are a whole number, the threads that help begin late, and who finds no part
// left waits for the slowest. All of that depends on how many parts there are and how long they are, which is known at every size. So the parts are given to
// threads as they take them (list scheduling: Graham, Bounds on multiprocessing timing anomalies, 1969), with what the sizes above tell: how fast the threads
// are, what handing over costs, and how long they were seen to wait beyond what parts alike explain.
import { expectedTime } from '../../model/growth-curve.ts';
import type { DataMovement, Estimate, Growth } from '../../model/report.ts';

/** How a rewrite shares its pieces out. */
export interface SharedOut {
  /** Up to so many pieces are one part, which the calling thread does; more parts than pieces / undivided there never are. */
  readonly undivided: number;
  /** Nor more parts than this for each thread. */
  readonly perThread: number;
  /** With the one that calls. */
  readonly threads: number;
}

export interface SharedOutRatio {
  readonly size: number;
  readonly ratio: Estimate;
  /** Where the time went there. */
  readonly movement?: DataMovement | undefined;
}

interface Range {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

const FEWEST_ABOVE = 2;
/** Of a call, at most, is waiting for others: of more it would not have been faster. */
const LONGEST_WAIT = 0.9;
/** Of the cost of handing over, what comes before the caller begins; the rest is until the others do. Nothing tells, so the ends take all and nothing. */
const BEFORE_CALLER = { likely: 0.5, early: 1, late: 0 } as const;

/**
 * Above `undivided`, at most at the smallest size measured there. Undefined where it was not seen to be faster at all sizes above, or none up to `undivided`
 * was measured, and where the sizes above do not show what it takes. The interval is that of the ratios, all of them at their lower ends or all at their upper
 * ones, of the forms that the original's times allow and how far those are off them, and of parts as uneven as they were at any size or all alike. Where nobody
 * saw threads wait, all of the cost may have been waiting, and the interval begins with the first size that is shared out.
 */
export function sharedOutCrossing(
  sharedOut: SharedOut,
  points: readonly SharedOutRatio[],
  baseline: Growth | undefined,
): Range | undefined {
  const above = points.filter(({ size }) => size > sharedOut.undivided);
  const [nearest] = above;
  const fits = baseline?.fits ?? [];
  const isAboveAlone = above.length < points.length && above.every(({ ratio }) => ratio.value > 1);
  if (nearest === undefined || above.length < FEWEST_ABOVE || sharedOut.threads < 2 || !isAboveAlone) return undefined;
  const begins = fits.map((fit) => {
    const off = Math.exp(fit.typicalError);
    const begin = (given: Omit<Given, 'timeAt'>, by: number): number | undefined =>
      beginOf(above, sharedOut, { ...given, timeAt: (size) => by * expectedTime(fit, size) });
    return {
      likely: begin({ pick: ({ value }) => value, before: BEFORE_CALLER.likely, unevenAt: ([first = 0]) => first }, 1),
      early: begin({ pick: ({ high }) => high, before: BEFORE_CALLER.early, unevenAt: () => 0 }, off),
      late: begin(
        { pick: ({ low }) => low, before: BEFORE_CALLER.late, unevenAt: (all) => Math.max(0, ...all) },
        1 / off,
      ),
    };
  });
  const size = begins[0]?.likely;
  if (size === undefined) return undefined;
  const first = sharedOut.undivided + 1;
  const isWatched = above.some((one) => idleOf(one, sharedOut) !== undefined);
  const ends = begins.flatMap(({ early, late }) => [(isWatched ? early : first) ?? first, late ?? nearest.size]);
  return { size, low: Math.min(size, ...ends), high: Math.max(size, ...ends) };
}

/** As strategies/workers/part-length.ts cuts them. */
export function partsAt(size: number, { undivided, perThread, threads }: SharedOut): number {
  const wanted = Math.min(perThread * threads, Math.ceil(size / undivided));
  return Math.ceil(size / Math.ceil(size / wanted));
}

interface Given {
  readonly pick: (ratio: Estimate) => number;
  /** Of the original. */
  readonly timeAt: (size: number) => number;
  /** The share of the cost that comes before the caller begins. */
  readonly before: number;
  /** What is waited beyond what parts alike explain, in parts, from what that was at the sizes where it was seen. */
  readonly unevenAt: (seen: readonly number[]) => number;
}

/** The last size up to the smallest of `above` at which it begins to pay. */
function beginOf(
  above: readonly SharedOutRatio[],
  sharedOut: SharedOut,
  { pick, timeAt, before, unevenAt }: Given,
): number | undefined {
  const { threads } = sharedOut;
  const seen = above.map((one) => ({ ...one, idle: idleOf(one, sharedOut), time: timeAt(one.size) }));
  const cost = costOf(
    seen.map(({ size, ratio, idle, time }) => {
      const parts = partsAt(size, sharedOut);
      // Without what all threads together waited, each has done the same.
      const shares = idle === undefined ? Math.ceil(parts / threads) / parts : 1 / Math.min(parts, threads);
      return { shares, time, taken: (1 - (idle ?? 0)) / pick(ratio) };
    }),
  );
  if (cost === undefined) return undefined;
  const caller = before * cost.constant;
  const others = caller + ((cost.constant - caller) * threads) / (threads - 1);
  const alike = (size: number) => {
    const parts = partsAt(size, sharedOut);
    const part = (cost.perShare * timeAt(size)) / parts;
    return { part, ...inTurn({ parts, part, threads, caller, others }) };
  };
  const uneven = unevenAt(
    seen.flatMap(({ size, ratio, idle, time }) => {
      const { part, waited } = alike(size);
      return idle === undefined ? [] : [Math.max(0, (idle * time) / pick(ratio) - waited) / part];
    }),
  );
  const pays = (size: number): boolean => {
    const { part, taken } = alike(size);
    return taken + uneven * part < timeAt(size);
  };
  return lastBegin(pays, sharedOut, above[0]?.size ?? 0);
}

/** What a thread stood idle on average, as a share of the call; undefined where not all threads that could have done parts did. */
function idleOf({ size, movement }: SharedOutRatio, sharedOut: SharedOut): number | undefined {
  if (movement === undefined || movement.threads < Math.min(partsAt(size, sharedOut), sharedOut.threads))
    return undefined;
  const { callNs, callerNs, sendNs, computeNs, receiveNs, threads } = movement;
  if (!(callNs > 0)) return undefined;
  const idle = callNs - callerNs - (sendNs + computeNs + receiveNs) / threads;
  return Math.min(LONGEST_WAIT, Math.max(0, idle / callNs));
}

interface Cost {
  /** What a share of the original's time takes a thread, as a multiple: 1 where threads are as fast as the original. */
  readonly perShare: number;
  /** For handing over, of a thread on average, in the unit of the times. */
  readonly constant: number;
}

/**
 * taken = perShare * shares + constant / time is a plane, fitted in relative error. Handing over takes something: where the fit has less, noise does. Undefined
 * where the work takes nothing.
 */
function costOf(
  points: readonly { readonly shares: number; readonly time: number; readonly taken: number }[],
): Cost | undefined {
  const sum = (of: (one: (typeof points)[number]) => number): number =>
    points.reduce((total, one) => total + of(one) / one.taken ** 2, 0);
  const squares = sum(({ shares }) => shares ** 2);
  const both = sum(({ shares, time }) => shares / time);
  const inverse = sum(({ time }) => time ** -2);
  const [work, rest] = [sum(({ shares, taken }) => shares * taken), sum(({ time, taken }) => taken / time)];
  const determinant = squares * inverse - both ** 2;
  if (!(determinant > squares * inverse * 1e-9)) return undefined;
  const constant = (squares * rest - both * work) / determinant;
  const perShare = (inverse * work - both * rest) / determinant;
  if (constant < 0) return { perShare: work / squares, constant: 0 };
  return perShare > 0 ? { perShare, constant } : undefined;
}

interface Turns {
  readonly parts: number;
  /** Time of a part. */
  readonly part: number;
  readonly threads: number;
  /** When the caller takes its first part, and the others theirs. */
  readonly caller: number;
  readonly others: number;
}

/** Whoever is free takes the next part: when the last is done, and what a thread that did any stood idle at the end, on average. */
function inTurn({ parts, part, threads, caller, others }: Turns): { readonly taken: number; readonly waited: number } {
  let [left, own, theirs] = [parts, caller, others];
  // Of those that begin together the last ones may find nothing left.
  let [early, last] = [0, 0];
  while (left > 0) {
    if (own <= theirs) {
      own += part;
      left -= 1;
    } else {
      early = Math.max(0, threads - 1 - left);
      last = theirs;
      theirs += part;
      left -= Math.min(left, threads - 1);
    }
  }
  const helped = theirs > others ? threads - 1 : 0;
  const taken = Math.max(own, helped > 0 ? theirs : 0);
  const idle = taken - own + (helped === 0 ? 0 : (helped - early) * (taken - theirs) + early * (taken - last));
  return { taken, waited: idle / (1 + helped) };
}

/**
 * The last size at which it begins to pay. While the parts are the same many, what is handed over weighs less and less; one part more may stand alone at the end,
 * so that it stops again for some sizes.
 */
function lastBegin(pays: (size: number) => boolean, { undivided, perThread, threads }: SharedOut, to: number): number {
  const counts = Array.from({ length: perThread * threads }, (_, at) => (at + 1) * undivided);
  const ends = [...counts.filter((end) => end > undivided && end < to), to];
  for (let at = ends.length - 1; at >= 0; at -= 1) {
    const [from, end] = [(ends[at - 1] ?? undivided) + 1, ends[at] ?? to];
    if (pays(from)) continue;
    if (!pays(end)) return Math.min(end + 1, to);
    let [low, high] = [from, end];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (pays(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
  return undivided + 1;
}
