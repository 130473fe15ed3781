/** Each row of a picture, blurred with the weights; what lies outside is as the edge. */
export function blurred(picture: number[][], weights: number[]): number[][] {
  const reach = Math.floor(weights.length / 2);
  return picture.map((row) => {
    const last = row.length - 1;
    return row.map((_, x) =>
      weights.reduce((sum, weight, i) => sum + weight * row[Math.min(last, Math.max(0, x + i - reach))]!, 0),
    );
  });
}
