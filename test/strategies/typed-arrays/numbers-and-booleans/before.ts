export function mixed(text: string): number {
  const a = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i] = text[i] === 'x';
  return a.length;
}
