// What a change adds to the errors of a project: the difference by code and message, because edits move lines and projects have errors. A type
// that others import and that a change alters is one of them: it shows as an error only in files that the program does not hold.
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
    if (!added.some((diagnostic) => diagnostic.file === file)) added.push(...changedExports(before, after, file));
  }
  return added;
}

/** "Type is not assignable": what importers of the file would be told. */
const notAssignable = 2322;

/** Exports that were there before and have another type now. Inferred types of unchecked JavaScript are nobody's promise. */
function changedExports(before: ts.Program, after: ts.Program, file: string): readonly AddedDiagnostic[] {
  const [old, current] = [exportsOf(before, file), exportsOf(after, file)];
  return [...old].flatMap(([name, { type }]) => {
    const now = current.get(name);
    if (now !== undefined && sortedTokens(now.type) === sortedTokens(type)) return [];
    const message = `\`${name}\` would no longer have the type ${type}${now === undefined ? '' : `, but ${now.type}`}.`;
    return [{ file, line: now?.line ?? 1, message, code: notAssignable }];
  });
}

function exportsOf(
  program: ts.Program,
  file: string,
): ReadonlyMap<string, { readonly type: string; readonly line: number }> {
  const sourceFile = program.getSourceFile(file);
  const checker = program.getTypeChecker();
  const symbol = sourceFile && checker.getSymbolAtLocation(sourceFile);
  if (sourceFile === undefined || symbol === undefined || isUnchecked(sourceFile, program)) return new Map();
  return new Map(
    checker.getExportsOfModule(symbol).map((exported) => {
      const type = checker.getTypeOfSymbolAtLocation(exported, sourceFile);
      const place = exported.declarations?.find((declaration) => declaration.getSourceFile() === sourceFile);
      const line =
        place === undefined ? 1 : sourceFile.getLineAndCharacterOfPosition(place.getStart(sourceFile)).line + 1;
      return [exported.name, { type: checker.typeToString(type, sourceFile, ts.TypeFormatFlags.NoTruncation), line }];
    }),
  );
}

function isUnchecked(sourceFile: ts.SourceFile, program: ts.Program): boolean {
  const isJavaScript = /\.[cm]?jsx?$/.test(sourceFile.fileName);
  return isJavaScript && program.getCompilerOptions().checkJs !== true;
}

/** Two programs may print the members of a union in another order. */
function sortedTokens(type: string): string {
  return (type.match(/\w+|\S/g) ?? []).sort().join(' ');
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
