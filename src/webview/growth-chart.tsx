// Time over size, both logarithmic: a line for each variant with the band of its intervals, the fitted curve dashed, dotted where it goes beyond
// the measured sizes, and the sizes from which a rewrite pays. The table of every size is its twin.
// Lines live in an SVG of 100 by 100 units that stretches with the page; words and marks stand beside it in per cent, and keep their size.

import type { Report } from '../model/report.ts';
import { formatDuration } from '../present/format-duration.ts';
import { payingSentence } from '../present/paying-sentence.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';
import { BreakEvenWords } from './break-even-words.tsx';
import { type GrowthPlot, growthPlot, type PlotLine } from './growth-plot.ts';
import { colourOf, LineSign } from './line-sign.tsx';
import { percent } from './percent.ts';
import { spreadApart } from './spread-apart.ts';

/** Pixels; the width is the page's. */
const HEIGHT = 280;
/** Of the two lines of a label. */
const LABEL_HEIGHT = 36;
/** A share of the width; every axis leaves less room than this beyond what it shows. */
const LEAST_SHADED = 0.06;
export function GrowthChart({
  report,
  strategies,
}: {
  readonly report: Report;
  readonly strategies: readonly StrategyRow[];
}) {
  const plot = growthPlot(report, strategies);
  if (plot === undefined) return null;
  const labels = labelPlaces(plot);
  const hasCurves = plot.lines.some(({ fitted }) => fitted.length > 0);
  return (
    <section>
      <h2>Time over size</h2>
      <div class="growth-chart" role="img" aria-label={inWords(plot, report, strategies)}>
        <BreakEvenWords plot={plot} />
        <svg class="time-axis" height={HEIGHT} aria-hidden="true">
          {plot.times.ticks.map((time) => (
            <text key={time} x="100%" y={percent(1 - plot.times.position(time))} dy="0.35em" text-anchor="end">
              {formatDuration(time).replace(/\.0+ /, ' ')}
            </text>
          ))}
        </svg>
        <svg class="growth-plot" height={HEIGHT} aria-hidden="true">
          <Grid plot={plot} />
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
            {plot.lines.map((line) => (
              <Curves key={line.title} line={line} plot={plot} />
            ))}
            {plot.lines.map((line, index) => {
              const end = endOf(line);
              return (
                <path
                  key={line.title}
                  class="leader"
                  d={`M${at(plot, end.size, end.time)}L100 ${((labels[index] ?? 0) * 100) / HEIGHT}`}
                />
              );
            })}
          </svg>
          {plot.lines.map((line) =>
            line.points.map(({ size, time }) => (
              <LineSign
                key={`${line.title} ${size}`}
                style={line.style}
                x={percent(plot.sizes.position(size))}
                y={percent(1 - plot.times.position(time.value))}
              />
            )),
          )}
        </svg>
        <div class="line-labels" style={{ height: `${HEIGHT}px` }} aria-hidden="true">
          {plot.lines.map((line, index) => (
            <div key={line.title} class="line-label" style={{ top: `${labels[index] ?? 0}px` }}>
              <svg class="label-sign" aria-hidden="true">
                <LineSign style={line.style} x="6" y="8" />
              </svg>
              <strong title={line.title}>{line.title}</strong>
              {line.growth === undefined ? null : <span>{line.growth}</span>}
            </div>
          ))}
        </div>
        <svg class="size-axis" height="34" aria-hidden="true">
          {plot.sizes.ticks.map((size) => (
            <text key={size} x={percent(plot.sizes.position(size))} y="14" text-anchor="middle">
              {compact(size)}
            </text>
          ))}
          <text x="0" y="31">
            size n
          </text>
          {isBeyondShown(plot) ? (
            <text x="100%" y="31" text-anchor="end">
              shaded: extrapolated
            </text>
          ) : null}
        </svg>
      </div>
      <p class="quiet">
        Time per call, both scales logarithmic. Marks and solid lines are measured, with the 95 % interval as a band
        {hasCurves ? '; dashed is the fitted growth, dotted where it goes on beyond the sizes measured' : ''}.
        {plot.otherCalls.length === 0
          ? ''
          : ` ${plot.otherCalls.join(' and ')}: timed on whole sequences of calls, which the line of the original is not; the table has the ratios.`}
      </p>
    </section>
  );
}

function Grid({ plot }: { readonly plot: GrowthPlot }) {
  const { sizes, times, breakEvens, smallest, largest } = plot;
  const [from, to] = [sizes.position(smallest), sizes.position(largest)];
  return (
    <>
      {to < 1 - LEAST_SHADED ? (
        <rect class="beyond" x={percent(to)} width={percent(1 - to)} y="0" height="100%" />
      ) : null}
      {from > LEAST_SHADED ? <rect class="beyond" x="0" width={percent(from)} y="0" height="100%" /> : null}
      {sizes.ticks.map((size) => (
        <line
          key={size}
          class="tick"
          x1={percent(sizes.position(size))}
          x2={percent(sizes.position(size))}
          y1="0"
          y2="100%"
        />
      ))}
      {times.ticks.map((time) => (
        <line
          key={time}
          class="tick"
          x1="0"
          x2="100%"
          y1={percent(1 - times.position(time))}
          y2={percent(1 - times.position(time))}
        />
      ))}
      {breakEvens.map((mark) => (
        <g key={mark.style} class={`break-even line-${colourOf(mark.style)}`}>
          <rect
            x={percent(sizes.position(mark.low))}
            width={percent(sizes.position(mark.high) - sizes.position(mark.low))}
            y="0"
            height="100%"
          />
          <line
            class={mark.isExtrapolated ? 'expected' : ''}
            x1={percent(sizes.position(mark.size))}
            x2={percent(sizes.position(mark.size))}
            y1="0"
            y2="100%"
          />
        </g>
      ))}
    </>
  );
}

/** Whether there is more beyond the measured sizes than the room that every axis leaves. */
function isBeyondShown({ sizes, smallest, largest }: GrowthPlot): boolean {
  return sizes.position(smallest) > LEAST_SHADED || sizes.position(largest) < 1 - LEAST_SHADED;
}

function Curves({ line, plot }: { readonly line: PlotLine; readonly plot: GrowthPlot }) {
  const upper = line.points.map(({ size, time }) => at(plot, size, time.high));
  const lower = line.points.map(({ size, time }) => at(plot, size, time.low)).reverse();
  const path = (places: readonly { readonly size: number; readonly time: number }[]): string =>
    `M${places.map(({ size, time }) => at(plot, size, time)).join('L')}`;
  return (
    <g class={`line-${colourOf(line.style)}`}>
      <path class="band" d={`M${[...upper, ...lower].join('L')}Z`} />
      <path class="measured" d={path(line.points.map(({ size, time }) => ({ size, time: time.value })))} />
      {line.fitted.length === 0 ? null : <path class="fitted" d={path(line.fitted)} />}
      {line.extrapolated.map((places, index) => (
        <path key={index} class="extrapolated" d={path(places)} />
      ))}
    </g>
  );
}

/** Pixels from the top, where each line ends, moved apart so that no two labels touch. */
function labelPlaces(plot: GrowthPlot): readonly number[] {
  const wanted = plot.lines.map((line) => (1 - plot.times.position(endOf(line).time)) * HEIGHT);
  return spreadApart(wanted, LABEL_HEIGHT, LABEL_HEIGHT / 2, HEIGHT - LABEL_HEIGHT / 2);
}

function endOf({ points, extrapolated }: PlotLine): { readonly size: number; readonly time: number } {
  const last = points.at(-1);
  const end = extrapolated[0]?.at(-1);
  if (end !== undefined && last !== undefined && end.size > last.size) return end;
  return { size: last?.size ?? 1, time: last?.time.value ?? 1 };
}

function at(plot: GrowthPlot, size: number, time: number): string {
  return `${(plot.sizes.position(size) * 100).toFixed(2)} ${((1 - plot.times.position(time)) * 100).toFixed(2)}`;
}

/** What the picture shows to those who do not see it. */
function inWords(plot: GrowthPlot, report: Report, strategies: readonly StrategyRow[]): string {
  const lines = plot.lines.map(({ title, points, growth }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return title;
    const grows = growth === undefined ? '' : `, grows ${growth}`;
    return `${title}: ${formatDuration(first.time.value)} at n = ${compact(first.size)}, ${formatDuration(last.time.value)} at n = ${compact(last.size)}${grows}.`;
  });
  const paying = strategies.flatMap(({ id, title }) => {
    const result = report.results.find(({ strategy }) => strategy === id);
    const sentence = result === undefined ? undefined : payingSentence(result);
    return sentence === undefined ? [] : [`${title}: ${sentence}`];
  });
  return ['Time per call against size.', ...lines, ...paying].join(' ');
}

function compact(size: number): string {
  return size.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
}
