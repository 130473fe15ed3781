// What the machine is like that measures, read by the engine and never in user code: power, limits, and what else runs. All of it is optional:
// where a system does not tell, nothing is said.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import type { Environment } from '../../model/report.ts';
import { type BusyProgram, busiestProgram, processTimes } from './other-processes.ts';

export type MachineFacts = Pick<Environment, 'power' | 'limits' | 'memoryBytes' | 'droppedNodeOptions'>;

export interface MachineLoad {
  readonly cores: number;
  /** Averages over a minute; absent on Windows, which has none. */
  readonly loadAtStart?: number;
  readonly loadAtEnd?: number;
  /** The program, not started by us, that used the processor most meanwhile. */
  readonly busiest?: BusyProgram;
}

export interface Machine {
  /** Never rejects. */
  facts(): Promise<MachineFacts>;
  /** Begins to watch; the answer tells what went on until it is called. */
  watchLoad(): () => MachineLoad;
}

/** Files by absolute path: undefined for those that cannot be read. */
export interface SystemFiles {
  readonly read: (file: string) => string | undefined;
  readonly list: (folder: string) => readonly string[];
}

const PMSET_DEADLINE_MS = 2000;

export function thisMachine(): Machine {
  return {
    facts: async () => {
      const power = process.platform === 'darwin' ? macPower(await batteryReport()) : linuxPower(realFiles);
      const limits = containerLimits(realFiles);
      return {
        memoryBytes: os.totalmem(),
        ...(power === undefined ? {} : { power }),
        ...(limits === undefined ? {} : { limits }),
        ...(process.env['NODE_OPTIONS'] === undefined ? {} : { droppedNodeOptions: true }),
      };
    },
    watchLoad: () => {
      const start = loadNow();
      const startMs = performance.now();
      const before = processTimes(realFiles);
      return () => {
        const end = loadNow();
        const busiest = busiestProgram(before, processTimes(realFiles), process.pid, performance.now() - startMs);
        return {
          cores: os.availableParallelism(),
          ...(start === undefined ? {} : { loadAtStart: start }),
          ...(end === undefined ? {} : { loadAtEnd: end }),
          ...(busiest === undefined ? {} : { busiest }),
        };
      };
    },
  };
}

/** Of Linux; undefined where neither is to be read, as in most containers. */
export function linuxPower({ read, list }: SystemFiles): Environment['power'] | undefined {
  const frequency = '/sys/devices/system/cpu/cpu0/cpufreq';
  const governor = read(`${frequency}/scaling_governor`);
  const driver = read(`${frequency}/scaling_driver`);
  const supplies = '/sys/class/power_supply';
  const mains: boolean[] = [];
  let isDischarging: boolean | undefined;
  for (const supply of list(supplies)) {
    const type = read(`${supplies}/${supply}/type`);
    if (type === 'Mains') mains.push(read(`${supplies}/${supply}/online`) === '1');
    // Batteries of mice and keyboards are supplies as well.
    if (type === 'Battery' && read(`${supplies}/${supply}/scope`) !== 'Device') {
      isDischarging = isDischarging === true || read(`${supplies}/${supply}/status`) === 'Discharging';
    }
  }
  const onBattery = isDischarging === undefined ? undefined : mains.length > 0 ? !mains.includes(true) : isDischarging;
  if (governor === undefined && onBattery === undefined) return undefined;
  return {
    ...(governor === undefined ? {} : { governor }),
    ...(governor === undefined || driver === undefined ? {} : { driver }),
    ...(onBattery === undefined ? {} : { onBattery }),
  };
}

/** From what `pmset -g batt` prints: "Now drawing from 'Battery Power'". */
export function macPower(batteryReport: string | undefined): Environment['power'] | undefined {
  const source = /drawing from '([^']+)'/.exec(batteryReport ?? '')?.[1];
  return source === undefined ? undefined : { onBattery: source === 'Battery Power' };
}

/** Of control groups, both versions: the tightest limit on the way from our group up to the root. Undefined without any. */
export function containerLimits({ read }: SystemFiles): Environment['limits'] | undefined {
  const groups = (read('/proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'));
  const folders = (controller: string, mount: string): string[] => {
    const path = groups.find(([, names]) => names?.split(',').includes(controller) === true)?.[2] ?? '/';
    const parts = path.split('/').filter((part) => part !== '');
    return [...parts.keys(), parts.length].map((depth) => [mount, ...parts.slice(0, depth)].join('/'));
  };
  const cpus = [
    ...folders('', '/sys/fs/cgroup').map((folder) => quota(...(read(`${folder}/cpu.max`) ?? '').split(' '))),
    ...folders('cpu', '/sys/fs/cgroup/cpu').map((folder) =>
      quota(read(`${folder}/cpu.cfs_quota_us`), read(`${folder}/cpu.cfs_period_us`)),
    ),
  ].filter((found) => found !== undefined);
  const memory = [
    ...folders('', '/sys/fs/cgroup').map((folder) => read(`${folder}/memory.max`)),
    ...folders('memory', '/sys/fs/cgroup/memory').map((folder) => read(`${folder}/memory.limit_in_bytes`)),
  ]
    .map(Number)
    // Version 1 says "none" with a number near 2^63.
    .filter((bytes) => Number.isFinite(bytes) && bytes > 0 && bytes < 2 ** 60);
  if (cpus.length === 0 && memory.length === 0) return undefined;
  return {
    ...(cpus.length === 0 ? {} : { cpus: Math.min(...cpus) }),
    ...(memory.length === 0 ? {} : { memoryBytes: Math.min(...memory) }),
  };
}

/** Microseconds of processor time in each period: cores. 'max' and -1 mean none. */
function quota(allowed?: string, period?: string): number | undefined {
  const cores = Number(allowed) / Number(period);
  return Number.isFinite(cores) && cores > 0 ? cores : undefined;
}

/** Zero is what Node answers where there are no such averages. */
function loadNow(): number | undefined {
  return process.platform === 'win32' ? undefined : os.loadavg()[0];
}

function batteryReport(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('/usr/bin/pmset', ['-g', 'batt'], { timeout: PMSET_DEADLINE_MS, encoding: 'utf8' }, (error, stdout) =>
      resolve(error === null ? stdout : undefined),
    );
  });
}

const realFiles: SystemFiles = {
  read: (file) => {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      // Not there, or not for us: the fact is unknown.
      return undefined;
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};
