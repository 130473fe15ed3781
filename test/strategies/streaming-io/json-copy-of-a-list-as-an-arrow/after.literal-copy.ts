type Cell = { x: number; tags: string[] };

const BOARD = { cells: [{ x: 1, tags: ['a'] }, { x: 2, tags: [] }], name: 'board' } as const;

export const freshCells = (): Cell[] => BOARD.cells.map((item) => ({ ...item, tags: [...item.tags] })) as Cell[];
