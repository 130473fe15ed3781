/** Where to cut the values in two so that the labels on both sides differ most. */
export function bestSplit(values: number[], labels: number[]) {
  let best = { index: -1, score: -Infinity };
  for (let i = 1; i < values.length; i++) {
    let left = 0;
    let right = 0;
    for (let j = 0; j < values.length; j++) {
      if (values[j]! < values[i]!) left += labels[j]!;
      else right += labels[j]!;
    }
    const score = (left * left) / i + (right * right) / (values.length - i);
    if (score > best.score) best = { index: i, score };
  }
  return best;
}
