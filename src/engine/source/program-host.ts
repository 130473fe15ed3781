// Reads source files for TypeScript programs: unsaved text over the disk, and each tree parsed once per version of its text.
import { statSync } from 'node:fs';
import ts from 'typescript';

/** Trees by path, options and version. Belongs to one `Projects`. */
export interface SourceFileCache {
  readonly trees: Map<string, { readonly version: string; readonly tree: ts.SourceFile }>;
}

export interface ProgramHostOptions {
  readonly options: ts.CompilerOptions;
  readonly currentFolder: string;
  readonly libFolder: string;
  readonly cache: SourceFileCache;
  /** By absolute path. */
  readonly overlay: ReadonlyMap<string, string>;
  /** The program that the overlay is a trial change of: what is not laid over is as it was there, and trees of the overlay are not kept. */
  readonly trialOf?: ts.Program;
}

/** A compiler host that never writes. */
export function createProgramHost({
  options,
  currentFolder,
  libFolder,
  cache,
  overlay,
  trialOf,
}: ProgramHostOptions): ts.CompilerHost {
  const { sys } = ts;
  const canonicalName = (name: string): string => (sys.useCaseSensitiveFileNames ? name : name.toLowerCase());
  const unsaved = new Map([...overlay].map(([name, text]) => [canonicalName(name.replaceAll('\\', '/')), text]));
  const optionsKey = JSON.stringify(options);
  return {
    getSourceFile(name, languageVersionOrOptions) {
      const text = unsaved.get(canonicalName(name));
      const unchanged = text === undefined ? trialOf?.getSourceFile(name) : undefined;
      if (unchanged !== undefined) return unchanged;
      const version = text === undefined ? diskVersion(name) : `text ${text}`;
      if (version === undefined) return undefined;
      // Declaration files are read the same way under all options, so that projects share the libraries.
      const format =
        typeof languageVersionOrOptions === 'object' ? languageVersionOrOptions.impliedNodeFormat : undefined;
      const isDeclarations = /\.d\.[mc]?ts$/.test(name);
      const key = `${canonicalName(name)}|${format ?? ''}|${isDeclarations ? '' : optionsKey}`;
      const cached = cache.trees.get(key);
      if (cached?.version === version) return cached.tree;
      const read = text ?? sys.readFile(name);
      if (read === undefined) return undefined;
      const tree = isDeclarations
        ? declarationsOf(name, read, languageVersionOrOptions)
        : ts.createSourceFile(name, read, languageVersionOrOptions, true);
      if (text === undefined || trialOf === undefined) cache.trees.set(key, { version, tree });
      return tree;
    },
    getDefaultLibFileName: (wanted) => `${libFolder.replaceAll('\\', '/')}/${ts.getDefaultLibFileName(wanted)}`,
    getDefaultLibLocation: () => libFolder.replaceAll('\\', '/'),
    fileExists: (name) => unsaved.has(canonicalName(name)) || sys.fileExists(name),
    readFile: (name) => unsaved.get(canonicalName(name)) ?? sys.readFile(name),
    directoryExists: (name) => sys.directoryExists(name),
    getDirectories: (name) => sys.getDirectories(name),
    ...(sys.realpath === undefined ? {} : { realpath: sys.realpath }),
    getCurrentDirectory: () => currentFolder,
    getCanonicalFileName: canonicalName,
    useCaseSensitiveFileNames: () => sys.useCaseSensitiveFileNames,
    getNewLine: () => '\n',
    writeFile: (name) => {
      throw new Error(`A program for reading was asked to write ${name}.`);
    },
  };
}

/** Half of a declaration file is comments that nobody reads here, and its parents are set when the checker binds it. */
function declarationsOf(
  name: string,
  text: string,
  asked: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
  const options = typeof asked === 'object' ? asked : { languageVersion: asked };
  return ts.createSourceFile(name, text, { ...options, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, false);
}

function diskVersion(name: string): string | undefined {
  const stats = statSync(name, { throwIfNoEntry: false });
  return stats?.isFile() ? `disk ${stats.mtimeMs} ${stats.size}` : undefined;
}
