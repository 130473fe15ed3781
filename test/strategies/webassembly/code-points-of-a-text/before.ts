export function count(text: string, rounds: number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round++) for (const character of text) if (character === 'a') sum++;
  return sum;
}
