/** How far each point is from each other one. */
export const distances = (points: readonly number[][]): number[][] => {
  const dimensions = points.length === 0 ? 0 : points[0]!.length;
  const result: number[][] = [];
  for (let i = 0; i < points.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < points.length; j++) {
      let sum = 0;
      for (let k = 0; k < dimensions; k++) {
        const difference = points[i]![k]! - points[j]![k]!;
        sum += difference * difference;
      }
      row.push(Math.sqrt(sum));
    }
    result.push(row);
  }
  return result;
};
