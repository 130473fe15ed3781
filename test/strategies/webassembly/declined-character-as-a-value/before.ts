export function joined(text: string, n: number): number {
  let last = '';
  for (let i = 0; i < n; i++) for (let j = 0; j < text.length; j++) last = text[j];
  return last.length;
}
