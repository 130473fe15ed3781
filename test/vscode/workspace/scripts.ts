// Functions that the scripted engine answers for in a way their names tell.
export function pooled(items: readonly number[]): number[] {
  return items.map((item) => item * item);
}

export function shared(): number {
  return 6;
}

export function endless(): number {
  return 1;
}

export function broken(): number {
  return 2;
}

export function crash(): number {
  return 3;
}

export function buggy(): number {
  return 4;
}

export function wrong(): number {
  return 5;
}
