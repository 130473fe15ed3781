export function mark(n: number): symbol {
  let text = '';
  for (let i = 0; i < n; i++) text += '*';
  return Symbol.for(text);
}
