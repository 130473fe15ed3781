export function tagged(tag: symbol, text: string): string {
  return `${String(tag)}${text}`;
}
