interface Grid {
  cells: number[][];
}
type GridClass = new (cells: number[][], wall: number) => Grid;

/** Places on the grid, outside of it, and between its cells. */
export default {
  select: 'Grid.paths',
  receiver: (exports: Record<string, unknown>) =>
    new (exports['Grid'] as GridClass)(
      [
        [0, 0, 0, 0],
        [0, 7, 0, 0],
        [0, 0, 0, 7],
      ],
      7,
    ),
  calls: () => [[2, 2], [2, 2], [2, 3], [1, 1], [3, 3], [-1, 2], [0, 0], [-0, 2], [1, -0]],
};
