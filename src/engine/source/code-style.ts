// How the user's file is written, so that generated code looks like it.
import ts from 'typescript';
import { hasModuleSyntax, usesCommonJs } from './module-syntax.ts';
import type { PackageType } from './package-folder.ts';
import { extensionOf, isTypeScriptFileName } from './parse-source.ts';

export interface CodeStyle {
  /** '\t' or a number of spaces as text. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** True for .ts .mts .cts .tsx: type annotations are written. */
  readonly isTypeScript: boolean;
  /**
   * Module syntax of the file: how imports and exports are written. 'script' imports and exports nothing, and Node runs it as CommonJS
   * for what its name and package say.
   */
  readonly module: 'esm' | 'commonjs' | 'script';
}

export function detectCodeStyle(
  sourceFile: ts.SourceFile,
  text: string,
  file: string,
  packageType: PackageType,
): CodeStyle {
  return {
    indent: detectIndent(text),
    eol: detectEol(text),
    ...detectPunctuation(sourceFile),
    isTypeScript: isTypeScriptFileName(file),
    module: detectModuleSyntax(sourceFile, file, packageType),
  };
}

/** The commonest step inwards from one line to the next; lines inside comments, which are often aligned by one space, do not count. */
function detectIndent(text: string): string {
  const steps = new Map<string, number>();
  let previous = '';
  for (const [line] of text.matchAll(/^[ \t]*\S.?/gm)) {
    const leading = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (line.startsWith('*', leading.length)) continue;
    const step = leading.startsWith(previous) ? leading.slice(previous.length) : '';
    if (step !== '' && (step.startsWith('\t') || step.length > 1)) steps.set(step, (steps.get(step) ?? 0) + 1);
    previous = leading;
  }
  let best = '  ';
  let most = 0;
  for (const [step, count] of steps) {
    if (count <= most) continue;
    best = step;
    most = count;
  }
  return best.startsWith('\t') ? '\t' : best.slice(0, 8);
}

function detectEol(text: string): '\n' | '\r\n' {
  const newlines = text.split('\n').length - 1;
  const withReturn = text.split('\r\n').length - 1;
  return withReturn * 2 > newlines ? '\r\n' : '\n';
}

/** Looks at so many nodes at most: a style shows early, and some files are very large. */
const nodesLookedAt = 20_000;

function detectPunctuation(sourceFile: ts.SourceFile): Pick<CodeStyle, 'quote' | 'semicolons'> {
  const { text } = sourceFile;
  let double = 0;
  let single = 0;
  let closed = 0;
  let open = 0;
  const pending: ts.Node[] = [sourceFile];
  for (let count = 0; count < nodesLookedAt; count += 1) {
    const node = pending.pop();
    if (node === undefined) break;
    // Quotes inside a text decide which quotes stand around it, so such texts tell nothing; attributes follow another habit.
    if (ts.isStringLiteral(node) && !/['"]/.test(node.text)) {
      if (text[node.end - 1] === '"') double += 1;
      else single += 1;
    }
    if (endsWithSemicolon(node)) {
      if (text[node.end - 1] === ';') closed += 1;
      else open += 1;
    }
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      if (!ts.isJsxAttribute(child)) children.push(child);
    });
    for (const child of children.reverse()) pending.push(child);
  }
  return { quote: double > single ? '"' : "'", semicolons: closed >= open };
}

function endsWithSemicolon(node: ts.Node): boolean {
  return (
    ts.isVariableStatement(node) ||
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isPropertyDeclaration(node)
  );
}

function detectModuleSyntax(sourceFile: ts.SourceFile, file: string, packageType: PackageType): CodeStyle['module'] {
  if (hasModuleSyntax(sourceFile)) return 'esm';
  const extension = extensionOf(file);
  if (extension === 'mjs' || extension === 'mts') return 'esm';
  if (extension === 'cjs' || usesCommonJs(sourceFile)) return 'commonjs';
  // TypeScript is written with imports whatever it is compiled to.
  if (isTypeScriptFileName(file)) return 'esm';
  return packageType === 'module' ? 'esm' : 'script';
}
