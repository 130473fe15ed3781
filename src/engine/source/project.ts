// A TypeScript program per file and config, with the editor's unsaved text laid over the disk; parsed files and the last program of each
// config are used again. Which options hold is decided in project-options.ts.
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type AddedDiagnostic, addedDiagnostics } from './added-diagnostics.ts';
import { codeBehind } from './behind-declarations.ts';
import { type ImportOutlines, importingFiles, mostProjectFiles } from './importing-files.ts';
import { createModuleResolution, type KnownResolutions } from './module-resolution.ts';
import { missingNodeTypes } from './node-types.ts';
import { packageFolderOf } from './package-folder.ts';
import { isSourceFileName, isTypeScriptFileName } from './parse-source.ts';
import { createProgramHost, type SourceFileCache } from './program-host.ts';
import { findLibFolder, projectOptionsFor } from './project-options.ts';
import { sourceFilesUnder } from './source-files.ts';

export type { AddedDiagnostic } from './added-diagnostics.ts';

/** The subject's file beside those that import it, directly or through files that export again what they import. */
export interface Importers {
  /** Holds nothing else that they import, so most of their types are unknown. */
  readonly program: ts.Program;
  /** Whole texts of the importing files, byte order marks included, by absolute path; positions in the program are positions in them. */
  readonly texts: ReadonlyMap<string, string>;
  /** A test puts something else in place of the subject's module, or of something in it. */
  readonly isMocked: boolean;
}

export interface Project {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly options: ts.CompilerOptions;
  /** Absolute path of the tsconfig or jsconfig in force; undefined when the defaults are. */
  readonly configFile: string | undefined;
  /** Nearest folder with a package.json, or the file's folder. */
  readonly packageFolder: string;
  /**
   * Type-checks the files with the given whole texts in place of (or beside) what is there and returns the diagnostics that were not there
   * before: a delta, never absolute, so projects with errors are served too.
   */
  diagnosticsAddedBy(changes: ReadonlyMap<string, string>): readonly AddedDiagnostic[];
  /** Finds out what `diagnosticsAddedBy` has to know of a file as it stands, so that the first change need not wait for it. */
  checkAsItStands(file: string): void;
  /** Looked for when first asked. */
  importers(): Importers;
}

export interface Projects {
  /** `overlay` holds unsaved texts by absolute path. A missing or broken config is no failure: defaults stand in. */
  openProject(file: string, overlay: ReadonlyMap<string, string>): Project;
}

export interface ProjectsOptions {
  /** Folder of TypeScript's lib.*.d.ts; found by itself when absent. */
  readonly libFolder?: string;
}

export function createProjects(settings: ProjectsOptions = {}): Projects {
  const cache: SourceFileCache = { trees: new Map() };
  const lastPrograms = new Map<string, { readonly program: ts.Program; readonly resolutions: KnownResolutions }>();
  const outlines: ImportOutlines = new Map();
  let { libFolder } = settings;
  return {
    openProject(file, overlay) {
      libFolder ??= findLibFolder();
      const { configFile, options, declarationFiles, projectFiles } = projectOptionsFor(file);
      const packageFolder = packageFolderOf(file);
      const common = { options, currentFolder: packageFolder, libFolder };
      const ownRoots = [file, ...declarationFiles.filter((name) => name !== file)];
      // Where JavaScript is type-checked, the declarations say what it is checked against.
      const isChecked = isTypeScriptFileName(file) || options.checkJs === true;
      const configKey = JSON.stringify([configFile, options, isChecked]);
      let last = lastPrograms.get(configKey);
      const host = createProgramHost({ ...common, cache, overlay });
      const resolutions: KnownResolutions = last?.resolutions ?? new Map();
      const resolution = createModuleResolution(host, options, resolutions, isChecked ? () => undefined : codeBehind);
      Object.assign(host, resolution.ofProgram);
      // Files may have come and gone since the last program: what local files import is looked up again.
      host.hasInvalidatedResolutions = (path) => {
        const isOfProject = !path.includes('/node_modules/');
        const namesTypes = () => last?.program.getSourceFile(path)?.typeReferenceDirectives.length !== 0;
        return isOfProject && (resolution.leadsElsewhere(path) || namesTypes());
      };
      const programOf = (rootNames: readonly string[], before: ts.Program | undefined): ts.Program =>
        ts.createProgram({ rootNames, options, host, ...(before === undefined ? {} : { oldProgram: before }) });
      const own = programOf(ownRoots, last?.program);
      const missing = missingNodeTypes(own, file);
      const rootNames = [...ownRoots, ...missing];
      const program = missing.length === 0 ? own : programOf(rootNames, own);
      lastPrograms.set(configKey, { program, resolutions });
      // What the host closes over lives as long as the program: each would hold the one before, and so all of them.
      last = undefined;
      const checker = program.getTypeChecker();
      const programWith = (texts: ReadonlyMap<string, string>, roots: readonly string[]): ts.Program => {
        const merged = new Map([...overlay, ...texts]);
        const trial = createProgramHost({ ...common, cache, overlay: merged, trialOf: program });
        return ts.createProgram({
          rootNames: [...new Set([...rootNames, ...roots])],
          options,
          host: { ...trial, ...resolution.ofTrial(trial, (name) => texts.has(name)) },
          oldProgram: program,
        });
      };
      const findImporters = (): Importers => {
        const around = projectFiles ?? filesAround(file, packageFolder);
        const { texts, isMocked } = importingFiles(file, around, outlines, options.rootDirs !== undefined);
        if (texts.size === 0) return { program, texts, isMocked };
        const laidOver = createProgramHost({ ...common, cache, overlay: new Map([...texts, ...overlay]) });
        const isKnown = (name: string) => texts.has(name) || program.getSourceFile(name) !== undefined;
        const rootNames = [file, ...texts.keys()];
        return {
          program: ts.createProgram({ rootNames, options, host: resolvingOnly(isKnown, laidOver, options) }),
          texts,
          isMocked,
        };
      };
      let importers: Importers | undefined;
      return {
        program,
        checker,
        options,
        configFile,
        packageFolder,
        diagnosticsAddedBy(changes) {
          const files = [...changes.keys()];
          const unseen = files.filter((name) => program.getSourceFile(name) === undefined && host.fileExists(name));
          const before = unseen.length === 0 ? program : programWith(new Map(), unseen);
          return addedDiagnostics(before, programWith(changes, files), files);
        },
        checkAsItStands: (file) => void addedDiagnostics(program, program, [file]),
        importers: () => (importers ??= findImporters()),
      };
    },
  };
}

/** Where no config says what the project is: the package, or only the folder of a file that is in none. */
function filesAround(file: string, packageFolder: string): readonly string[] {
  const isPackage = ts.sys.fileExists(join(packageFolder, 'package.json'));
  return isPackage
    ? sourceFilesUnder(packageFolder, mostProjectFiles + 1)
    : ts.sys.readDirectory(dirname(file), undefined, undefined, ['*']).filter(isSourceFileName);
}

/** A host in whose programs imports lead to known files only. */
function resolvingOnly(
  isKnown: (name: string) => boolean,
  host: ts.CompilerHost,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  return {
    ...host,
    resolveModuleNameLiterals: (literals, containingFile, redirected, _options, containing) =>
      literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(containing, literal, options);
        const found = ts.resolveModuleName(literal.text, containingFile, options, host, undefined, redirected, mode);
        const name = found.resolvedModule?.resolvedFileName;
        return name !== undefined && isKnown(name) ? found : { resolvedModule: undefined };
      }),
  };
}
