export function counter(start: number): () => number {
  let n = start;
  return () => n++;
}
