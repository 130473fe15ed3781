// Seeded randomness for everything that must repeat: inputs of cases, the shuffled schedule, simulations. Pure; owns no state but the
// returned closures. Not for secrets.
import type { RandomSource } from '../../model/variant.ts';

/**
 * A generator whose numbers depend on all the parts and on nothing else, 0 <= x < 1 with 32 bits.
 * sfc32 by Chris Doty-Humphrey (PractRand 0.95, "Small Fast Counting"), its 96 bits of state taken from the parts by FNV-1a (Fowler, Noll,
 * Vo) and the finalizer of MurmurHash3 (Appleby); twelve draws are thrown away, as PractRand does, so that near seeds part company.
 */
export function seededRandom(...parts: readonly (string | number)[]): RandomSource {
  const text = JSON.stringify(parts);
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, a ^ 0x9e3779b9);
  let c = hash(text, b ^ 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A new array in an order drawn from `random` (Fisher and Yates, Durstenfeld's form). */
export function shuffled<T>(items: readonly T[], random: RandomSource): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const held = result[last] as T;
    result[last] = result[chosen] as T;
    result[chosen] = held;
  }
  return result;
}

function hash(text: string, start: number): number {
  let value = start | 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
