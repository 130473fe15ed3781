// The machine and the Node that measured, as names and values; only what is known.
import type { Environment } from '../model/report.ts';
import { formatBytes, formatCount } from './format-duration.ts';

export interface EnvironmentFact {
  readonly name: string;
  readonly value: string;
}

export function environmentFacts(environment: Environment): readonly EnvironmentFact[] {
  const { power, limits, load, nodeFlags, droppedNodeOptions } = environment;
  const governor = [power?.governor, power?.driver === undefined ? undefined : `(${power.driver})`];
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Node', `${environment.node}${environment.runtime === 'electron' ? ' (VS Code’s own runtime)' : ''}`],
    ['V8', environment.v8],
    ['Path', environment.nodePath],
    ['Flags', nodeFlags === undefined || nodeFlags.length === 0 ? undefined : nodeFlags.join(' ')],
    ['NODE_OPTIONS', droppedNodeOptions === true ? 'set, not given to the benchmark' : undefined],
    ['Processor', `${environment.cpu}, ${cores(environment.cores)}`],
    ['Governor', power?.governor === undefined ? undefined : governor.filter((part) => part !== undefined).join(' ')],
    ['Power', power?.onBattery === undefined ? undefined : power.onBattery ? 'battery' : 'mains'],
    ['Memory', environment.memoryBytes === undefined ? undefined : formatBytes(environment.memoryBytes)],
    ['Container', limits === undefined ? undefined : shownLimits(limits)],
    [
      'Load',
      load === undefined
        ? undefined
        : `${load.atStart.toFixed(1)} before${load.atEnd === undefined ? '' : `, ${load.atEnd.toFixed(1)} after`}`,
    ],
    ['System', environment.os],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function shownLimits({ cpus, memoryBytes }: NonNullable<Environment['limits']>): string {
  return [
    ...(cpus === undefined ? [] : [`at most ${cores(cpus)}`]),
    ...(memoryBytes === undefined ? [] : [`at most ${formatBytes(memoryBytes)}`]),
  ].join(', ');
}

function cores(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'core' : 'cores'}`;
}
