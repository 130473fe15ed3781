// A small project on disk for tests of the build: files from a table, one subject, one bundle, one call in a `node` process of its own.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import type { AccessPath, Subject } from '../../../src/engine/source/subject.ts';

export interface ScratchProject {
  readonly folder: string;
  file(name: string): string;
  remove(): void;
}

/** Writes the files (paths relative to a new folder) and a package.json of type "module" unless the table brings its own. */
export function scratchProject(files: Readonly<Record<string, string>>): ScratchProject {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'speedlens-scratch-')));
  const all = { 'package.json': '{ "type": "module" }', ...files };
  for (const [name, text] of Object.entries(all)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    folder,
    file: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the builder reads of a subject. The syntax tree and the checker are for other stages. */
export function subjectAt(project: ScratchProject, name: string, access: AccessPath): Subject {
  const file = project.file(name);
  const subject = {
    file,
    text: ts.sys.readFile(file) ?? '',
    access,
    project: { packageFolder: project.folder, options: {}, configFile: undefined },
  };
  return subject as unknown as Subject;
}

const run = promisify(execFile);

/** Imports the bundle in a fresh process, evaluates `expression` with the module as `variant`, and gives back its JSON value. */
export async function evaluateIn(entry: string, expression: string, cwd: string): Promise<unknown> {
  const program = `
    const variant = await import(${JSON.stringify(pathToFileURL(entry).href)});
    const value = await (async () => (${expression}))();
    await variant.dispose?.();
    process.stdout.write(JSON.stringify(value) ?? 'null');`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd, timeout: 30_000 });
  return JSON.parse(stdout);
}
