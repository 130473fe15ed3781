// Where whole lines go: above a statement and its comments, below it and the comment at its end, below the imports.
import ts from 'typescript';

export interface LinePlace {
  readonly offset: number;
  /** White space in front of the statement. */
  readonly indent: string;
  /** Other code stands in front of it on its line. */
  readonly isWithinLine?: boolean;
}

export function lineBefore(statement: ts.Node, sourceFile: ts.SourceFile): LinePlace {
  const offset = commentStart(statement, sourceFile);
  const { text } = sourceFile;
  const isWithinLine = text.slice(lineStart(offset, text), offset).trim() !== '';
  return { offset, indent: indentAt(offset, text), isWithinLine };
}

export function lineAfter(statement: ts.Node, sourceFile: ts.SourceFile): LinePlace {
  const { text } = sourceFile;
  // A comment behind the statement on its last line belongs to it.
  const [trailing] = ts.getTrailingCommentRanges(text, statement.end)?.slice(-1) ?? [];
  const end = trailing === undefined ? statement.end : trailing.end;
  return { offset: end, indent: indentAt(statement.getStart(sourceFile), text) };
}

/** Below the last import, or else above the first statement, below hashbang, directives and comments that speak of the whole file. */
export function importOffset(sourceFile: ts.SourceFile): { readonly offset: number; readonly isAfter: boolean } {
  const { statements } = sourceFile;
  const lastImport = statements.findLast((statement) => isImportLike(statement));
  if (lastImport !== undefined) return { offset: lineAfter(lastImport, sourceFile).offset, isAfter: true };
  const directive = statements.findLast(
    (statement, index) => statements.slice(0, index + 1).every(isDirective) && isDirective(statement),
  );
  if (directive !== undefined) return { offset: lineAfter(directive, sourceFile).offset, isAfter: true };
  const [first] = statements;
  return { offset: first === undefined ? sourceFile.text.length : commentStart(first, sourceFile), isAfter: false };
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

function isImportLike(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) =>
      initializer !== undefined &&
      ts.isCallExpression(initializer) &&
      ts.isIdentifier(initializer.expression) &&
      initializer.expression.text === 'require',
  );
}

/** Comments that speak of the file, not of the statement below them. */
const fileComment = /@ts-(?:no)?check|@jsx|eslint|biome-|@license|@preserve|copyright|^\/\*!/i;

/** Tools take it for the next declaration's, however many empty lines are between. */
const documentsCode = /^\/\*\*[\s\S]*@(?:param|returns?|function|description|example|throws)\b/;

/** Start of the comments right above a statement, or of the statement itself. */
function commentStart(statement: ts.Node, sourceFile: ts.SourceFile): number {
  const { text } = sourceFile;
  let start = statement.getStart(sourceFile);
  for (const { pos, end } of ts.getLeadingCommentRanges(text, statement.pos)?.reverse() ?? []) {
    const between = text.slice(end, start);
    const comment = text.slice(pos, end);
    const startsItsLine = text.slice(lineStart(pos, text), pos).trim() === '';
    const isApart = between.split('\n').length > 2 && !(between.trim() === '' && documentsCode.test(comment));
    if (isApart || !startsItsLine || fileComment.test(comment)) break;
    start = pos;
  }
  return start;
}

function lineStart(offset: number, text: string): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** White space at the start of the line that an offset is in, up to the offset. */
export function indentAt(offset: number, text: string): string {
  return /^[ \t]*/.exec(text.slice(lineStart(offset, text), offset))?.[0] ?? '';
}

/** A statement with its line, where it has the line to itself. */
export function wholeLines(
  statement: ts.Statement,
  { text, sourceFile }: { readonly text: string; readonly sourceFile: ts.SourceFile },
): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf('\n', statement.getStart(sourceFile) - 1) + 1;
  const isFirst = text.slice(start, statement.getStart(sourceFile)).trim() === '';
  const rest = /^[ \t]*\r?\n/.exec(text.slice(statement.end));
  return isFirst && rest !== null
    ? { start, end: statement.end + rest[0].length }
    : { start: statement.getStart(sourceFile), end: statement.end };
}

export function topLevelStatement(node: ts.Node): ts.Statement {
  let current = node;
  while (!ts.isSourceFile(current.parent)) current = current.parent;
  return current as ts.Statement;
}
