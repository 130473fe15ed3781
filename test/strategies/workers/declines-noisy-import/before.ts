import { scale } from './noisy.ts';

export function scaled(n: number): number {
  return n * scale;
}
