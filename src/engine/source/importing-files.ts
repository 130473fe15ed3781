// The files of a project that may import the subject's file, found by their texts: a program of all files would take seconds in large projects.
// What a specifier that is not a path really leads to is left to the program that is made of them (project.ts).
import { isUtf8 } from 'node:buffer';
import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { posix } from 'node:path';

export interface ImportingFiles {
  /** Whole texts, byte order marks included, by absolute path with forward slashes. */
  readonly texts: ReadonlyMap<string, string>;
  /** A test puts something else in place of the module, or of something in it. */
  readonly isMocked: boolean;
}

/** What was read of the files of projects, by path. Belongs to one `Projects`. */
export type ImportOutlines = Map<string, { readonly version: string; readonly outline: Outline | undefined }>;

interface Outline {
  /** Some in comments are among them. */
  readonly specifiers: readonly string[];
  /** What the calls name that put something else in place of a module. */
  readonly mocked: readonly string[];
  readonly exportsAgain: boolean;
}

/** Beyond that, projects are not looked through. */
export const mostProjectFiles = 5000;
/** Generated code; nobody wants it edited. */
const longestText = 500_000;

const specifierPattern = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const mockPattern =
  /\b(?:mock|doMock|mockModule|unstable_mockModule|spyOn|replaceProperty)(?:<[^\n]*>)?\(\s*([^)\n]*)/g;

/** `hasRootDirs`: paths may lead into other folders than they say. */
export function importingFiles(
  file: string,
  projectFiles: readonly string[],
  outlines: ImportOutlines,
  hasRootDirs: boolean,
): ImportingFiles {
  const subjectFile = slashed(file);
  const others = projectFiles.map(slashed).filter((name) => name !== subjectFile && !/\.d\.[mc]?ts$/.test(name));
  if (others.length > mostProjectFiles) return { texts: new Map(), isMocked: false };
  const left = new Map(
    others.flatMap((name) => {
      const outline = outlineOf(name, outlines);
      return outline === undefined ? [] : [[name, outline] as const];
    }),
  );
  const isMocked = [...left.values()].some(({ mocked }) => mocked.some((args) => args.includes(lastPart(subjectFile))));
  const texts = new Map<string, string>();
  const realFolder = realFolders();
  // Importers of a file that exports again what it imports may have the subject from there.
  const pending = [subjectFile];
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    const [wanted, isIndexFile, place] = [lastPart(target), isIndex(target), placeOf(target, realFolder)];
    for (const [name, { specifiers, exportsAgain }] of left) {
      const mayLeadThere = (specifier: string): boolean => {
        const last = withoutExtension(specifier.slice(specifier.lastIndexOf('/') + 1));
        if (last !== wanted && !(isIndexFile && (last === 'index' || /^\.*$/.test(last)))) return false;
        if (hasRootDirs || !/^\.\.?(?:\/|$)/.test(specifier)) return true;
        const path = posix.join(posix.dirname(name), specifier);
        return placeOf(path, realFolder) === place || placeOf(`${path}/index`, realFolder) === place;
      };
      if (!specifiers.some(mayLeadThere)) continue;
      const text = textOf(name);
      if (text !== undefined) texts.set(name, text);
      left.delete(name);
      if (exportsAgain) pending.push(name);
    }
  }
  return { texts, isMocked };
}

/** Undefined where nobody can or wants to read it. */
function outlineOf(file: string, outlines: ImportOutlines): Outline | undefined {
  const stats = statsOf(file);
  if (stats === undefined || stats.size > longestText) return undefined;
  const version = `${stats.mtimeMs} ${stats.size}`;
  const known = outlines.get(file);
  if (known?.version === version) return known.outline;
  const text = textOf(file);
  const outline = text === undefined ? undefined : outlineOfText(text);
  outlines.set(file, { version, outline });
  return outline;
}

function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    // Gone since the project was listed.
    return undefined;
  }
}

function outlineOfText(text: string): Outline {
  return {
    specifiers: [...text.matchAll(specifierPattern)].map(([, , specifier = '']) => specifier),
    mocked: [...text.matchAll(mockPattern)].map(([, args = '']) => args),
    exportsAgain: /\bexport\s*[*{]/.test(text),
  };
}

/** Undefined for texts that are not UTF-8: they would not be written back as they were. */
function textOf(file: string): string | undefined {
  try {
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  } catch {
    // Gone since the project was listed.
    return undefined;
  }
}

/** As programs name files. */
function slashed(file: string): string {
  return file.replaceAll('\\', '/');
}

function isIndex(file: string): boolean {
  return /^index\.[a-z]+$/.test(posix.basename(file));
}

/** How specifiers of it end, without the extension: `scores`, or the folder of an index file. */
function lastPart(file: string): string {
  return isIndex(file) ? posix.basename(posix.dirname(file)) : withoutExtension(posix.basename(file));
}

/** Which file it is, without its extension and behind links. */
function placeOf(file: string, realFolder: (folder: string) => string): string {
  return `${realFolder(posix.dirname(file))}/${withoutExtension(posix.basename(file))}`;
}

function withoutExtension(name: string): string {
  return name.replace(/\.[cm]?[jt]sx?$/, '');
}

/** Each folder is asked for once. */
function realFolders(): (folder: string) => string {
  const known = new Map<string, string>();
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const real = slashed(realPath(folder));
    known.set(folder, real);
    return real;
  };
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
