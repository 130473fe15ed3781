// What threads would make of the same work on more cores, from the two times measured on this machine: all of the original's time is taken to be work that
// is spread evenly, and what is left of the rewrite's time to be handing over, which stays. That is the best case; the sentence says so.
import type { Reason } from '../../model/reason.ts';
import type { Comparison } from './estimate-measurements.ts';

const CORES = [4, 8, 16];

/** `pieces`: what the size counts, when it is known to count what is handed out. Undefined where the machine has as many cores or threads share one. */
export function moreCores(headline: Comparison, cores: number, pieces: string | undefined): readonly Reason[] {
  const [whole, spread] = [headline.baselineTime.value, headline.candidateTime.value];
  const more = CORES.filter((count) => count > cores);
  if (cores < 2 || more.length === 0) return [];
  const handingOver = Math.max(0, spread - whole / cores);
  const ratios = more.map((count) => `${(whole / (handingOver + whole / count)).toPrecision(2)}x`);
  const message = `On ${listed(more.map(String))} cores at most ${listed(ratios)} can be expected at ${headline.label}: that takes all of the original’s time for work that is spread evenly, and handing over (here ${percent(handingOver / spread)} of the time) to stay what it is.`;
  return [{ code: 'W17', message }, ...(spread > whole ? leastWork(headline, handingOver, cores, pieces) : [])];
}

/** From which work per piece on it would pay: where the share that the other cores take off outweighs the handing over. */
function leastWork(
  { size, label, baselineTime }: Comparison,
  handingOver: number,
  cores: number,
  pieces: string | undefined,
): readonly Reason[] {
  const isOfPieces = size !== undefined && pieces !== undefined;
  const count = isOfPieces ? size : 1;
  const unit = isOfPieces ? pieces.replace(/s$/, '') : 'call';
  const needed = handingOver / (1 - 1 / cores) / count;
  const message = `On these ${cores} cores it would pay from about ${shownTime(needed)} of work per ${unit} on; at ${label} there are ${shownTime(baselineTime.value / count)}.`;
  return [{ code: 'W18', message, unlock: 'Hand more work over at once.' }];
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function shownTime(nanoseconds: number): string {
  const rounded = Number(nanoseconds.toPrecision(2));
  if (rounded >= 1e6) return `${rounded / 1e6} ms`;
  return rounded >= 1000 ? `${rounded / 1000} µs` : `${rounded} ns`;
}
