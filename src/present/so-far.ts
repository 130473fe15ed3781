// Figures of a run that goes on, before anything is judged.
import type { SoFar } from '../model/progress.ts';
import { formatRatio } from './format-duration.ts';

/** 'about 13x after 1 round, not judged yet' */
export function soFarWords({ ratio, rounds }: SoFar): string {
  return `about ${roughly(ratio)} after ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, not judged yet`;
}

/** 'webassembly about 13x, workers about 1.4x': those that seem faster, the best first; empty when none does. */
export function soFarInShort(soFar: readonly SoFar[]): string {
  return soFar
    .filter(({ ratio }) => ratio >= 1.05)
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ strategy, ratio }) => `${strategy} about ${roughly(ratio)}`)
    .join(', ');
}

/** Few rounds tell two digits at most. */
function roughly(ratio: number): string {
  const rough = Number(ratio.toPrecision(2));
  return rough >= 1 && rough < 10_000 ? `${rough}x` : formatRatio(rough);
}
