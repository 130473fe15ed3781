// Dynamic programming over a table, as it is usually written, each with what a careful author would write by hand (`...ByHand`).

export function editDistance(a: string, b: string): number {
  const distances: number[][] = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 0; i <= a.length; i++) distances[i]![0] = i;
  for (let j = 0; j <= b.length; j++) distances[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      distances[i]![j] = Math.min(
        distances[i - 1]![j]! + 1,
        distances[i]![j - 1]! + 1,
        distances[i - 1]![j - 1]! + cost,
      );
    }
  }
  return distances[a.length]![b.length]!;
}

export function editDistanceByHand(a: string, b: string): number {
  const units = new Uint16Array(b.length);
  const row = new Int32Array(b.length + 1);
  for (let j = 0; j < b.length; j++) units[j] = b.charCodeAt(j);
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1);
    let diagonal = row[0]!;
    let left = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      let least = diagonal + (units[j - 1] === unit ? 0 : 1);
      if (above + 1 < least) least = above + 1;
      if (left + 1 < least) least = left + 1;
      row[j] = least;
      diagonal = above;
      left = least;
    }
  }
  return row[b.length]!;
}

export function longestCommon(a: string, b: string): number {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      if (a[i - 1] === b[j - 1]) lengths[i]![j] = lengths[i - 1]![j - 1] + 1;
      else lengths[i]![j] = Math.max(lengths[i - 1]![j], lengths[i]![j - 1]);
    }
  }
  return lengths[a.length]![b.length];
}

export function longestCommonByHand(a: string, b: string): number {
  const units = new Uint16Array(b.length);
  const row = new Int32Array(b.length + 1);
  for (let j = 0; j < b.length; j++) units[j] = b.charCodeAt(j);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    let left = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      left = units[j - 1] === unit ? diagonal + 1 : Math.max(above, left);
      row[j] = left;
      diagonal = above;
    }
  }
  return row[b.length]!;
}

export function knapsack(weights: number[], values: number[], capacity: number): number {
  const best: number[][] = Array.from({ length: weights.length + 1 }, () => new Array(capacity + 1).fill(0));
  for (let i = 1; i <= weights.length; i++) {
    for (let room = 0; room <= capacity; room++) {
      best[i]![room] = best[i - 1]![room]!;
      if (weights[i - 1]! <= room) {
        const withItem = best[i - 1]![room - weights[i - 1]!]! + values[i - 1]!;
        if (withItem > best[i]![room]!) best[i]![room] = withItem;
      }
    }
  }
  return best[weights.length]![capacity]!;
}

export function knapsackByHand(weights: number[], values: number[], capacity: number): number {
  const best = new Int32Array(capacity + 1);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    const value = values[i]!;
    for (let room = capacity; room >= weight; room--) {
      const withItem = best[room - weight]! + value;
      if (withItem > best[room]!) best[room] = withItem;
    }
  }
  return best[capacity]!;
}
