// A project of a user in a folder of its own: a rewrite of the workers strategy is applied as the user would, and a program of the project is run.
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Candidate, Proposal } from '../../src/engine/strategies/strategy.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import { editedText, proposeOn } from './propose-on.ts';

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const projects = createProjects();

export interface UserProject {
  readonly files: Readonly<Record<string, string>>;
  /** The file with the function, and the function. */
  readonly subject: string;
  readonly select: string;
  /** Compiles before the program runs. */
  readonly compile?: boolean;
  /** A script of the project that builds it, run in its folder. */
  readonly buildScript?: string;
  /** What Node is started with before the program. */
  readonly nodeArguments?: readonly string[];
  readonly packages?: readonly string[];
  /** Files that are written anew after the rewrite was proposed: what goes wrong then, no analysis has seen. */
  readonly changedLater?: Readonly<Record<string, string>>;
  readonly main: string;
}

export interface ProgramEnd {
  readonly stdout: string;
  readonly stderr: string;
  /** `null` when it had to be killed. */
  readonly code: number | null;
}

/** What the program prints. It never destroys the pool, so it has to end by itself; anything but success is an error. */
export async function runInProject(project: UserProject, variant: string): Promise<string> {
  const { stdout, stderr, code } = await endOfProgram(project, variant);
  if (code !== 0) throw new Error(`The program ended with ${code}: ${stderr}`);
  return stdout;
}

export async function endOfProgram(project: UserProject, variant: string): Promise<ProgramEnd> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'speedlens-user-project-')));
  try {
    writeFiles(folder, project.files);
    mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
    for (const name of ['piscina', '@types/node', ...(project.packages ?? [])])
      symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
    const subject = openSubject({ file: join(folder, project.subject), select: { name: project.select } }, projects);
    applyCandidate(subject, candidateNamed(proposeOn(workers, subject), variant));
    writeFiles(folder, project.changedLater ?? {});
    if (project.compile === true)
      await succeed([join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder], folder);
    if (project.buildScript !== undefined) await succeed([project.buildScript], folder);
    return await runNode([...(project.nodeArguments ?? []), join(folder, project.main)], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

async function succeed(args: readonly string[], cwd: string): Promise<void> {
  const { code, stdout, stderr } = await runNode(args, cwd);
  if (code !== 0) throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`);
}

function runNode(args: readonly string[], cwd: string): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, timeout: 30_000, killSignal: 'SIGKILL' }, (error, stdout, stderr) =>
      resolve({ stdout, stderr, code: exitCode(error) }),
    );
  });
}

function exitCode(error: ExecFileException | null): number | null {
  if (error === null) return 0;
  return typeof error.code === 'number' ? error.code : null;
}

function candidateNamed(proposal: Proposal, variant: string): Candidate {
  if (proposal.kind === 'declined') throw new Error(proposal.reasons.map(({ message }) => message).join(' '));
  const found = proposal.candidates.find((candidate) => candidate.variant === variant);
  if (found === undefined)
    throw new Error(
      `There is no ${variant} in ${proposal.candidates.map((candidate) => candidate.variant).join(', ')}.`,
    );
  return found;
}

function applyCandidate(subject: ReturnType<typeof openSubject>, candidate: Candidate): void {
  writeFileSync(subject.file, editedText(subject, candidate));
  for (const file of candidate.files.slice(1)) {
    expect(basename(file.path)).toMatch(/\.(worker|threads)\./);
    writeFileSync(file.path, file.newText ?? '');
  }
}
