// Text to syntax tree, without a program: which files are source files, and how each extension is parsed.
import ts from 'typescript';

const scriptKinds: Readonly<Record<string, ts.ScriptKind>> = {
  js: ts.ScriptKind.JS,
  mjs: ts.ScriptKind.JS,
  cjs: ts.ScriptKind.JS,
  jsx: ts.ScriptKind.JSX,
  ts: ts.ScriptKind.TS,
  mts: ts.ScriptKind.TS,
  cts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
};

export function extensionOf(file: string): string {
  return /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
}

export function isSourceFileName(file: string): boolean {
  return Object.hasOwn(scriptKinds, extensionOf(file));
}

export function isTypeScriptFileName(file: string): boolean {
  return /^[mc]?tsx?$/.test(extensionOf(file));
}

/** Parses what there is: never throws on syntax errors. Parents are not set. */
export function parseSource(file: string, text: string): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.ESNext,
    // Doc comments are read from the text by whoever needs them; leaving them out makes the parse of large files faster.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  return ts.createSourceFile(file, text, options, false, scriptKinds[extensionOf(file)] ?? ts.ScriptKind.TS);
}

/** 1-based line and column of an offset. A byte order mark is no column. */
export function positionAt(
  sourceFile: ts.SourceFile,
  offset: number,
): { readonly line: number; readonly column: number } {
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
  const mark = line === 0 && sourceFile.text.startsWith('\uFEFF') ? 1 : 0;
  return { line: line + 1, column: Math.max(1, character + 1 - mark) };
}
