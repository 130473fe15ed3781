// Where the time of a call goes that hands work to threads, in sentences for all surfaces; the last one says what dominates.
import type { DataMovement, StrategyResult } from '../model/report.ts';
import { formatDuration, formatPercent } from './format-duration.ts';

/** Undefined for results without threads. */
export function movementSentence({ movement }: StrategyResult): string | undefined {
  if (movement === undefined) return undefined;
  const { tasks, threads, sendNs, computeNs, receiveNs, callerNs, callNs, spawnMs } = movement;
  const parts = `${tasks === 1 ? '1 part' : `${tasks} parts`} on ${threads === 1 ? '1 thread' : `${threads} threads`}`;
  return [
    `Where a call's ${formatDuration(callNs)} go (${parts}, times of the parts added up):`,
    `sending ${formatDuration(sendNs)}, computing ${formatDuration(computeNs)}, receiving ${formatDuration(receiveNs)};`,
    `cutting and joining in the thread that calls ${formatDuration(callerNs)}.`,
    `Starting the threads took ${formatDuration(spawnMs * 1e6)}, once.`,
    dominatingSentence(movement),
  ].join(' ');
}

function dominatingSentence({ sendNs, computeNs, receiveNs, callerNs }: DataMovement): string {
  const shares: readonly (readonly [string, number])[] = [
    ['Sending', sendNs],
    ['Computing', computeNs],
    ['Receiving', receiveNs],
    ['The thread that calls', callerNs],
  ];
  const total = shares.reduce((sum, [, time]) => sum + time, 0);
  const [what, time] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? ['Computing', 0];
  return `${what} dominates (${formatPercent(total === 0 ? 0 : time / total)}).`;
}
