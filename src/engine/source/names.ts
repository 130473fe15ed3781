// Names: one that nothing in the file uses yet, and what a piece of code reads from outside itself. Who writes a variable is known to
// effects-references.ts.
import ts from 'typescript';
import type { Subject } from './subject.ts';

/** The wanted name, or the wanted name with a number: not an identifier anywhere in the file, no word of the language, not in `taken`. */
export function freshName(subject: Pick<Subject, 'sourceFile'>, wanted: string, taken: Iterable<string> = []): string {
  const others = new Set(taken);
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
    if (!others.has(name) && !isReserved(name) && !isIdentifierOf(subject.sourceFile, name)) return name;
  }
}

/** The same for a variable inside of the subject, where names of other functions are free. */
export function freshLocalName({ node }: Pick<Subject, 'node'>, wanted: string, taken: readonly string[] = []): string {
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
    if (!taken.includes(name) && !isReserved(name) && !isIdentifierWithin(node, name)) return name;
  }
}

/** `order` of `orders`; the same word where it is no plural. */
export function singular(list: string): string {
  if (/[^aeiou]ies$/.test(list)) return `${list.slice(0, -3)}y`;
  return /[^s]s$/.test(list) ? list.slice(0, -1) : list;
}

/** Words like `type` and `from` are names like others. */
export function isReserved(name: string): boolean {
  const keyword = ts.identifierToKeywordKind(ts.factory.createIdentifier(name));
  const isWord = keyword !== undefined && keyword <= ts.SyntaxKind.LastFutureReservedWord;
  return isWord || ['arguments', 'eval', 'await', 'undefined', 'async', 'of'].includes(name);
}

/** Looks through the tree only when the text has the letters at all (or escapes, which hide them). */
function isIdentifierOf(sourceFile: ts.SourceFile, name: string): boolean {
  const { text } = sourceFile;
  return (text.includes(name) || text.includes('\\u')) && isIdentifierWithin(sourceFile, name);
}

function isIdentifierWithin(code: ts.Node, name: string): boolean {
  const pending: ts.Node[] = [code];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isIdentifier(node) && node.text === name) return true;
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return false;
}

export type FreeNameKind =
  | 'import'
  | 'module-const'
  | 'module-let'
  | 'function'
  | 'class'
  | 'enum'
  | 'namespace'
  /** Anything declared in a function around the code, parameters aside. */
  | 'enclosing-variable'
  | 'enclosing-parameter'
  /** Declared by no file of the project: the language's own and the host's. */
  | 'global'
  /** `this`, `super`, `new.target` or `arguments` of the function around. */
  | 'this'
  | 'arguments';

export interface FreeName {
  readonly name: string;
  readonly kind: FreeNameKind;
  /** Undefined for `this`, `arguments` and names that nothing declares. */
  readonly symbol: ts.Symbol | undefined;
  /** The first declaration, for an import the import itself. */
  readonly declaration: ts.Declaration | undefined;
  /** At least one, in order of appearance. */
  readonly uses: readonly ts.Node[];
}

/** What the code of a node uses from outside the node, as values; types are left out. In order of first use. */
export function freeNames(node: ts.Node, checker: ts.TypeChecker): readonly FreeName[] {
  const found = new Map<unknown, FreeName & { uses: ts.Node[] }>();
  const add = (key: unknown, use: ts.Node, describe: () => Omit<FreeName, 'uses'>): void => {
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...describe(), uses: [use] });
    else known.uses.push(use);
  };
  const pending: { readonly node: ts.Node; readonly ownThis: boolean }[] = [{ node, ownThis: false }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node: current, ownThis } = visit;
    if (ts.isIdentifier(current)) addIdentifier(current, node, checker, ownThis, add);
    else if (isThisLike(current)) {
      if (!ownThis)
        add('this', current, () => ({ name: 'this', kind: 'this', symbol: undefined, declaration: undefined }));
    }
    const children = valueChildren(current, ownThis);
    for (const child of children.reverse()) pending.push(child);
  }
  return [...found.values()];
}

function isThisLike(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.ThisKeyword ||
    node.kind === ts.SyntaxKind.SuperKeyword ||
    (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.NewKeyword)
  );
}

function valueChildren(node: ts.Node, ownThis: boolean): { node: ts.Node; ownThis: boolean }[] {
  const children: { node: ts.Node; ownThis: boolean }[] = [];
  const bindsThis =
    (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) ||
    ts.isPropertyDeclaration(node) ||
    ts.isClassStaticBlockDeclaration(node);
  ts.forEachChild(node, (child) => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    if (ts.isHeritageClause(child) && child.token === ts.SyntaxKind.ImplementsKeyword) return;
    if (ts.isTypeParameterDeclaration(child) || ts.isInterfaceDeclaration(child) || ts.isTypeAliasDeclaration(child))
      return;
    if (ts.isMetaProperty(node)) return;
    children.push({ node: child, ownThis: ownThis || bindsThis });
  });
  return children;
}

type Add = (key: unknown, use: ts.Node, describe: () => Omit<FreeName, 'uses'>) => void;

function addIdentifier(
  identifier: ts.Identifier,
  root: ts.Node,
  checker: ts.TypeChecker,
  ownThis: boolean,
  add: Add,
): void {
  if (!isReference(identifier)) return;
  const { text: name, parent } = identifier;
  if (name === 'arguments') {
    if (!ownThis) add(name, identifier, () => ({ name, kind: 'arguments', symbol: undefined, declaration: undefined }));
    return;
  }
  if (name === 'undefined') return;
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(identifier);
  const declarations = symbol?.declarations ?? [];
  if (declarations.some((declaration) => isInside(declaration, root))) return;
  const key = symbol ?? name;
  add(key, identifier, () => ({
    name,
    symbol,
    declaration: declarations[0],
    kind: kindOf(declarations, identifier.getSourceFile()),
  }));
}

/** Whether the identifier stands for a value, and is neither a property's name nor a label nor what a declaration declares. */
function isReference(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return ts.isPropertyAccessExpression(parent) && parent.name !== identifier;
  }
  if (ts.isPropertyAssignment(parent) || ts.isEnumMember(parent)) return parent.name !== identifier;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === identifier;
  if (ts.isJsxAttribute(parent) || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) return !/^[a-z]/.test(identifier.text);
  if ('name' in parent && parent.name === identifier) return false;
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent);
}

function isInside(declaration: ts.Node, root: ts.Node): boolean {
  return (
    declaration.getSourceFile() === root.getSourceFile() &&
    root.pos <= declaration.pos &&
    declaration.end <= root.end &&
    declaration !== root
  );
}

function kindOf(declarations: readonly ts.Declaration[], sourceFile: ts.SourceFile): FreeNameKind {
  const declaration = declarations.find((one) => one.getSourceFile() === sourceFile);
  if (declaration === undefined) return 'global';
  if (isImport(declaration)) return 'import';
  if (isInFunction(declaration))
    return ts.isParameter(rootOfBinding(declaration)) ? 'enclosing-parameter' : 'enclosing-variable';
  if (ts.isFunctionLike(declaration)) return 'function';
  if (ts.isClassLike(declaration)) return 'class';
  if (ts.isEnumDeclaration(declaration)) return 'enum';
  if (ts.isModuleDeclaration(declaration)) return 'namespace';
  return (ts.getCombinedNodeFlags(rootOfBinding(declaration)) & ts.NodeFlags.Const) !== 0
    ? 'module-const'
    : 'module-let';
}

function isImport(declaration: ts.Declaration): boolean {
  return (
    ts.isImportClause(declaration) ||
    ts.isImportSpecifier(declaration) ||
    ts.isNamespaceImport(declaration) ||
    ts.isImportEqualsDeclaration(declaration)
  );
}

/** The variable or parameter that a binding element belongs to. */
function rootOfBinding(declaration: ts.Declaration): ts.Declaration {
  let current: ts.Node = declaration;
  while (ts.isBindingElement(current)) current = current.parent.parent;
  return current as ts.Declaration;
}

function isInFunction(declaration: ts.Declaration): boolean {
  for (let { parent } = declaration as ts.Node; parent !== undefined; { parent } = parent) {
    if (ts.isFunctionLike(parent) || ts.isClassStaticBlockDeclaration(parent)) return true;
  }
  return false;
}

/** Whether an identifier of that name stands in a node, whatever it refers to. */
export function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return ts.forEachChild(node, (child) => mentions(child, name)) ?? false;
}

/** A variable or parameter of the function has the function's own name (`const totals` in `function totals`), so that it cannot be called from inside. */
export function hidesOwnName({ node, listing }: Pick<Subject, 'node' | 'listing'>): boolean {
  const isHiding = (child: ts.Node): boolean => {
    const declares = ts.isVariableDeclaration(child) || ts.isParameter(child) || ts.isBindingElement(child);
    const isNamedSo =
      (declares || ts.isFunctionDeclaration(child) || ts.isClassDeclaration(child)) &&
      child.name !== undefined &&
      ts.isIdentifier(child.name) &&
      child.name.text === listing.name;
    return isNamedSo || (ts.forEachChild(child, isHiding) ?? false);
  };
  return ts.forEachChild(node, isHiding) ?? false;
}
