// What about the machine makes figures less reliable, one sentence each.
import type { Environment } from '../../model/report.ts';

/** With these drivers 'powersave' is the ordinary setting, which still goes up to full speed. */
const driversWithOwnScaling = ['intel_pstate', 'amd-pstate', 'amd-pstate-epp'];

export function machineNotes({ power, limits, droppedNodeOptions }: Environment): readonly string[] {
  const notes: string[] = [];
  if (power?.onBattery === true) {
    notes.push('The machine runs on battery, where the processor may be slowed down at any time: plug it in.');
  }
  if (power?.governor === 'powersave' && !driversWithOwnScaling.includes(power.driver ?? '')) {
    notes.push(
      'The frequency governor is `powersave`, which keeps the processor slow: figures are not those of full speed. Choose `performance` for benchmarks.',
    );
  }
  if (limits?.cpus !== undefined && limits.cpus < 1) {
    notes.push(
      `The container may use ${limits.cpus.toFixed(2)} of a processor: it is stopped for a part of every period, which lengthens some samples. Give it a whole one.`,
    );
  }
  if (droppedNodeOptions === true) {
    notes.push('`NODE_OPTIONS` is set here and was not given to the benchmark.');
  }
  return notes;
}

/** Switches for a reader: what a path was granted for says nothing, and the paths are those of this machine. */
export function shownNodeFlags(flags: readonly string[]): readonly string[] {
  return [...new Set(flags.map((flag) => flag.replace(/^(--allow-[a-z-]+)=.*$/, '$1')))];
}
