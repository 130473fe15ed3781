export interface Line {
  i: number;
  text: string;
  ranks: number[];
}

function weigh(text: string, by: number): number {
  if (text === '') throw new RangeError(`empty: ${by}`);
  let sum = by;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum;
}

export const numbered = (texts: readonly string[], start: number): Line[] =>
  texts.map((text, i) => {
    const ranks = [3, 1, 2].map((i) => i + 1).concat(i * start, -i);
    return { i, text: `${i + start}: ${weigh(text, i)}`, ranks };
  });
