// Facts about machines, from the files as they stand on real ones.
import { describe, expect, it } from 'vitest';
import { machineNotes, shownNodeFlags } from '../../../src/engine/judge/machine-notes.ts';
import {
  containerLimits,
  linuxPower,
  macPower,
  type SystemFiles,
  thisMachine,
} from '../../../src/engine/process/machine-facts.ts';
import { busiestProgram, processTimes } from '../../../src/engine/process/other-processes.ts';
import { SCRIPTED_ENVIRONMENT } from '../../support/scripted-runner.ts';

function files(contents: Readonly<Record<string, string>>): SystemFiles {
  return {
    read: (file) => contents[file],
    list: (folder) => [
      ...new Set(
        Object.keys(contents)
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
  };
}

const frequency = '/sys/devices/system/cpu/cpu0/cpufreq';
const supply = '/sys/class/power_supply';

describe('power', () => {
  it('of a laptop on its battery with a slow governor', () => {
    const laptop = files({
      [`${frequency}/scaling_governor`]: 'powersave',
      [`${frequency}/scaling_driver`]: 'acpi-cpufreq',
      [`${supply}/AC/type`]: 'Mains',
      [`${supply}/AC/online`]: '0',
      [`${supply}/BAT0/type`]: 'Battery',
      [`${supply}/BAT0/status`]: 'Discharging',
    });
    expect(linuxPower(laptop)).toEqual({ governor: 'powersave', driver: 'acpi-cpufreq', onBattery: true });
  });

  it('of a desktop whose mouse has a battery is not that of a battery', () => {
    const mouse = { [`${supply}/hid/type`]: 'Battery', [`${supply}/hid/scope`]: 'Device' };
    expect(linuxPower(files({ ...mouse, [`${supply}/hid/status`]: 'Discharging' }))).toBeUndefined();
  });

  it('of a laptop that is plugged in while its battery is full', () => {
    const pluggedIn = {
      [`${supply}/ADP1/type`]: 'Mains',
      [`${supply}/ADP1/online`]: '1',
      [`${supply}/BAT1/type`]: 'Battery',
      [`${supply}/BAT1/status`]: 'Full',
    };
    expect(linuxPower(files(pluggedIn))).toEqual({ onBattery: false });
  });

  it('of a container without these files is unknown', () => {
    expect(linuxPower(files({}))).toBeUndefined();
  });

  it('of a Mac is what pmset says', () => {
    expect(macPower("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t81%; discharging")).toEqual({
      onBattery: true,
    });
    expect(macPower("Now drawing from 'AC Power'")).toEqual({ onBattery: false });
    expect(macPower(undefined)).toBeUndefined();
  });
});

describe('limits of a container', () => {
  it('are the tightest on the way to the root, version 2', () => {
    const container = files({
      '/proc/self/cgroup': '0::/user.slice/run-1.scope',
      '/sys/fs/cgroup/user.slice/cpu.max': '150000 100000',
      '/sys/fs/cgroup/user.slice/run-1.scope/cpu.max': 'max 100000',
      '/sys/fs/cgroup/user.slice/run-1.scope/memory.max': '536870912',
    });
    expect(containerLimits(container)).toEqual({ cpus: 1.5, memoryBytes: 536_870_912 });
  });

  it('are read at the mount itself when the group is not to be seen from inside', () => {
    const container = files({ '/proc/self/cgroup': '0::/', '/sys/fs/cgroup/cpu.max': '50000 100000' });
    expect(containerLimits(container)).toEqual({ cpus: 0.5 });
  });

  it('are read in version 1 as well, where a huge number means none', () => {
    const container = files({
      '/proc/self/cgroup': '4:memory:/docker/ab\n3:cpu,cpuacct:/docker/ab',
      '/sys/fs/cgroup/cpu/docker/ab/cpu.cfs_quota_us': '200000',
      '/sys/fs/cgroup/cpu/docker/ab/cpu.cfs_period_us': '100000',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
    });
    expect(containerLimits(container)).toEqual({ cpus: 2 });
  });

  it('are none without any', () => {
    expect(
      containerLimits(files({ '/proc/self/cgroup': '0::/', '/sys/fs/cgroup/cpu.max': 'max 100000' })),
    ).toBeUndefined();
    expect(containerLimits(files({}))).toBeUndefined();
  });
});

describe('the busiest other program', () => {
  const stat = (id: number, name: string, parent: number, ticks: number) => ({
    [`/proc/${id}/stat`]: `${id} (${name}) S ${parent} 1 1 0 -1 0 0 0 0 0 ${ticks} 0 0 0 20 0`,
  });

  it('is named with its share, all its processes together, and is never one of ours', () => {
    const before = processTimes(files({ ...stat(10, 'speedlens', 1, 5), ...stat(20, 'tsc (watch) x', 1, 100) }));
    const after = processTimes(
      files({
        ...stat(10, 'speedlens', 1, 900),
        ...stat(11, 'node', 10, 0),
        ...stat(12, 'node', 11, 1900),
        ...stat(20, 'tsc (watch) x', 1, 150),
        ...stat(21, 'tsc (watch) x', 20, 10),
        ...stat(30, 'editor', 1, 55),
        ...stat(31, 'idle', 1, 0),
      }),
    );
    expect(busiestProgram(before, after, 10, 1000)).toEqual({ name: 'tsc (watch) x', processes: 2, share: 0.6 });
  });

  it('is nobody where there is no such list', () => {
    expect(busiestProgram(processTimes(files({})), processTimes(files({})), 10, 1000)).toBeUndefined();
  });
});

describe('this machine', () => {
  it('has memory and a load that can be read without any of it failing', async () => {
    const machine = thisMachine();
    const load = machine.watchLoad();
    const facts = await machine.facts();
    expect(facts.memoryBytes).toBeGreaterThan(1e8);
    expect(load().cores).toBeGreaterThan(0);
  });
});

describe('notes on the machine', () => {
  const notes = (more: Partial<typeof SCRIPTED_ENVIRONMENT>) => machineNotes({ ...SCRIPTED_ENVIRONMENT, ...more });

  it('name what slows it down, with what to do', () => {
    expect(notes({})).toEqual([]);
    expect(notes({ power: { governor: 'performance', onBattery: false }, limits: { cpus: 2 } })).toEqual([]);
    expect(notes({ power: { onBattery: true } })[0]).toContain('plug it in');
    expect(notes({ power: { governor: 'powersave', driver: 'acpi-cpufreq' } })[0]).toContain('`powersave`');
    expect(notes({ limits: { cpus: 0.5 } })[0]).toContain('0.50 of a processor');
    expect(notes({ droppedNodeOptions: true })[0]).toContain('NODE_OPTIONS');
  });

  it('leave the ordinary governor of the Intel and AMD drivers alone', () => {
    expect(notes({ power: { governor: 'powersave', driver: 'intel_pstate' } })).toEqual([]);
    expect(notes({ power: { governor: 'powersave', driver: 'amd-pstate-epp' } })).toEqual([]);
  });

  it('show the switches of Node without the folders that they grant', () => {
    expect(
      shownNodeFlags([
        '--no-warnings',
        '--allow-fs-write=/home/x/*',
        '--allow-fs-write=/tmp/*',
        '--max-old-space-size=64',
      ]),
    ).toEqual(['--no-warnings', '--allow-fs-write', '--max-old-space-size=64']);
  });
});
