// The files of a project that may import the subject's file, found by their texts: a program of all files would take seconds in large projects.
// What a specifier really leads to is left to the program that is made of them (project.ts).
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

export interface ImportingFiles {
  /** Whole texts, byte order marks included, by absolute path with forward slashes. */
  readonly texts: ReadonlyMap<string, string>;
  /** A test puts something else in place of the module, or of something in it. */
  readonly isMocked: boolean;
}

/** Beyond that, projects are not looked through. */
export const mostProjectFiles = 5000;
/** Generated code; nobody wants it edited. */
const longestText = 500_000;

/** Some in comments are among them. */
const specifiers = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g;

export function importingFiles(file: string, projectFiles: readonly string[]): ImportingFiles {
  const subjectFile = slashed(file);
  const others = projectFiles.map(slashed).filter((name) => name !== subjectFile && !/\.d\.[mc]?ts$/.test(name));
  if (others.length > mostProjectFiles) return { texts: new Map(), isMocked: false };
  const unread = new Map(others.flatMap((file) => textOf(file).map((text) => [file, text] as const)));
  const isMocked = [...unread.values()].some((text) => mocks(text, lastPart(subjectFile)));
  const texts = new Map<string, string>();
  // Importers of a file that exports again what it imports may have the subject from there.
  const pending = [subjectFile];
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    const wanted = lastPart(target);
    for (const [file, text] of unread) {
      if (!text.includes(wanted) && !isIndex(target)) continue;
      if (![...text.matchAll(specifiers)].some(([, , specifier = '']) => mayMean(specifier, target))) continue;
      texts.set(file, text);
      unread.delete(file);
      if (/\bexport\s*[*{]/.test(text)) pending.push(file);
    }
  }
  return { texts, isMocked };
}

/** Texts that are not UTF-8 would not be written back as they were. */
function textOf(file: string): readonly string[] {
  try {
    const bytes = readFileSync(file);
    return bytes.length <= longestText && isUtf8(bytes) ? [bytes.toString('utf8')] : [];
  } catch {
    // Gone since the project was listed.
    return [];
  }
}

/** As programs name files. */
function slashed(file: string): string {
  return file.replaceAll('\\', '/');
}

function isIndex(file: string): boolean {
  return /^index\.[a-z]+$/.test(basename(file));
}

/** How specifiers of it end, without the extension: `scores`, or the folder of an index file. */
function lastPart(file: string): string {
  return isIndex(file) ? basename(dirname(file)) : withoutExtension(basename(file));
}

function mayMean(specifier: string, target: string): boolean {
  const last = withoutExtension(specifier.slice(specifier.lastIndexOf('/') + 1));
  return last === lastPart(target) || (isIndex(target) && (last === 'index' || /^\.*$/.test(last)));
}

function withoutExtension(name: string): string {
  return name.replace(/\.[cm]?[jt]sx?$/, '');
}

function mocks(text: string, name: string): boolean {
  const call = /\b(?:mock|doMock|mockModule|unstable_mockModule|spyOn|replaceProperty)(?:<[^\n]*>)?\(\s*([^)\n]*)/g;
  return [...text.matchAll(call)].some(([, args]) => args?.includes(name) === true);
}
