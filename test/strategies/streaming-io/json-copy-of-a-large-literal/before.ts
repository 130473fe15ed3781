type Level = { name: string; next?: Level };

const LEVELS: { 'top-most': Level; counts: number[][] } = {
  'top-most': { name: 'a', next: { name: 'b', next: { name: 'c', next: { name: 'd' } } } },
  counts: [[1], [2], [3], [-4, 5.5]],
};

/** A copy that its owner may change. */
export function freshLevels(count: number): typeof LEVELS {
  const levels = JSON.parse(JSON.stringify(LEVELS)) as typeof LEVELS;
  levels.counts[0]?.push(count);
  return levels;
}
