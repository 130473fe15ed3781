/** Backtracking: what is left changes while it recurses, so that no result of `count` holds for the next call. */
export function arrangements(size: number): number {
  const used: boolean[] = new Array<boolean>(size).fill(false);
  function count(position: number): number {
    if (position > size) return 1;
    let found = 0;
    for (let value = 1; value <= size; value++) {
      if (used[value - 1] === true || (value % position !== 0 && position % value !== 0)) continue;
      used[value - 1] = true;
      found += count(position + 1);
      used[value - 1] = false;
    }
    return found;
  }
  return count(1);
}
