type Cell = { x: number; tags: string[] };

const BOARD = { cells: [{ x: 1, tags: ['a'] }, { x: 2, tags: [] }], name: 'board' } as const;

export const freshCells = (): Cell[] => structuredClone(BOARD.cells) as unknown as Cell[];
