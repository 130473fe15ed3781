// The words above the chart of time over size: from or up to where a rewrite pays.

import type { BreakEvenMark, GrowthPlot } from './growth-plot.ts';
import { colourOf, LineSign } from './line-sign.tsx';
import { percent } from './percent.ts';

/** Pixels. */
const BREAK_EVEN_ROW = 18;

/** Each in a row of its own and over its line. */
export function BreakEvenWords({ plot }: { readonly plot: GrowthPlot }) {
  if (plot.breakEvens.length === 0) return null;
  const height = plot.breakEvens.length * BREAK_EVEN_ROW;
  return (
    <svg class="break-even-words" height={height} aria-hidden="true">
      {plot.breakEvens.map((mark, row) => (
        <BreakEvenLabel key={mark.style} mark={mark} row={row} share={plot.sizes.position(mark.size)} height={height} />
      ))}
    </svg>
  );
}

function BreakEvenLabel({
  mark,
  row,
  share,
  height,
}: {
  readonly mark: BreakEvenMark;
  readonly row: number;
  readonly share: number;
  readonly height: number;
}) {
  const y = row * BREAK_EVEN_ROW + BREAK_EVEN_ROW / 2;
  const isLeft = share > 0.5;
  return (
    <g class={`break-even line-${colourOf(mark.style)}`}>
      <line class={mark.isExtrapolated ? 'expected' : ''} x1={percent(share)} x2={percent(share)} y1={y} y2={height} />
      <LineSign style={mark.style} x={percent(share)} y={`${y}`} />
      <text x={percent(share)} dx={isLeft ? -10 : 10} y={y} dy="0.35em" text-anchor={isLeft ? 'end' : 'start'}>
        {mark.words}
      </text>
    </g>
  );
}
