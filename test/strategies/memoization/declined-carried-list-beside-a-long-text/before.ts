/** A text over several lines must stay where it is. */
export function pieces(left: number, sizes: readonly number[]): string {
  if (left === 0) return `done
`;
  let text = '';
  for (const size of sizes) {
    if (size <= left) text += pieces(left - size, sizes);
  }
  return text;
}
