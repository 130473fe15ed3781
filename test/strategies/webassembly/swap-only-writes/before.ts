export function rotations(items: number[], rounds: number): number {
  let moved = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i < items.length; i++) {
      [items[i - 1], items[i]] = [items[i]!, items[i - 1]!];
      moved++;
    }
  }
  return moved;
}
