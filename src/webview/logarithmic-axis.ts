// The axes of the charts. Logarithmic, so that 50,000x and 1.3x can stand on one page, and twice as slow is as long as twice as fast.

export interface Axis {
  /** Values to mark, ascending; on the axis of the speed-up chart 1 is always among them. */
  readonly ticks: readonly number[];
  /** Where a value stands, 0 (left) to 1 (right); values beyond the ends stand at the ends. */
  readonly position: (value: number) => number;
}

/** With more decades than this only some are marked: in a narrow panel "1,000x" and "10,000x" would touch. */
const mostDecadesMarked = 4.2;
/** Room beyond the outermost ratio, in decades. */
const margin = 0.03;
/** Room around the lines of a plot, as a share of it. */
const scaleMargin = 0.04;

/** The axis that shows all of these ratios and 1x. Ratios that are not positive numbers have no place on it and are left out. */
export function logarithmicAxis(ratios: readonly number[]): Axis {
  const shown = ratios.filter((ratio) => ratio > 0 && Number.isFinite(ratio)).map(Math.log10);
  const from = Math.min(Math.log10(0.8), ...shown) - margin;
  const to = Math.max(Math.log10(1.25), ...shown) + margin;
  return axisBetween(from, to, [1], mostDecadesMarked);
}

/** The axis that shows all of these values and little more, with that many decades marked at most. Values are positive, at least one. */
export function logarithmicScale(values: readonly number[], mostMarked: number): Axis {
  const shown = values.map(Math.log10);
  const [lowest, highest] = [Math.min(...shown), Math.max(...shown)];
  const room = Math.max(margin, (highest - lowest) * scaleMargin);
  return axisBetween(lowest - room, highest + room, [], mostMarked);
}

function axisBetween(from: number, to: number, always: readonly number[], mostMarked: number): Axis {
  return {
    ticks: ticksBetween(from, to, always, mostMarked),
    position: (value) => (value > 0 ? Math.min(1, Math.max(0, (Math.log10(value) - from) / (to - from))) : 0),
  };
}

/** Round numbers, few enough that their labels do not touch. */
function ticksBetween(from: number, to: number, always: readonly number[], mostMarked: number): readonly number[] {
  const decades = to - from;
  const every = Math.ceil(decades / mostMarked);
  const ticks = new Set(always);
  for (let exponent = Math.floor(from); exponent <= to; exponent++) {
    if (exponent % every !== 0) continue;
    for (const step of stepsOf(decades)) {
      const tick = Number((step * 10 ** exponent).toPrecision(2));
      if (Math.log10(tick) >= from && Math.log10(tick) <= to) ticks.add(tick);
    }
  }
  return [...ticks].sort((a, b) => a - b);
}

function stepsOf(decades: number): readonly number[] {
  if (decades > 2.3) return [1];
  if (decades > 0.6) return [1, 2, 5];
  return decades > 0.35 ? [1, 1.5, 2, 3, 5, 7] : [1, 1.2, 1.5, 2, 5, 7, 8, 9];
}
