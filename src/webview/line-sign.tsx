// What tells the lines of a chart apart: a colour, and a shape for those who do not see colours.

/** Sign and colour of each line, by its place; more lines than these begin again. */
const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'flag'] as const;

export function colourOf(style: number): number {
  return style < SHAPES.length ? style : 1 + ((style - 1) % (SHAPES.length - 1));
}

/** A mark of fixed size wherever the page puts it: shapes tell the lines apart without colour. */
export function LineSign({ style, x, y }: { readonly style: number; readonly x: string; readonly y: string }) {
  return (
    <svg x={x} y={y} class={`line-mark line-${colourOf(style)}`} aria-hidden="true">
      <path d={SIGN_PATHS[SHAPES[colourOf(style)] ?? 'circle']} />
    </svg>
  );
}

const SIGN_PATHS = {
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  square: 'M-3.5 -3.5H3.5V3.5H-3.5Z',
  triangle: 'M0 -4.8L4.6 3.6H-4.6Z',
  diamond: 'M0 -5L5 0L0 5L-5 0Z',
  cross: 'M-4.5 -2L-2 -4.5L0 -2.4L2 -4.5L4.5 -2L2.4 0L4.5 2L2 4.5L0 2.4L-2 4.5L-4.5 2L-2.4 0Z',
  flag: 'M0 4.8L4.6 -3.6H-4.6Z',
} as const;
