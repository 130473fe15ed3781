export function parse(text: string): unknown {
  return JSON.parse(text);
}
