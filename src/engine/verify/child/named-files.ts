// The files in the temporary folder that arguments name: what a call did to them is part of what it did. They are kept before a scene,
// read after it and put back, so that the other variant finds what this one found.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Content by absolute path; undefined where there is no file. */
export type TextContents = ReadonlyMap<string, KeptFile | undefined>;

interface KeptFile {
  readonly size: number;
  readonly changedAtMs: number;
  /** Undefined for a file too large to keep. */
  readonly bytes: Buffer | undefined;
}

/** Larger files are only watched for a change. */
const keptBytes = 16_000_000;
const filesOfAFolder = 200;

/** Paths in the temporary folder among the arguments and in lists among them; those of folders stand for all files in them. */
export function namedFiles(argLists: readonly (readonly unknown[])[]): readonly string[] {
  const root = path.resolve(tmpdir()) + path.sep;
  const named = argLists
    .flatMap((args) => args.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value])))
    .filter((value) => typeof value === 'string');
  return [...new Set(named)].filter((name) => name.startsWith(root) && !name.includes('\0'));
}

/** What stands beside the named files by a name that goes on after theirs: a copy, a part, a file in the place of which another is written. */
export function filesBeside(named: readonly string[]): readonly string[] {
  return named.flatMap((file) => {
    const folder = path.dirname(file);
    if (statsOf(folder)?.isDirectory() !== true) return [];
    const name = path.basename(file);
    return readdirSync(folder)
      .filter((other) => other !== name && other.startsWith(name))
      .map((other) => path.join(folder, other));
  });
}

/** How many descriptors of this process are of these files. 0 where the system does not tell. */
export function openDescriptors(files: ReadonlySet<string>): number {
  const folder = '/proc/self/fd';
  if (statsOf(folder) === undefined) return 0;
  return readdirSync(folder).filter((descriptor) => files.has(targetOf(path.join(folder, descriptor)) ?? '')).length;
}

function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    // The descriptor of the folder itself, which is closed by now.
    return undefined;
  }
}

/** `known` saves reading what did not change since. */
export function readFiles(named: readonly string[], known: TextContents = new Map()): TextContents {
  const contents = new Map<string, KeptFile | undefined>();
  for (const name of [...named, ...known.keys()])
    for (const file of filesAt(name)) contents.set(file, read(file, known));
  return contents;
}

/** Writes back what changed and removes what was made. */
export function restoreFiles(before: TextContents, after: TextContents): void {
  for (const [file, now] of after) {
    const then = before.get(file);
    if (isSame(then, now)) continue;
    if (then === undefined) rmSync(file, { force: true });
    else if (then.bytes !== undefined) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, then.bytes);
    }
  }
}

/** What a difference is shown in: the text, as far as it is text. */
export function shownContent(kept: KeptFile | undefined): string {
  if (kept === undefined) return '(no file)';
  return kept.bytes === undefined ? `(${kept.size} bytes)` : kept.bytes.toString('utf8');
}

export function isSame(a: KeptFile | undefined, b: KeptFile | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.bytes === undefined || b.bytes === undefined) return a.size === b.size && a.changedAtMs === b.changedAtMs;
  return a.bytes === b.bytes || a.bytes.equals(b.bytes);
}

function filesAt(name: string): readonly string[] {
  if (statsOf(name)?.isDirectory() !== true) return [name];
  return readdirSync(name, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .slice(0, filesOfAFolder)
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Undefined for what cannot be there: too long a name, a path through a file. */
export function statsOf(name: string): Stats | undefined {
  try {
    return statSync(name, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function read(file: string, known: TextContents): KeptFile | undefined {
  const stats = statsOf(file);
  if (stats?.isFile() !== true) return undefined;
  const { size, mtimeMs } = stats;
  const before = known.get(file);
  if (before !== undefined && before.size === size && before.changedAtMs === mtimeMs) return before;
  return { size, changedAtMs: mtimeMs, bytes: size > keptBytes ? undefined : readFileSync(file) };
}
