// Adds an entry to an inputs module that exists, leaving every other byte as it is: imports after its imports, functions before its table,
// the entry at the end of the table.
import MagicString from 'magic-string';
import ts from 'typescript';
import type { CodeStyle } from '../source/code-style.ts';
import { inStyleOf } from './in-style-of.ts';
import type { InputsModuleOutline } from './inputs-module-keys.ts';
import type { PrintedPieces } from './print-inputs-module.ts';

export function addEntry(text: string, outline: InputsModuleOutline, pieces: PrintedPieces, style: CodeStyle): string {
  const { table, sourceFile } = outline;
  if (table === undefined) return text;
  const eol: CodeStyle['eol'] = text.includes('\r\n') ? '\r\n' : '\n';
  const dress = (piece: string): string => inStyleOf(piece, { ...style, eol });
  const edited = new MagicString(text);
  const imports = pieces.imports.filter((line) => !text.includes(line.replace(/;$/, '')));
  if (imports.length > 0) edited.appendLeft(...importPlace(sourceFile, imports.map(dress).join(eol), eol));
  if (pieces.functions.length > 0) {
    const statement = sourceFile.statements.find(
      (candidate) => candidate.pos <= table.pos && table.end <= candidate.end,
    );
    edited.appendLeft(
      statement?.getStart(sourceFile, true) ?? 0,
      pieces.functions.map((piece) => dress(piece) + eol + eol).join(''),
    );
  }
  const entry = dress(pieces.entry.replaceAll(/^(?=.)/gm, '  '));
  const last = table.properties.at(-1);
  if (last === undefined) {
    edited.overwrite(table.getStart(sourceFile), table.end, `{${eol}${entry}${eol}}`);
  } else {
    const comma = table.properties.hasTrailingComma ? '' : ',';
    if (comma !== '') edited.appendLeft(last.end, comma);
    edited.appendLeft(lineEndAfter(text, table.properties.end, table.end - 1), `${eol}${entry}`);
  }
  return edited.toString();
}

function importPlace(sourceFile: ts.SourceFile, lines: string, eol: string): [number, string] {
  const last = sourceFile.statements.findLast(ts.isImportDeclaration);
  if (last !== undefined) return [last.end, eol + lines];
  const first = sourceFile.statements[0];
  return [first?.getStart(sourceFile, true) ?? 0, `${lines}${eol}${eol}`];
}

/** A comment behind the last entry stays on its line. */
function lineEndAfter(text: string, from: number, limit: number): number {
  const end = text.slice(from, limit).search(/\r?\n/);
  return end < 0 ? from : from + end;
}
