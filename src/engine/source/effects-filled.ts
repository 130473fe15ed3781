// Lists of primitives that are not written out but filled before anybody reads them: by a function that makes them, or by the module while it is loaded.
import ts from 'typescript';
import { isWriteTarget, type ReferenceIndex } from './effects-references.ts';
import type { SymbolFacts } from './effects-symbols.ts';
import { ownFunction } from './value-makers.ts';

/** What ImmutableData says of an expression. */
export interface DataRules {
  readonly isOwnData: (expression: ts.Expression) => boolean;
  readonly isReadOnlyUse: (reference: ts.Expression) => boolean;
}

export class FilledData {
  readonly #symbols: SymbolFacts;
  readonly #references: ReferenceIndex;
  readonly #rules: DataRules;

  constructor(symbols: SymbolFacts, references: ReferenceIndex, rules: DataRules) {
    this.#symbols = symbols;
    this.#references = references;
    this.#rules = rules;
  }

  /** `const TABLE = crcTable()`: a list of primitives that a function of the file makes and lets go of. */
  isMadeByFunction(call: ts.Expression): boolean {
    if (!ts.isCallExpression(call) || !this.#hasPrimitiveElements(call)) return false;
    if (!call.arguments.every((argument) => this.#isPrimitive(argument))) return false;
    const body = ownFunction(call, this.#symbols.checker)?.body;
    if (body === undefined) return false;
    return ts.isBlock(body) ? returnedFrom(body).every((one) => this.#isMadeHere(one)) : this.#rules.isOwnData(body);
  }

  /** A variable of the function that holds what it has made, and that is filled, read and returned. */
  #isMadeHere(returned: ts.ReturnStatement): boolean {
    const { expression } = returned;
    if (expression === undefined || !ts.isIdentifier(expression)) return false;
    const declaration = this.#symbols.checker.getSymbolAtLocation(expression)?.valueDeclaration;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    const maker = ts.findAncestor(returned, ts.isFunctionLike);
    // What is made inside of it may run later, when the list is in use.
    const isOfMaker = (node: ts.Node): boolean => ts.findAncestor(node, ts.isFunctionLike) === maker;
    if (
      !isOfMaker(declaration) ||
      this.#references.isReassigned(declaration) ||
      !this.#rules.isOwnData(declaration.initializer)
    )
      return false;
    return this.#references
      .referencesTo(declaration)
      .every(
        (one) =>
          this.#rules.isReadOnlyUse(one) ||
          (isOfMaker(one) && (ts.isReturnStatement(one.parent) || this.#isFilled(one))),
      );
  }

  /** Before any other code of the project has run that might have read it. */
  isFilledAtLoad(reference: ts.Expression, declaration: ts.VariableDeclaration): boolean {
    if (ts.findAncestor(reference, ts.isFunctionLike) !== undefined || !this.#isFilled(reference)) return false;
    const { statements } = declaration.getSourceFile();
    const around = (node: ts.Node): number =>
      statements.findIndex((statement) => statement.pos <= node.pos && node.end <= statement.end);
    const until = statements.slice(around(declaration), around(reference) + 1);
    return until.length > 0 && until.every((statement) => this.#callsLibraryOnly(statement));
  }

  /** Getters, iterators, `valueOf` and functions handed to the library would be code of the project: only primitives and lists of them are named. */
  #callsLibraryOnly(node: ts.Node): boolean {
    if (ts.isFunctionLike(node)) {
      if (isDeclared(node)) return true;
      if (!ts.isCallExpression(node.parent) && !ts.isParenthesizedExpression(node.parent)) return false;
    }
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
    if (ts.isClassLike(node) || ts.isTaggedTemplateExpression(node) || ts.isAwaitExpression(node)) return false;
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return false;
    if (ts.isIdentifier(node)) return this.#isPlainName(node);
    return !ts.forEachChild(node, (child) => !this.#callsLibraryOnly(child));
  }

  #isPlainName(name: ts.Identifier): boolean {
    const { parent } = name;
    if ('name' in parent && parent.name === name && !ts.isPropertyAccessExpression(parent)) return true;
    const symbol = this.#symbols.checker.getSymbolAtLocation(name);
    if (symbol !== undefined && this.#symbols.isLibrarySymbol(symbol)) return true;
    return this.#isPrimitive(name) || this.#hasPrimitiveElements(name);
  }

  /** `TABLE[i] = c`, `TABLE.push(c)`: primitives only. */
  #isFilled(reference: ts.Expression): boolean {
    const access = reference.parent;
    if (!this.#hasPrimitiveElements(reference)) return false;
    if (ts.isElementAccessExpression(access) && access.expression === reference) {
      const { parent } = access;
      const isCounted = ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
      if (!isWriteTarget(access) || !this.#isPrimitive(access.argumentExpression)) return false;
      return isCounted || (ts.isBinaryExpression(parent) && this.#isPrimitive(parent.right));
    }
    if (!ts.isPropertyAccessExpression(access) || !['push', 'fill'].includes(access.name.text)) return false;
    const call = access.parent;
    return (
      ts.isCallExpression(call) &&
      call.expression === access &&
      ts.isExpressionStatement(call.parent) &&
      call.arguments.every((argument) => this.#isPrimitive(argument))
    );
  }

  #isPrimitive(node: ts.Node): boolean {
    return this.#symbols.isPrimitive(this.#symbols.typeOf(node));
  }

  #hasPrimitiveElements(node: ts.Node): boolean {
    return this.#symbols.hasPrimitiveElements(this.#symbols.typeOf(node));
  }
}

/** `function f() {}`, `const f = () => {}` */
function isDeclared(node: ts.SignatureDeclaration): boolean {
  return ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node.parent);
}

function returnedFrom(body: ts.Block): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) found.push(node);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}
