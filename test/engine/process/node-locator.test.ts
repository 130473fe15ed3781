import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SpeedlensFailure } from '../../../src/engine/failures.ts';
import { findNode, type NodeSurroundings } from '../../../src/engine/process/node-locator.ts';

let root: string;
let project: string;
/** A folder whose `node` is this Node, one whose `node` says it is Node 18, and one whose `node` is nothing at all. */
let good: string;
let old: string;
let broken: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-locator-')));
  project = path.join(root, 'project', 'src');
  await mkdir(project, { recursive: true });
  good = await script('good/node', `exec '${process.execPath}' "$@"`);
  const facts = JSON.stringify({
    node: 'v18.20.0',
    v8: '10',
    cpu: 'x',
    cores: 1,
    os: 'x',
    flags: [],
    realPath: '/old/node',
  });
  old = await script('old/node', `echo '${facts}'`);
  broken = await script('broken/node', 'exit 1');
});
afterAll(() => rm(root, { recursive: true }));

async function script(name: string, body: string): Promise<string> {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return path.dirname(file);
}

function surroundings(folders: readonly string[], more: Partial<NodeSurroundings> = {}): NodeSurroundings {
  return {
    environment: { PATH: folders.join(':') },
    platform: 'linux',
    ownRuntime: { path: process.execPath, isElectron: false },
    pathRetries: 1,
    retryDelayMs: 1,
    shellDeadlineMs: 5000,
    ...more,
  };
}

async function failureOf(search: Promise<unknown>): Promise<SpeedlensFailure> {
  const error = await search.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SpeedlensFailure)) throw new Error(`no failure but ${String(error)}`);
  return error;
}

describe('finding a Node', () => {
  it('takes the configured one before any other, and names the executable behind a shim', async () => {
    const found = await findNode({ configured: path.join(good, 'node'), folder: project }, surroundings([old]));
    expect(found).toEqual({ path: process.execPath, version: process.version, runtime: 'node', notes: [] });
  });

  it('fails when the configured one does not run or is too old, without taking another', async () => {
    const missing = await failureOf(findNode({ configured: '/no/such/node', folder: project }, surroundings([good])));
    expect(missing.code).toBe('configured-node-unusable');
    const tooOld = await failureOf(
      findNode({ configured: path.join(old, 'node'), folder: project }, surroundings([good])),
    );
    expect(tooOld).toMatchObject({ code: 'node-too-old', exitStatus: 3 });
    expect(tooOld.message).toContain('v18.20.0');
  });

  it('takes the first on PATH that runs and is recent enough', async () => {
    const found = await findNode({ folder: project }, surroundings([path.join(root, 'nowhere'), broken, old, good]));
    expect(found).toMatchObject({ path: process.execPath, notes: [] });
  });

  it('asks the login shell when PATH has none, whatever its start-up files print', async () => {
    const shell = path.join(
      await script('shell/sh', `echo 'welcome!'; echo "$4" > /dev/null; PATH='${good}' eval "$3"; echo bye`),
      'sh',
    );
    const found = await findNode({ folder: project, shell }, surroundings([broken]));
    expect(found.path).toBe(process.execPath);
    expect(found.notes).toEqual(['Node was found through the login shell, not on PATH.']);
  });

  it('gives up on a login shell that hangs', async () => {
    const shell = path.join(await script('slow/sh', 'exec sleep 20'), 'sh');
    const found = await findNode({ folder: project, shell }, surroundings([], { shellDeadlineMs: 200 }));
    expect(found.notes[0]).toMatch(/No Node was found on PATH/);
  });

  it('falls back to Electron only when nothing else is there, and says so', async () => {
    const own = { path: process.execPath, isElectron: true };
    const found = await findNode({ folder: project, shell: '' }, surroundings([], { ownRuntime: own }));
    expect(found.runtime).toBe('electron');
    expect(found.notes[0]).toMatch(/Electron/);
  });

  it('says that the only Node is too old instead of measuring another runtime', async () => {
    expect((await failureOf(findNode({ folder: project }, surroundings([old])))).code).toBe('node-too-old');
  });

  it('fails when there is no Node at all', async () => {
    const own = { path: '/no/such/runtime', isElectron: true };
    expect((await failureOf(findNode({ folder: project }, surroundings([], { ownRuntime: own })))).code).toBe(
      'node-not-found',
    );
  });

  it.each([
    ['.nvmrc', 'v16.13\n', true],
    ['.node-version', process.version.slice(1), false],
    ['.nvmrc', `${process.version.slice(1).split('.')[0]}\n`, false],
    ['.nvmrc', 'lts/*', false],
    ['package.json', '{ "volta": { "node": "16.0.0" } }', true],
    ['package.json', '{ broken', false],
  ])('compares with %s saying %j', async (name, content, warns) => {
    const file = path.join(root, 'project', name);
    await writeFile(file, content);
    const found = await findNode({ folder: project }, surroundings([good]));
    await rm(file);
    expect(found.notes.length).toBe(warns ? 1 : 0);
    if (warns) expect(found.notes[0]).toContain(`${file} asks for Node 16`);
  });
});
