/** A text of the pieces. */
export function pieces(left: number, sizes: readonly number[]): string {
  if (left === 0) return 'done\r\n';
  let text = '';
  for (const size of sizes) {
    if (size <= left) text += pieces(left - size, sizes);
  }
  return text;
}
