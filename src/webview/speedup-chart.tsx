// Speed-up of each strategy at the largest size, as bars from 1x on a logarithmic axis, with their intervals. The table below is its twin.

import type { Report, StrategyResult } from '../model/report.ts';
import { formatRatio } from '../present/format-duration.ts';
import { headlineSpeedup, shortVerdict } from '../present/verdict-sentence.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';

interface Bar {
  readonly title: string;
  readonly result: StrategyResult | undefined;
}

const rowHeight = 34;
const labelWidth = 150;
const plotWidth = 400;
const valueWidth = 150;
const axisHeight = 24;

export function SpeedupChart({
  report,
  strategies,
}: {
  readonly report: Report;
  readonly strategies: readonly StrategyRow[];
}) {
  const bars: Bar[] = strategies.map((strategy) => ({
    title: strategy.title,
    result: report.results.find((result) => result.strategy === strategy.id),
  }));
  const ratios = bars.flatMap(({ result }) => {
    const ratio = result === undefined ? undefined : headlineSpeedup(result)?.ratio;
    return ratio === undefined ? [] : [ratio.low, ratio.value, ratio.high];
  });
  if (ratios.length === 0) return null;
  const axis = logarithmicAxis(Math.min(...ratios), Math.max(...ratios));
  const place = (ratio: number) => labelWidth + axis.position(ratio) * plotWidth;
  const height = bars.length * rowHeight + axisHeight;
  const size = report.baseline.perCase.at(-1)?.label ?? '';
  return (
    <section>
      <h2>Speed-up{size === '' ? '' : ` at ${size}`}</h2>
      <svg
        class="chart"
        viewBox={`0 0 ${labelWidth + plotWidth + valueWidth} ${height}`}
        role="img"
        aria-label={bars
          .map(({ title, result }) => `${title}: ${result === undefined ? 'not known yet' : shortVerdict(result)}`)
          .join('; ')}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 1 ? 'one' : 'tick'}
              x1={place(tick)}
              x2={place(tick)}
              y1="0"
              y2={height - axisHeight}
            />
            <text class="axis" x={place(tick)} y={height - 6} text-anchor="middle">
              {tick === 1 ? 'original' : `${tick}x`}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <ChartRow key={bar.title} bar={bar} top={index * rowHeight} place={place} />
        ))}
      </svg>
    </section>
  );
}

function ChartRow({
  bar,
  top,
  place,
}: {
  readonly bar: Bar;
  readonly top: number;
  readonly place: (ratio: number) => number;
}) {
  const middle = top + rowHeight / 2;
  const ratio = bar.result === undefined ? undefined : headlineSpeedup(bar.result)?.ratio;
  const from = place(1);
  return (
    <g>
      <text class="label" x={labelWidth - 10} y={middle} text-anchor="end" dominant-baseline="central">
        {bar.title}
      </text>
      {ratio === undefined || bar.result === undefined ? (
        <text class="absent" x={from + 8} y={middle} dominant-baseline="central">
          {bar.result === undefined ? '…' : shortVerdict(bar.result)}
        </text>
      ) : (
        <>
          <rect
            class={`bar verdict-${bar.result.verdict}`}
            x={Math.min(from, place(ratio.value))}
            y={top + 8}
            width={Math.max(1, Math.abs(place(ratio.value) - from))}
            height={rowHeight - 16}
          />
          <path class="interval" d={whisker(place(ratio.low), place(ratio.high), middle)} />
          <text class="value" x={labelWidth + plotWidth + 12} y={middle} dominant-baseline="central">
            {formatRatio(ratio.value)}
          </text>
        </>
      )}
    </g>
  );
}

function whisker(low: number, high: number, middle: number): string {
  const cap = 4;
  return `M${low},${middle - cap}v${2 * cap}M${low},${middle}H${high}M${high},${middle - cap}v${2 * cap}`;
}

/** An axis that always shows 1x, with whole steps of 1, 2, 5 or powers of ten as ticks; `position` is 0 to 1. */
export function logarithmicAxis(
  low: number,
  high: number,
): { readonly ticks: readonly number[]; readonly position: (ratio: number) => number } {
  const floor = Math.min(low, 0.8);
  const ceiling = Math.max(high, 1.25);
  const from = Math.log10(floor) - 0.03;
  const to = Math.log10(ceiling) + 0.03;
  const decades = to - from;
  const steps = decades > 5 ? [] : decades > 2 ? [1] : [1, 2, 5];
  const ticks = new Set<number>([1]);
  const spacing = decades > 5 ? Math.ceil(decades / 5) : 1;
  for (let exponent = Math.ceil(from) - 1; exponent <= to; exponent++) {
    if (steps.length === 0 ? exponent % spacing === 0 : true) {
      for (const step of steps.length === 0 ? [1] : steps) {
        const tick = Number((step * 10 ** exponent).toPrecision(1));
        if (Math.log10(tick) >= from && Math.log10(tick) <= to) ticks.add(tick);
      }
    }
  }
  return { ticks: [...ticks].sort((a, b) => a - b), position: (ratio) => (Math.log10(ratio) - from) / (to - from) };
}
