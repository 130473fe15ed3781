// A share of the width or height as an SVG length.

export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
