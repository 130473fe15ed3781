export function compute(text: string): unknown {
  return eval(text);
}
