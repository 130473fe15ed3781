// Which tsconfig or jsconfig a file belongs to, and the compiler options that follow. A config is never a reason to fail: what cannot be
// read is passed over, and defaults stand in.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { installedTypeScriptMajor } from './package-folder.ts';
import { isTypeScriptFileName } from './parse-source.ts';

export interface ProjectOptions {
  readonly configFile: string | undefined;
  readonly options: ts.CompilerOptions;
  /** Declaration files that the config includes: they make globals known. */
  readonly declarationFiles: readonly string[];
  /** All files of the config; undefined when it does not include the file, or there is none. */
  readonly projectFiles: readonly string[] | undefined;
}

export function projectOptionsFor(file: string): ProjectOptions {
  let nearest: Config | undefined;
  let including: Config | undefined;
  // Reading a config finds all its files, so those further up are read only where none below includes this one.
  for (const config of configsAbove(file)) {
    nearest ??= config;
    if (!includes(config, file)) continue;
    including = config;
    break;
  }
  const config = including ?? nearest;
  if (config === undefined) {
    return { configFile: undefined, options: defaultOptions(file), declarationFiles: [], projectFiles: undefined };
  }
  return {
    configFile: config.path,
    options: effectiveOptions(config, file),
    declarationFiles: config.parsed.fileNames.filter((name) => /\.d\.[mc]?ts$/.test(name)),
    projectFiles: including?.parsed.fileNames,
  };
}

interface Config {
  readonly path: string;
  readonly parsed: ts.ParsedCommandLine;
}

/** Readable configs from the file's folder upwards, each followed by the projects that it refers to. */
function* configsAbove(file: string): Generator<Config> {
  const seen = new Set<string>();
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) yield* configsAt(join(folder, name), seen);
    if (dirname(folder) === folder) return;
  }
}

function* configsAt(path: string, seen: Set<string>): Generator<Config> {
  if (seen.has(path) || !existsSync(path)) return;
  seen.add(path);
  const config = readConfig(path);
  if (config === undefined) return;
  yield config;
  for (const reference of config.parsed.projectReferences ?? [])
    yield* configsAt(ts.resolveProjectReferencePath(reference), seen);
}

function readConfig(path: string): Config | undefined {
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error !== undefined || typeof config !== 'object' || config === null) return undefined;
  try {
    return { path, parsed: ts.parseJsonConfigFileContent(config, ts.sys, dirname(path), undefined, path) };
  } catch {
    // The compiler's own reader trips over some malformed configs, e.g. `include` entries that are no strings.
    return undefined;
  }
}

function includes({ parsed }: Config, file: string): boolean {
  const wanted = canonical(file);
  return parsed.fileNames.some((name) => canonical(name) === wanted);
}

function canonical(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  return ts.sys.useCaseSensitiveFileNames ? slashed : slashed.toLowerCase();
}

/** The user's options without what only matters to emit, and with the defaults of the TypeScript that the user has. */
function effectiveOptions({ path, parsed }: Config, file: string): ts.CompilerOptions {
  const options: ts.CompilerOptions = {
    ...parsed.options,
    noEmit: true,
    skipLibCheck: true,
    composite: false,
    incremental: false,
    libReplacement: false,
    // Every file runs as a module of its own here; two scripts with a function of the same name must not be merged.
    moduleDetection: parsed.options.moduleDetection ?? ts.ModuleDetectionKind.Force,
  };
  if (!isTypeScriptFileName(file)) options.allowJs = true;
  const major = installedTypeScriptMajor(dirname(path));
  if (major === undefined || major < 6) options.types ??= ['*'];
  if (major !== undefined && major < 6) options.strict ??= false;
  return options;
}

/** Without a config: modules of either kind, whatever extension imports are written with, checked like an editor without a project does. */
function defaultOptions(file: string): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.Preserve,
    moduleDetection: ts.ModuleDetectionKind.Force,
    jsx: ts.JsxEmit.Preserve,
    allowJs: true,
    checkJs: false,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    experimentalDecorators: false,
    strict: isTypeScriptFileName(file),
    strictNullChecks: true,
    types: ['*'],
    noEmit: true,
    skipLibCheck: true,
    libReplacement: false,
  };
}

/** Folder of TypeScript's lib.*.d.ts: beside a bundled engine as `typescript-lib`, in the npm package otherwise. */
export function findLibFolder(here = fileURLToPath(import.meta.url)): string {
  const beside = join(dirname(here), 'typescript-lib');
  if (existsSync(join(beside, 'lib.d.ts'))) return beside;
  try {
    return join(dirname(createRequire(here).resolve('typescript/package.json')), 'lib');
  } catch {
    return dirname(ts.getDefaultLibFilePath({}));
  }
}
