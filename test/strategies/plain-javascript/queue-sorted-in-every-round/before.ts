interface Stop {
  readonly name: string;
  readonly far: number;
}

export function distances(roads: Map<string, Stop[]>, start: string): Map<string, number> {
  const known = new Map([[start, 0]]);
  const queue: Stop[] = [{ name: start, far: 0 }];
  while (queue.length > 0) {
    queue.sort((a, b) => a.far - b.far);
    const { name, far } = queue.shift()!;
    for (const next of roads.get(name) ?? []) {
      const total = far + next.far;
      if (total >= (known.get(next.name) ?? Infinity)) continue;
      known.set(next.name, total);
      queue.push({ name: next.name, far: total });
    }
  }
  return known;
}
