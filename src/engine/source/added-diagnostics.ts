// What a change adds to the errors of a project: the difference by code and message, because edits move lines and projects have errors.
import ts from 'typescript';

/** A diagnostic that an edit adds. */
export interface AddedDiagnostic {
  readonly file: string;
  /** 1-based, in the changed text. */
  readonly line: number;
  readonly message: string;
  readonly code: number;
}

export function addedDiagnostics(before: ts.Program, after: ts.Program, files: Iterable<string>): AddedDiagnostic[] {
  const added: AddedDiagnostic[] = [];
  for (const file of files) {
    const known = new Map<string, number>();
    for (const diagnostic of errorsIn(before, file))
      known.set(keyOf(diagnostic), (known.get(keyOf(diagnostic)) ?? 0) + 1);
    for (const diagnostic of errorsIn(after, file)) {
      const left = known.get(keyOf(diagnostic)) ?? 0;
      if (left > 0) known.set(keyOf(diagnostic), left - 1);
      else added.push(describe(diagnostic, file));
    }
  }
  return added;
}

function errorsIn(program: ts.Program, file: string): ts.Diagnostic[] {
  const sourceFile = program.getSourceFile(file);
  if (sourceFile === undefined) return [];
  const found: ts.Diagnostic[] = [
    ...program.getSyntacticDiagnostics(sourceFile),
    ...program.getSemanticDiagnostics(sourceFile),
  ];
  if (program.getCompilerOptions().declaration === true) found.push(...program.getDeclarationDiagnostics(sourceFile));
  return found.filter(({ category }) => category === ts.DiagnosticCategory.Error);
}

function keyOf({ code, messageText }: ts.Diagnostic): string {
  return `${code} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}

function describe(diagnostic: ts.Diagnostic, file: string): AddedDiagnostic {
  const { file: sourceFile, start = 0, code, messageText } = diagnostic;
  const line = sourceFile === undefined ? 1 : sourceFile.getLineAndCharacterOfPosition(start).line + 1;
  return { file, line, message: ts.flattenDiagnosticMessageText(messageText, '\n'), code };
}
