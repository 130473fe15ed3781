interface Box {
  readonly width: number;
  readonly height: number;
  label?: string;
}

/** Ways to cut a box into unit strips; the label does not matter. */
export function cuts(box: Box): number {
  if (box.width < 1) return 0;
  let ways = 0;
  for (let i = 1; i <= box.width; i++) {
    for (let j = 1; j <= box.height; j++) if ((i * j) % 3 === 0) ways += i;
  }
  return ways;
}
