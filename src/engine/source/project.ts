// One TypeScript language service per tsconfig, with the editor's unsaved text laid over the disk.
import type ts from 'typescript';

/** A diagnostic that an edit adds. */
export interface AddedDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly code: number;
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
}
