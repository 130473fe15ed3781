export interface Item {
  id: number;
  tags: string[];
}

export interface Weights {
  length: number;
  bonus: number;
}

/** Scores every item. */
export function scoreAll(items: Item[], weights: Weights): number[] {
  return items.map((item) => {
    let score = weights.bonus;
    for (const tag of item.tags) score += tag.length * weights.length;
    return score / (item.id + 1);
  });
}
