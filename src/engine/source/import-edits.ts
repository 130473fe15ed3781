// Imports of one name, as ES modules and as `require` write them: where it comes from, and how a new name comes in beside it or in its place.
import ts from 'typescript';
import type { FileEdit } from './edits.ts';

export interface ImportedName {
  /** What it comes from. */
  readonly module: ts.SourceFile;
  /** As the module exports it: 'default' for `import rate from`. */
  readonly name: string;
  /** Where the file says so. */
  readonly declaration: ts.ImportSpecifier | ts.ImportClause | ts.BindingElement;
}

/** Undefined where the uses are not all of one plain import. */
export function importOf(uses: readonly ts.Identifier[], checker: ts.TypeChecker): ImportedName | undefined {
  const declarations = new Set(uses.map((use) => checker.getSymbolAtLocation(use)?.declarations?.[0]));
  const [declaration] = declarations;
  if (declarations.size !== 1 || declaration === undefined) return undefined;
  const plain = plainImport(declaration);
  const module = plain && checker.getSymbolAtLocation(plain.specifier)?.valueDeclaration;
  return plain === undefined || module === undefined || !ts.isSourceFile(module)
    ? undefined
    : { module, name: plain.name, declaration: plain.declaration };
}

/** The specifier of `const ... = require('...')` and `const ... = await import('...')`. */
export function requiredModule(declaration: ts.VariableDeclaration): ts.StringLiteral | undefined {
  const { initializer } = declaration;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const awaited = initializer !== undefined && ts.isAwaitExpression(initializer) ? initializer.expression : undefined;
  const call = awaited ?? initializer;
  if (!isConstant || call === undefined || !ts.isCallExpression(call)) return undefined;
  const { expression, arguments: given } = call;
  const [specifier] = given;
  const isRequired =
    awaited === undefined
      ? ts.isIdentifier(expression) && expression.text === 'require'
      : expression.kind === ts.SyntaxKind.ImportKeyword;
  return isRequired && specifier !== undefined && ts.isStringLiteral(specifier) ? specifier : undefined;
}

interface PlainImport extends Pick<ImportedName, 'name' | 'declaration'> {
  readonly specifier: ts.Expression;
}

function plainImport(declaration: ts.Declaration): PlainImport | undefined {
  if (ts.isImportSpecifier(declaration)) {
    const { name, propertyName, parent } = declaration;
    const clause = parent.parent;
    return {
      name: (propertyName ?? name).text,
      declaration,
      specifier: clause.parent.moduleSpecifier as ts.Expression,
    };
  }
  if (ts.isImportClause(declaration)) {
    const { namedBindings } = declaration;
    const takesMore =
      namedBindings === undefined || (ts.isNamedImports(namedBindings) && namedBindings.elements.length > 0);
    const specifier = (declaration.parent as ts.ImportDeclaration).moduleSpecifier;
    return takesMore ? { name: 'default', declaration, specifier } : undefined;
  }
  if (!ts.isBindingElement(declaration) || !ts.isObjectBindingPattern(declaration.parent)) return undefined;
  const { name, propertyName = name, initializer, dotDotDotToken, parent } = declaration;
  const specifier = ts.isVariableDeclaration(parent.parent) ? requiredModule(parent.parent) : undefined;
  const isPlain = initializer === undefined && dotDotDotToken === undefined && ts.isIdentifier(propertyName);
  // What is named there is missing from the rest.
  if (parent.elements.some((element) => element.dotDotDotToken !== undefined)) return undefined;
  return isPlain && specifier !== undefined ? { name: propertyName.text, declaration, specifier } : undefined;
}

/** The new name in place of the old one where `renamed` are all the uses that it had, and beside it otherwise. */
export function importInstead(
  edit: FileEdit,
  { declaration }: ImportedName,
  renamed: readonly ts.Identifier[],
  newName: string,
): void {
  const isUsedOtherwise = hasOtherUses(declaration, renamed);
  if (!ts.isImportClause(declaration)) {
    if (isUsedOtherwise) insertBeside(edit, declaration, newName);
    else edit.replace(declaration, newName);
    return;
  }
  const { name, namedBindings } = declaration;
  const [first] = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  const named = first === undefined ? `{ ${newName} }` : undefined;
  if (name === undefined) return;
  if (isUsedOtherwise) {
    if (first === undefined) edit.insert(name.end, `, ${named}`);
    else edit.insert(first.getStart(), `${newName}, `);
  } else if (first === undefined) edit.replace(declaration, named ?? '');
  else edit.replace({ start: name.getStart(), end: first.getStart() }, `{ ${newName}, `);
}

/** Behind a name in a list, on a line of its own where that one has its own. */
export function insertBeside(edit: FileEdit, element: ts.Node, name: string): void {
  const { text } = element.getSourceFile();
  const lineBreak = /\n([ \t]*)$/.exec(text.slice(0, element.getStart()));
  edit.insert(element.end, lineBreak === null ? `, ${name}` : `,\n${lineBreak[1]}${name}`);
}

/** Told by the text of names, so that another thing of the same name counts as well. */
function hasOtherUses(declaration: ImportedName['declaration'], renamed: readonly ts.Identifier[]): boolean {
  const { name } = declaration;
  if (name === undefined || !ts.isIdentifier(name)) return true;
  const visit = (node: ts.Node): boolean => {
    if (node === declaration && !ts.isImportClause(node)) return false;
    if (ts.isIdentifier(node) && node.text === name.text)
      return node !== name && !renamed.includes(node) && !isNameOfMember(node);
    return ts.forEachChild(node, visit) === true;
  };
  return visit(declaration.getSourceFile());
}

/** `row.rate`, `{ rate: 1 }`. */
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
