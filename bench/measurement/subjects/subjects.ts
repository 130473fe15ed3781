// What the measurement is measured on. Each is a kind of code that is hard to time in its own way.

/** Arithmetic in registers, n steps of about a nanosecond: its time is known from n. Never answers 0. */
export function spin(n: number): number {
  let x = 88172645;
  for (let i = 0; i < n; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  return x;
}

/** The same behind a promise. */
export async function spinAsync(n: number): Promise<number> {
  return spin(n);
}

/** Bistable: runs at one of two speeds, chosen when the process starts. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}

/** Allocates, and hashes strings. */
export function group(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** A callback inside a builtin. */
export function sorted(values: number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** A chain of short-lived arrays. */
export function squaresOfEven(values: number[]): number {
  return values
    .filter((value) => value % 2 === 0)
    .map((value) => value * value)
    .reduce((sum, value) => sum + value, 0);
}

/** All of it in a builtin. */
export function parsed(text: string): unknown {
  return JSON.parse(text);
}

/** Memory more than arithmetic. */
export function sum(values: number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
}

/** A few nanoseconds. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** Two nested loops over a table. */
export function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] as number;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number;
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(above + 1, (row[j - 1] as number) + 1, diagonal + cost);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
