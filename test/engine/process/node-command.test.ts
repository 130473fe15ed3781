import { describe, expect, it } from 'vitest';
import { benchmarkEnvironment, nodeArguments } from '../../../src/engine/process/node-command.ts';

const BASE = {
  runtime: 'node',
  heapMb: 512,
  sourceMaps: false,
  allowWrite: ['/data/a', '/data/a/b', '/data/ab', '/data/a'],
} as const;

describe('starting Node', () => {
  it('uses the permission model under the name that this Node knows', () => {
    const recent = nodeArguments({
      ...BASE,
      flags: new Set(['--permission', '--experimental-permission', '--allow-worker', '--allow-net']),
    });
    expect(recent).toEqual([
      '--max-old-space-size=512',
      '--no-warnings',
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-net',
      '--allow-fs-write=/data/a/*',
      '--allow-fs-write=/data/ab/*',
    ]);
    expect(nodeArguments({ ...BASE, flags: new Set(['--experimental-permission']) })).toContain(
      '--experimental-permission',
    );
    expect(nodeArguments({ ...BASE, flags: new Set() })).toEqual(['--max-old-space-size=512', '--no-warnings']);
  });

  it('never grants starting processes', () => {
    const all = nodeArguments({ ...BASE, flags: new Set(['--permission', '--allow-child-process']) });
    expect(all).not.toContain('--allow-child-process');
  });

  it('switches V8’s profiler on only where a log is asked for, and leaves out compilers only where lines are wanted', () => {
    const profiled = (detail: 'lines' | 'tiers') =>
      nodeArguments({ ...BASE, flags: new Set(), codeLog: { file: '/scratch/code.log', detail } });
    expect(profiled('tiers')).toEqual(expect.arrayContaining(['--prof', '--log-deopt', '--logfile=/scratch/code.log']));
    expect(profiled('tiers').join()).not.toContain('maglev');
    expect(profiled('lines')).toEqual(expect.arrayContaining(['--no-maglev', '--no-sparkplug']));
    expect(nodeArguments({ ...BASE, flags: new Set() }).join()).not.toContain('prof');
  });

  it('keeps the environment of the user but for what an editor or debugger put there', () => {
    const inherited = {
      PATH: '/bin',
      NODE_EXTRA_CA_CERTS: '/ca',
      NODE_OPTIONS: '--inspect',
      VSCODE_PID: '1',
      ELECTRON_RUN_AS_NODE: '1',
      NODE_V8_COVERAGE: '/c',
    };
    expect(benchmarkEnvironment(inherited, 'node')).toEqual({ PATH: '/bin', NODE_EXTRA_CA_CERTS: '/ca' });
    expect(benchmarkEnvironment(inherited, 'electron')).toMatchObject({ ELECTRON_RUN_AS_NODE: '1' });
    expect(benchmarkEnvironment({}, 'node', '/scratch')).toEqual({
      TMPDIR: '/scratch',
      TMP: '/scratch',
      TEMP: '/scratch',
    });
  });
});
