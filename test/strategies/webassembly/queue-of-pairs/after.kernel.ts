import { shortestKernel } from './before.shortest.wasm.ts';

const MOVES = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];

/** Steps from one corner of a maze to the other. */
export function shortest(maze: number[][]): number {
  const fast = shortestKernel(maze, MOVES);
  if (fast !== undefined) return fast;
  const height = maze.length;
  const width = maze[0]!.length;
  const steps = maze.map((row) => row.map(() => -1));
  steps[0]![0] = 0;
  const queue: [number, number][] = [[0, 0]];
  while (queue.length > 0) {
    const [y, x] = queue.shift()!;
    if (y === height - 1 && x === width - 1) return steps[y]![x]!;
    for (const [dy, dx] of MOVES as [number, number][]) {
      const [ny, nx] = [y + dy, x + dx];
      if (ny < 0 || nx < 0 || ny >= height || nx >= width) continue;
      if (maze[ny]![nx] === 1 || steps[ny]![nx]! >= 0) continue;
      steps[ny]![nx] = steps[y]![x]! + 1;
      queue.push([ny, nx]);
    }
  }
  return -1;
}
