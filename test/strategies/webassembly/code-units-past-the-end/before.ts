export function lookAhead(text: string, rounds: number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < text.length; i++) {
      const next = text.charCodeAt(i + 1);
      sum += next > 0 ? next : 1;
    }
  }
  return sum;
}
