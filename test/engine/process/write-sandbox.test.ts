// A benchmark may write to its own temporary folder and nowhere else, whatever it writes with: each way is tried on a folder of its own elsewhere, which
// has to be what it was. The same ways work in the temporary folder, so that none fails for another reason.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchmarkProcesses, createBenchmarkProcesses } from '../../../src/engine/process/benchmark-process.ts';
import { type BundledChild, bundleChild } from '../../support/bundle-child.ts';
import { type VariantFolder, variantFolder } from './write-variant.ts';

/** Statements of an asynchronous function. `at` makes the path of a file in a folder that has `old` and `other` in it. */
const ways: Readonly<Record<string, string>> = {
  writeFileSync: `fs.writeFileSync(at('new'), 'x')`,
  'writeFileSync over a file': `fs.writeFileSync(at('old'), 'x')`,
  'writeFileSync by an address': `fs.writeFileSync(pathToFileURL(at('new')), 'x')`,
  'writeFileSync by bytes': `fs.writeFileSync(Buffer.from(at('new')), 'x')`,
  'writeFileSync by a way around': `fs.writeFileSync(tmpdir() + '/' + path.relative(tmpdir(), at('new')), 'x')`,
  'writeFileSync from another folder': `process.chdir(path.dirname(at('new'))); fs.writeFileSync('new', 'x')`,
  appendFileSync: `fs.appendFileSync(at('old'), 'x')`,
  'openSync to write': `fs.writeSync(fs.openSync(at('old'), 'r+'), 'x')`,
  truncateSync: `fs.truncateSync(at('old'))`,
  rmSync: `fs.rmSync(at('old'))`,
  unlinkSync: `fs.unlinkSync(at('old'))`,
  renameSync: `fs.renameSync(at('old'), at('moved'))`,
  copyFileSync: `fs.copyFileSync(at('old'), at('other'))`,
  cpSync: `fs.cpSync(at('old'), at('copied'))`,
  mkdirSync: `fs.mkdirSync(at('folder'))`,
  mkdtempSync: `fs.mkdtempSync(at('folder-'))`,
  linkSync: `fs.linkSync(at('old'), at('linked'))`,
  'the callback form': `await util.promisify(fs.writeFile)(at('new'), 'x')`,
  'fs/promises': `await fsp.writeFile(at('new'), 'x')`,
  'fs/promises append': `await fsp.appendFile(at('old'), 'x')`,
  'fs/promises open': `await (await fsp.open(at('old'), 'w')).close()`,
  'fs/promises rm': `await fsp.rm(at('old'))`,
  'fs/promises rename': `await fsp.rename(at('old'), at('moved'))`,
  'a stream': `await stream.pipeline(stream.Readable.from(['x']), fs.createWriteStream(at('new')))`,
  'a stream that appends': `await stream.pipeline(stream.Readable.from(['x']), fs.createWriteStream(at('old'), { flags: 'a' }))`,
  'a worker thread': `await inWorker("require('node:fs').writeFileSync(require('node:worker_threads').workerData, 'x')", at('new'))`,
  'a worker thread, with promises': `await inWorker("require('node:fs/promises').appendFile(require('node:worker_threads').workerData, 'x')", at('old'))`,
};

/** Ways out of the temporary folder, which make no sense inside of it. */
const waysOut: Readonly<Record<string, string>> = {
  'a link to the folder': `fs.symlinkSync(path.dirname(at('old')), tmpdir() + '/out'); fs.writeFileSync(tmpdir() + '/out/new', 'x')`,
  'a link to a file': `fs.symlinkSync(at('old'), tmpdir() + '/old'); fs.appendFileSync(tmpdir() + '/old', 'x')`,
  'a relative link': `process.chdir(tmpdir()); fs.symlinkSync(path.relative(tmpdir(), at('old')), 'relative'); fs.appendFileSync('relative', 'x')`,
  'a link by fs/promises': `await fsp.symlink(at('old'), tmpdir() + '/promised'); await fsp.appendFile(tmpdir() + '/promised', 'x')`,
  'a second name': `fs.linkSync(at('old'), tmpdir() + '/second'); fs.appendFileSync(tmpdir() + '/second', 'x')`,
  'a shell': `child.execSync('echo x >> ' + at('old'))`,
  'a process': `child.execFileSync(process.execPath, ['-e', 'fs.writeFileSync(process.argv[1], "x")', at('new')])`,
  'a process that is spawned': `await new Promise((resolve, reject) => child.spawn('touch', [at('new')]).on('error', reject).on('exit', resolve))`,
  'a fork': `await new Promise((resolve, reject) => child.fork(at('old'), { execArgv: [] }).on('error', reject).on('exit', resolve))`,
  'a report': `process.report.writeReport(at('report.json'))`,
};

const preamble = `
import * as fs from 'node:fs'; import * as fsp from 'node:fs/promises'; import * as child from 'node:child_process';
import { Worker } from 'node:worker_threads'; import { pathToFileURL } from 'node:url'; import { tmpdir } from 'node:os';
import * as util from 'node:util'; import path from 'node:path'; import { Readable } from 'node:stream'; import { pipeline } from 'node:stream/promises';
const stream = { Readable, pipeline };
const inWorker = (code, workerData) => new Promise((resolve, reject) => {
  new Worker(code, { eval: true, workerData }).on('error', reject).on('exit', resolve);
});
export const inputs = { sizes: [1], args: () => [] };
`;

let bundled: BundledChild;
let variants: VariantFolder;
let parent: string;
/** The one folder that is granted: what came of the ways is told in it. */
let answers: string;
let processes: BenchmarkProcesses;

beforeAll(async () => {
  bundled = await bundleChild();
  variants = await variantFolder();
  parent = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-sandbox-')));
  answers = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-answers-')));
  processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: bundled.entry,
    temporaryFolder: parent,
    allowWrite: [answers],
  });
});

afterAll(async () => {
  await processes.dispose();
  await Promise.all([
    bundled.remove(),
    variants.remove(),
    ...[parent, answers].map((one) => rm(one, { recursive: true })),
  ]);
});

/** What each way in turn came to: a code or message of an error, or 'done'. `folderOf`: code that gives the folder of `name`. */
async function tryAll(
  tries: Readonly<Record<string, string>>,
  folderOf: string,
  told: string,
): Promise<Record<string, string>> {
  const functions = Object.entries(tries).map(([name, way]) => `${JSON.stringify(name)}: async (at) => { ${way}; }`);
  const variant = await variants.write(`${preamble}
const ways = { ${functions.join(',\n')} };
const contents = (folder) => fs.readdirSync(folder).sort().map((name) => {
  const file = path.join(folder, name);
  return name + (fs.lstatSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '');
}).join();
export const call = async () => {
  const told = {};
  for (const [name, way] of Object.entries(ways)) {
    const folder = ${folderOf};
    const before = contents(folder);
    try { await way((file) => path.join(folder, file)); told[name] = 'done'; }
    catch (error) { told[name] = String(error.code ?? error.message); }
    if (contents(folder) !== before) told[name] = 'changed';
  }
  fs.writeFileSync(${JSON.stringify(path.join(answers, told))}, JSON.stringify(told));
};`);
  const task = { kind: 'observe', variant, seed: 1, caseIndex: 0 } as const;
  const outcome = await processes.run(task, { deadlineMs: 60_000, signal: new AbortController().signal });
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return JSON.parse(await readFile(path.join(answers, told), 'utf8')) as Record<string, string>;
}

/** Names with their contents, kinds and modes. */
function contentsOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      const stats = lstatSync(file);
      return `${name} ${stats.mode} ${stats.isFile() ? readFileSync(file, 'utf8') : ''}`;
    });
}

test('outside of the temporary folder nothing is written', async () => {
  const tries = { ...ways, ...waysOut };
  const elsewhere = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-elsewhere-')));
  try {
    for (const name of Object.keys(tries)) {
      const folder = path.join(elsewhere, name.replaceAll('/', ' '));
      await mkdir(folder);
      for (const file of ['old', 'other']) await writeFile(path.join(folder, file), `// ${file}\n`);
    }
    const before = contentsOf(elsewhere);
    const folderOf = `path.join(${JSON.stringify(elsewhere)}, name.replaceAll('/', ' '))`;
    const told = await tryAll(tries, folderOf, 'elsewhere.json');
    expect(Object.keys(told)).toEqual(Object.keys(tries));
    expect(Object.entries(told).filter(([, answer]) => answer === 'changed')).toEqual([]);
    expect(contentsOf(elsewhere)).toEqual(before);
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});

test('in the temporary folder each of them writes', async () => {
  const folderOf = `(() => {
    const made = fs.mkdtempSync(path.join(tmpdir(), 'way-'));
    for (const file of ['old', 'other']) fs.writeFileSync(path.join(made, file), '// ' + file + '\\n');
    return made;
  })()`;
  const told = await tryAll(ways, folderOf, 'temporary.json');
  expect(Object.entries(told).filter(([, answer]) => answer !== 'changed')).toEqual([]);
});
