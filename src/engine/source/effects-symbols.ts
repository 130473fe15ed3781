// What the checker knows about a name or a type, as the effect analysis asks for it: is it a primitive, is it declared by the language's
// library, by a package whose code is not seen, or here.
import ts from 'typescript';
import { isTypedArrayName } from './known-globals.ts';

/** Where a declaration stands. */
export type Origin =
  | { readonly kind: 'library' }
  /** A declaration file of a package or of Node; the code behind it is not seen. */
  | { readonly kind: 'foreign'; readonly from: string }
  | { readonly kind: 'local' };

const library: Origin = { kind: 'library' };
/** Node's declaration files hold globals, which count as the library's, and modules. */
const nodeGlobals: Origin = { kind: 'foreign', from: 'node' };

export class SymbolFacts {
  readonly #program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly #origins = new Map<ts.SourceFile, Origin>();

  constructor(program: ts.Program, checker: ts.TypeChecker) {
    this.#program = program;
    this.checker = checker;
  }

  originOf(declaration: ts.Node): Origin {
    const file = declaration.getSourceFile();
    let origin = this.#origins.get(file);
    if (origin === undefined) {
      origin = this.#originOfFile(file);
      this.#origins.set(file, origin);
    }
    if (origin !== nodeGlobals) return origin;
    const module = enclosingModuleName(declaration);
    return module === undefined ? library : { kind: 'foreign', from: module };
  }

  #originOfFile(file: ts.SourceFile): Origin {
    if (this.#program.isSourceFileDefaultLibrary(file)) return library;
    if (isNodeTypes(file)) return nodeGlobals;
    const name = packageOf(file.fileName);
    if (name !== undefined) return { kind: 'foreign', from: name };
    return file.isDeclarationFile ? { kind: 'foreign', from: 'a declaration file' } : { kind: 'local' };
  }

  /** Whether every declaration of a symbol belongs to the language's library (or to Node's globals). */
  isLibrarySymbol(symbol: ts.Symbol): boolean {
    const declarations = symbol.declarations ?? [];
    return (
      declarations.length > 0 && declarations.every((declaration) => this.originOf(declaration).kind === 'library')
    );
  }

  /** `['Array', 'push']` for a library member, `['Global', 'parseInt']` for a global function; one per declaring interface. */
  libraryKeysOf(symbol: ts.Symbol): readonly (readonly [string, string])[] {
    const keys = new Map<string, readonly [string, string]>();
    for (const declaration of symbol.declarations ?? []) {
      const parent = declaration.parent;
      const owner =
        ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)
          ? parent.name?.text
          : ts.isModuleBlock(parent)
            ? parent.parent.name.text
            : 'Global';
      keys.set(String(owner), [owner ?? '', memberName(declaration, symbol)]);
    }
    return [...keys.values()];
  }

  /** The same for the function that a call means; undefined when it is not the library's. */
  libraryCallee(call: ts.CallExpression): readonly (readonly [string, string])[] | undefined {
    const callee = call.expression;
    const symbol = this.checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
    return symbol !== undefined && this.isLibrarySymbol(symbol) ? this.libraryKeysOf(symbol) : undefined;
  }

  /** True when no value of the type is an object: nothing can be shared through it, converting it runs nobody's code. */
  isPrimitive(type: ts.Type): boolean {
    if (type.flags & ts.TypeFlags.Any || type.flags & ts.TypeFlags.Unknown) return false;
    if (type.isUnion()) return type.types.every((member) => this.isPrimitive(member));
    if (type.isIntersection()) return type.types.some((member) => this.isPrimitive(member));
    if (type.flags & ts.TypeFlags.Instantiable && !(type.flags & ts.TypeFlags.StringLike)) {
      const constraint = this.checker.getBaseConstraintOfType(type);
      return constraint !== undefined && constraint !== type && this.isPrimitive(constraint);
    }
    return (type.flags & primitiveFlags) !== 0;
  }

  isAny(type: ts.Type): boolean {
    return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  }

  typeOf(node: ts.Node): ts.Type {
    return this.checker.getTypeAtLocation(node);
  }

  /** Name of the library interface of an object type: 'Array', 'Map', 'Uint8Array'. Undefined for the user's own types. */
  libraryTypeName(type: ts.Type): string | undefined {
    if (this.checker.isTupleType(type)) return 'Array';
    const symbol = type.getSymbol();
    return symbol && this.isLibrarySymbol(symbol) ? symbol.name : undefined;
  }

  /** The members of a union, or the type itself; what is null or undefined left out. */
  partsOf(type: ts.Type): readonly ts.Type[] {
    const parts = type.isUnion() ? type.types : [type];
    return parts.filter((part) => !(part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
  }

  /** Whether a collection (or a string) holds primitives only, so that nothing is shared through its elements. */
  hasPrimitiveElements(type: ts.Type): boolean {
    return this.partsOf(type).every((part) => {
      if (this.isPrimitive(part)) return true;
      const name = this.libraryTypeName(part);
      if (name !== undefined && isTypedArrayName(name)) return true;
      const isKeyed = name === 'Set' || name === 'Map' || name === 'ReadonlySet' || name === 'ReadonlyMap';
      if (!isKeyed && !this.checker.isArrayLikeType(part)) return false;
      const elements = this.checker.getTypeArguments(part as ts.TypeReference);
      return elements.length > 0 && elements.every((element) => this.isPrimitive(element));
    });
  }

  resolveAlias(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}

const primitiveFlags =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null |
  ts.TypeFlags.Void |
  ts.TypeFlags.Never;

/** `__@iterator@123` is how the checker spells `[Symbol.iterator]`; the declaration says it as written. */
function memberName(declaration: ts.Declaration, symbol: ts.Symbol): string {
  const name = ts.getNameOfDeclaration(declaration);
  return name !== undefined && ts.isComputedPropertyName(name) ? name.getText() : symbol.name;
}

function isNodeTypes(file: ts.SourceFile): boolean {
  return /\/node_modules\/(@types\/node|undici-types|buffer)\//.test(file.fileName);
}

/** The `declare module 'fs'` around a declaration. */
function enclosingModuleName(declaration: ts.Node): string | undefined {
  for (let node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) {
      const isGlobalPart = isInsideGlobalAugmentation(declaration);
      return isGlobalPart ? undefined : node.name.text;
    }
  }
  return undefined;
}

function isInsideGlobalAugmentation(declaration: ts.Node): boolean {
  for (let node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === 'global') return true;
  }
  return false;
}

function packageOf(fileName: string): string | undefined {
  const match = /.*\/node_modules\/(?:@types\/)?((?:@[^/]+\/)?[^/]+)\//.exec(fileName);
  return match?.[1];
}
