// Which reason codes stand in the source of the engine: where a `code` is written in an object, where one is handed to a function that takes a
// `code`, and every literal of a letter and a number, which nothing else looks like. Syntax only.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const lettered = /^[A-Z]\d{1,2}$/;

/** Codes of what the user can mend and of functions that cannot be run are catalogues of their own. */
const otherCatalogues = ['src/engine/failures.ts', 'src/engine/source/obstacles.ts'];

/** Code to the files that can give it, relative to the root. */
export function reasonCodesIn(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of [...sourceFiles(root, 'src/engine'), 'src/present/verdict-sentence.ts']) {
    if (otherCatalogues.includes(file)) continue;
    for (const code of codesOf(readFileSync(path.join(root, file), 'utf8'), file)) {
      const files = found.get(code) ?? new Set();
      found.set(code, files.add(file));
    }
  }
  return found;
}

function sourceFiles(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .sort();
}

export function codesOf(text: string, file: string): ReadonlySet<string> {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const takesCode = positionsOfCode(source);
  const codes = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && (lettered.test(node.text) || isCode(node, takesCode))) codes.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

/** Functions of the file with a parameter `code`, by name, and which one it is. */
function positionsOfCode(source: ts.SourceFile): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) {
      const index = node.parameters.findIndex(({ name }) => name.getText(source) === 'code');
      if (index >= 0) positions.set(node.name.text, index);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return positions;
}

function isCode(literal: ts.StringLiteralLike, takesCode: ReadonlyMap<string, number>): boolean {
  const { parent } = literal;
  if (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression)) {
    return parent.arguments.indexOf(literal) === takesCode.get(parent.expression.text);
  }
  const isNamedCode = ts.isPropertyAssignment(parent) && parent.name.getText() === 'code';
  // A failure of a process has a code too, but says `sentence`, not `message`.
  const isReason = ts.isObjectLiteralExpression(parent.parent) && parent.parent.properties.some(isMessage);
  return isNamedCode && isReason;
}

function isMessage(property: ts.ObjectLiteralElementLike): boolean {
  return property.name !== undefined && ts.isIdentifier(property.name) && property.name.text === 'message';
}
