export class Model {
  constructor(readonly weights: number[][]) {}

  scores(points: number[][]): number {
    const width = points[0]!.length;
    let best = 0;
    for (let i = 0; i < points.length; i++) {
      for (let j = 0; j < points.length; j++) {
        let sum = 0;
        for (let k = 0; k < width; k++) sum += points[i]![k]! * points[j]![k]!;
        best = Math.max(best, sum);
      }
    }
    return best;
  }
}
