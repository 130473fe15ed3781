export function last(n: number): number {
  let found: number;
  for (let i = 0; i < n; i++) if (i % 7 === 3) found = i;
  // @ts-expect-error It may be unset.
  return found;
}
