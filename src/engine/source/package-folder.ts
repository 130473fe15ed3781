// The npm package a file belongs to: its folder, its module type, and the TypeScript installed for it.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How Node reads the package's .js files: what "type" says, undefined when it says nothing or there is no package. */
export type PackageType = 'module' | 'commonjs' | undefined;

/** Nearest folder with a package.json, or the file's own folder. */
export function packageFolderOf(file: string): string {
  const folder = dirname(file);
  return nearestWith(folder, 'package.json') ?? folder;
}

export function packageTypeOf(packageFolder: string): PackageType {
  const type = readJson(join(packageFolder, 'package.json'))?.['type'];
  return type === 'module' || type === 'commonjs' ? type : undefined;
}

/** Major version of the TypeScript that a folder's own tools use; undefined when none is installed. */
export function installedTypeScriptMajor(folder: string): number | undefined {
  return installedMajor(folder, 'typescript');
}

/** Major version of a package that the file's own one needs at run time; undefined when it does not say so, or none is installed. */
export function dependencyMajor(file: string, name: string): number | undefined {
  const folder = packageFolderOf(file);
  return isNeededBy(folder, name) ? installedMajor(folder, name) : undefined;
}

/** Whether a rewrite may bring a package of that version or a later one: the file's own package does not need it yet, and no older one is found in its place. */
export function canAddPackage(file: string, name: string, firstMajor: number): boolean {
  const folder = packageFolderOf(file);
  return !isNeededBy(folder, name) && (installedMajor(folder, name) ?? firstMajor) >= firstMajor;
}

function isNeededBy(folder: string, name: string): boolean {
  const needed = readJson(join(folder, 'package.json'))?.['dependencies'];
  return typeof needed === 'object' && needed !== null && Object.hasOwn(needed, name);
}

function installedMajor(folder: string, name: string): number | undefined {
  const home = nearestWith(folder, join('node_modules', name, 'package.json'));
  const version = home && readJson(join(home, 'node_modules', name, 'package.json'))?.['version'];
  const major = typeof version === 'string' ? Number.parseInt(version, 10) : Number.NaN;
  return Number.isNaN(major) ? undefined : major;
}

function nearestWith(folder: string, name: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (statSync(join(current, name), { throwIfNoEntry: false })?.isFile()) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** Undefined when the file is missing or broken: both only mean that nothing is known. */
function readJson(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
