export function flattened(parts: readonly (number | number[])[]): number[] {
  let all: number[] = [];
  for (const part of parts) all = all.concat(part);
  return all;
}
