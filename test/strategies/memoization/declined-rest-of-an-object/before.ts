export function total({ first, ...others }: { first: number; [name: string]: number }): number {
  let sum = first;
  for (const name of Object.keys(others)) sum += others[name] ?? 0;
  return sum;
}
