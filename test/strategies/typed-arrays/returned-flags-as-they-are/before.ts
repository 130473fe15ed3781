export function reachable(edges: number[][], count: number): boolean[] {
  const seen: boolean[] = new Array(edges.length).fill(false);
  for (let round = 0; round < count; round++) {
    for (let i = 0; i < edges.length; i++) {
      if (!seen[i]) seen[i] = true;
    }
  }
  return seen;
}
