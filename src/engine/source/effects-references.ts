// Who refers to a variable within its file, from an index that is built once per file: identifiers by their text, resolved on demand.
import ts from 'typescript';

export class ReferenceIndex {
  readonly #checker: ts.TypeChecker;
  readonly #identifiers = new Map<ts.SourceFile, ReadonlyMap<string, readonly ts.Identifier[]>>();
  readonly #references = new Map<ts.Declaration, readonly ts.Identifier[]>();
  readonly #subclassed = new Map<ts.SourceFile, ReadonlySet<ts.Symbol>>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Identifiers of the declaration's file that mean it, its own name left out. */
  referencesTo(declaration: ts.NamedDeclaration): readonly ts.Identifier[] {
    const known = this.#references.get(declaration);
    if (known) return known;
    const name = declaration.name;
    const found =
      name !== undefined && ts.isIdentifier(name)
        ? this.named(declaration.getSourceFile(), name.text).filter(
            (identifier) => identifier !== name && this.#means(identifier, declaration),
          )
        : [];
    this.#references.set(declaration, found);
    return found;
  }

  /** Identifiers of a file with this text. */
  named(file: ts.SourceFile, text: string): readonly ts.Identifier[] {
    return this.#indexOf(file).get(text) ?? [];
  }

  isReassigned(declaration: ts.NamedDeclaration): boolean {
    return (
      isOpenToOthers(declaration) || this.referencesTo(declaration).some((identifier) => isWriteTarget(identifier))
    );
  }

  /** Whether some class of the file extends this one. */
  hasSubclassInFile(declaration: ts.ClassLikeDeclaration): boolean {
    const file = declaration.getSourceFile();
    let bases = this.#subclassed.get(file);
    if (bases === undefined) {
      bases = this.#basesIn(file);
      this.#subclassed.set(file, bases);
    }
    const symbol = declaration.name && this.#checker.getSymbolAtLocation(declaration.name);
    return symbol !== undefined && bases.has(symbol);
  }

  /** Whether `<anything>.name = ...` stands in the file: a method may be replaced. */
  isMemberAssigned(file: ts.SourceFile, name: string): boolean {
    return this.named(file, name).some(
      (identifier) =>
        ts.isPropertyAccessExpression(identifier.parent) &&
        identifier.parent.name === identifier &&
        isWriteTarget(identifier.parent),
    );
  }

  #means(identifier: ts.Identifier, declaration: ts.NamedDeclaration): boolean {
    return this.symbolOf(identifier)?.declarations?.includes(declaration) === true;
  }

  /** The value that an identifier means: for `{ x }` and `export { x }` the variable, not the property. */
  symbolOf(identifier: ts.Node): ts.Symbol | undefined {
    const parent = identifier.parent;
    if (ts.isShorthandPropertyAssignment(parent) && parent.name === identifier) {
      return this.#checker.getShorthandAssignmentValueSymbol(parent);
    }
    if (ts.isExportSpecifier(parent)) return this.#checker.getExportSpecifierLocalTargetSymbol(parent);
    return this.#checker.getSymbolAtLocation(identifier);
  }

  #basesIn(file: ts.SourceFile): ReadonlySet<ts.Symbol> {
    const bases = new Set<ts.Symbol>();
    const visit = (node: ts.Node): void => {
      if (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ExtendsKeyword) {
        for (const type of node.types) {
          const symbol = this.#checker.getSymbolAtLocation(type.expression);
          if (symbol) bases.add(symbol);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return bases;
  }

  #indexOf(file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
    const known = this.#identifiers.get(file);
    if (known) return known;
    const index = new Map<string, ts.Identifier[]>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        const list = index.get(node.text);
        if (list) list.push(node);
        else index.set(node.text, [node]);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    this.#identifiers.set(file, index);
    return index;
  }
}

/** `export let` of a namespace is a property of an object: other files assign it as `Settings.scale = 2`. */
function isOpenToOthers(declaration: ts.NamedDeclaration): boolean {
  if (!ts.isVariableDeclaration(declaration) || !ts.isVariableStatement(declaration.parent.parent)) return false;
  const flags = ts.getCombinedModifierFlags(declaration);
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return (flags & ts.ModifierFlags.Export) !== 0 && !isConstant && ts.isModuleBlock(declaration.parent.parent.parent);
}

/** Whether evaluating around it assigns to this expression: `x = 1`, `x++`, `[x] = xs`, `for (x of xs)`, `delete x.y`. */
export function isWriteTarget(node: ts.Node): boolean {
  const parent = node.parent;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent)) {
    return isWriteTarget(parent);
  }
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    if (parent.left !== node) return false;
    return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node && isInsidePattern(parent.parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isInsidePattern(parent.parent);
  if (ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) {
    return isInsidePattern(parent);
  }
  return false;
}

/** Whether a literal stands on the left of a destructuring assignment. */
function isInsidePattern(node: ts.Node): boolean {
  const parent = node.parent;
  if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) return isWriteTarget(node);
  return (ts.isObjectLiteralExpression(parent) || ts.isArrayLiteralExpression(parent)) && isWriteTarget(parent);
}
