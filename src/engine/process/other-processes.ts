// Which other program was busy while we measured, from /proc; nothing where there is none.
import type { SystemFiles } from './machine-facts.ts';

interface ProcessTime {
  readonly name: string;
  readonly parent: number;
  /** Processor time used since it began, milliseconds. */
  readonly usedMs: number;
}

/** Clock ticks are a hundredth of a second on every Linux. */
const TICK_MS = 10;

export function processTimes({ read, list }: SystemFiles): ReadonlyMap<number, ProcessTime> {
  const times = new Map<number, ProcessTime>();
  for (const entry of list('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = read(`/proc/${entry}/stat`) ?? '';
    // The name stands in parentheses and may hold any character, these too.
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    if (end < 0 || !Number.isFinite(ticks)) continue;
    times.set(Number(entry), {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(fields[1]),
      usedMs: ticks * TICK_MS,
    });
  }
  return times;
}

export interface BusyProgram {
  readonly name: string;
  /** How many processes of that name there were. */
  readonly processes: number;
  /** Of one core, all of them together. */
  readonly share: number;
}

/** Leaves out `own` and all that it started, directly or not. */
export function busiestProgram(
  before: ReadonlyMap<number, ProcessTime>,
  after: ReadonlyMap<number, ProcessTime>,
  own: number,
  elapsedMs: number,
): BusyProgram | undefined {
  const programs = new Map<string, { processes: number; share: number }>();
  for (const [id, { name, usedMs }] of after) {
    const share = (usedMs - (before.get(id)?.usedMs ?? 0)) / elapsedMs;
    if (share <= 0 || isOurs(id, own, after)) continue;
    const program = programs.get(name) ?? { processes: 0, share: 0 };
    programs.set(name, { processes: program.processes + 1, share: program.share + share });
  }
  const [busiest] = [...programs].sort(([, a], [, b]) => b.share - a.share);
  return busiest === undefined ? undefined : { name: busiest[0], ...busiest[1] };
}

function isOurs(id: number, own: number, processes: ReadonlyMap<number, ProcessTime>): boolean {
  for (let at: number | undefined = id; at !== undefined && at > 0; at = processes.get(at)?.parent) {
    if (at === own) return true;
  }
  return false;
}
