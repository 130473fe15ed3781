/** A signal through a filter, zero before its beginning; then how many neighbours of a field are taken. */
export function convolved(signal: number[], filter: number[], board: boolean[][]): number[] {
  const result: number[] = [];
  for (let i = 0; i < signal.length + filter.length - 1; i++) {
    let sum = 0;
    for (let k = 0; k < filter.length; k++) sum += (signal[i - k] ?? 0) * filter[k]!;
    result.push(sum);
  }
  for (let y = 0; y < board.length; y++) {
    for (let x = 0; x < board[y]!.length; x++) {
      let count = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) if (board[y + dy]?.[x + dx] && (dx !== 0 || dy !== 0)) count++;
      }
      result.push(count);
    }
  }
  return result;
}
