// Where the time of a call goes that hands work to threads, over the processes of one variant at one case. How it is taken is measure/child/data-movement.ts.
import type { DataMovement } from '../../model/report.ts';
import type { MovementAnswer } from '../process/protocol.ts';
import { median } from '../statistics/quantile.ts';

/** Medians; undefined when no process could tell. */
export function dataMovement(label: string, answers: readonly MovementAnswer[]): DataMovement | undefined {
  if (answers.length === 0) return undefined;
  const of = (part: keyof MovementAnswer): number => median(answers.map((answer) => answer[part]));
  return {
    label,
    spawnMs: of('spawnMs'),
    callNs: of('callNs'),
    callerNs: of('callerNs'),
    tasks: Math.round(of('tasks')),
    threads: Math.round(of('threads')),
    sendNs: of('sendNs'),
    computeNs: of('computeNs'),
    receiveNs: of('receiveNs'),
  };
}
