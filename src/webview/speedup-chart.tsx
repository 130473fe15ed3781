// Speed-up of each strategy as bars from 1x on a logarithmic axis, with their intervals, in catalogue order. The table below is its twin.
// Bars are SVG with positions in per cent and lines in pixels: they stretch with the page while the words keep their size.

import type { Report, Speedup, StrategyResult } from '../model/report.ts';
import { formatRatio } from '../present/format-duration.ts';
import { saysSomething } from '../present/interval-words.ts';
import { headlineSpeedup, shortVerdict, verdictSign } from '../present/verdict-sentence.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';
import { type Axis, logarithmicAxis } from './logarithmic-axis.ts';
import { percent } from './percent.ts';

interface Bar {
  readonly title: string;
  readonly result: StrategyResult | undefined;
  /** Absent when nothing is known, or when the rewrite is wrong: how fast a wrong result comes is of no interest. */
  readonly speedup: Speedup | undefined;
}

export function SpeedupChart({
  report,
  strategies,
  running,
}: {
  readonly report: Report;
  readonly strategies: readonly StrategyRow[];
  readonly running: boolean;
}) {
  const bars = strategies.map((strategy): Bar => {
    const result = report.results.find((candidate) => candidate.strategy === strategy.id);
    return { title: strategy.title, result, speedup: result === undefined ? undefined : shownSpeedup(result) };
  });
  const speedups = bars.flatMap(({ speedup }) => (speedup === undefined ? [] : [speedup]));
  if (speedups.length === 0) return null;
  const axis = logarithmicAxis(
    speedups.flatMap(({ ratio }) => [ratio.value, ...(saysSomething(ratio) ? [ratio.low, ratio.high] : [])]),
  );
  const labels = new Set(speedups.map(({ label }) => label));
  const [onlyLabel] = labels;
  return (
    <section>
      <h2>{labels.size === 1 ? `Speed-up at ${onlyLabel ?? ''}` : 'Speed-up'}</h2>
      <div class="chart" role="img" aria-label={bars.map((bar) => inWords(bar, labels.size > 1)).join('; ')}>
        {bars.map((bar) => (
          <ChartRow
            key={bar.title}
            bar={bar}
            axis={axis}
            namesCase={labels.size > 1}
            missing={running ? '…' : 'not run'}
          />
        ))}
        <div class="chart-row axis">
          <svg class="plot" height="20" aria-hidden="true">
            {axis.ticks.map((tick) => (
              <text key={tick} x={percent(axis.position(tick))} y="14" text-anchor="middle">
                {tick === 1 ? 'original' : tickLabel(tick)}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </section>
  );
}

function ChartRow({
  bar: { title, result, speedup },
  axis,
  namesCase,
  missing,
}: {
  readonly bar: Bar;
  readonly axis: Axis;
  readonly namesCase: boolean;
  /** What stands for a strategy without a result. */
  readonly missing: string;
}) {
  const words = result === undefined ? missing : shortVerdict(result);
  return (
    <div class={`chart-row${speedup === undefined ? ' absent' : ''}`}>
      <span class="label">{title}</span>
      <svg class="plot" height="28" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            class={tick === 1 ? 'one' : 'tick'}
            x1={percent(axis.position(tick))}
            x2={percent(axis.position(tick))}
            y1="0"
            y2="100%"
          />
        ))}
        {result === undefined || speedup === undefined ? null : (
          <>
            <MeasuredBar verdict={result.verdict} ratio={speedup.ratio.value} axis={axis} />
            {saysSomething(speedup.ratio) ? (
              <Interval low={axis.position(speedup.ratio.low)} high={axis.position(speedup.ratio.high)} />
            ) : null}
          </>
        )}
      </svg>
      <span class="value">
        {result === undefined ? null : <span class={`sign verdict-${result.verdict}`}>{verdictSign(result)} </span>}
        {speedup === undefined ? words : formatRatio(speedup.ratio.value)}
        {speedup !== undefined && namesCase ? <span class="case"> at {speedup.label}</span> : null}
      </span>
    </div>
  );
}

function MeasuredBar({
  verdict,
  ratio,
  axis,
}: {
  readonly verdict: string;
  readonly ratio: number;
  readonly axis: Axis;
}) {
  const from = axis.position(1);
  const to = axis.position(ratio);
  return (
    <rect
      class={`bar verdict-${verdict}`}
      x={percent(Math.min(from, to))}
      width={percent(Math.abs(to - from))}
      y="6"
      height="16"
    />
  );
}

function Interval({ low, high }: { readonly low: number; readonly high: number }) {
  return (
    <g class="interval">
      <line x1={percent(low)} x2={percent(high)} y1="14" y2="14" />
      <line x1={percent(low)} x2={percent(low)} y1="10" y2="18" />
      <line x1={percent(high)} x2={percent(high)} y1="10" y2="18" />
    </g>
  );
}

function shownSpeedup(result: StrategyResult): Speedup | undefined {
  return result.verdict === 'not-equivalent' || result.verdict === 'failed' ? undefined : headlineSpeedup(result);
}

function inWords({ title, result, speedup }: Bar, namesCase: boolean): string {
  if (result === undefined) return `${title}: not known yet`;
  return `${title}: ${shortVerdict(result)}${speedup !== undefined && namesCase ? ` at ${speedup.label}` : ''}`;
}

function tickLabel(ratio: number): string {
  return `${ratio.toLocaleString('en-US', { maximumSignificantDigits: 2 })}x`;
}
