export function closest(points: [number, number][]): number {
  let best = Infinity;
  for (const p of points) {
    for (const q of points) {
      const dx = p[0] - q[0];
      const dy = p[1] - q[1];
      const squared = dx * dx + dy * dy;
      if (squared > 0 && squared < best) best = squared;
    }
  }
  return best;
}
