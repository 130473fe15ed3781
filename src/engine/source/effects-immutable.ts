// Variables outside of a function that can be relied on not to change between two calls: constants of primitive type, and literal data that
// nothing in its file writes or hands on. Reading them is no effect.
import ts from 'typescript';
import { FilledData } from './effects-filled.ts';
import { isWriteTarget, type ReferenceIndex } from './effects-references.ts';
import type { SymbolFacts } from './effects-symbols.ts';
import { type BuiltinBehaviour, builtinBehaviour, conversionBehaviour, isTypedArrayName } from './known-globals.ts';

/** Methods whose result holds nothing but what the callback gives. */
const ELEMENT_WISE: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'some', 'every', 'findIndex']);
/** Methods whose result is an element, or a list of some. */
const GIVES_ELEMENTS: ReadonlySet<string> = new Set(['find', 'filter']);

export class ImmutableData {
  readonly #symbols: SymbolFacts;
  readonly #references: ReferenceIndex;
  readonly #filled: FilledData;
  readonly #known = new Map<ts.VariableDeclaration, boolean>();

  constructor(symbols: SymbolFacts, references: ReferenceIndex) {
    this.#symbols = symbols;
    this.#references = references;
    this.#filled = new FilledData(symbols, references, {
      isOwnData: (expression) => this.#isOwnData(expression),
      isReadOnlyUse: (reference) => this.#isReadOnlyUse(reference),
    });
  }

  /** Whether the object that a variable holds is made here, never written and never handed to code that might write it. */
  isNeverWritten(declaration: ts.VariableDeclaration): boolean {
    const known = this.#known.get(declaration);
    if (known !== undefined) return known;
    const answer = this.#decide(declaration);
    this.#known.set(declaration, answer);
    return answer;
  }

  /** And it holds what is written out there: nothing is added to it while the module is loaded. */
  isAsWrittenOut(declaration: ts.VariableDeclaration): boolean {
    const value = declaration.initializer;
    if (value === undefined || !this.isNeverWritten(declaration)) return false;
    return (
      this.#isDeeplyFrozen(value) ||
      this.#references.referencesTo(declaration).every((reference) => this.#isReadOnlyUse(reference))
    );
  }

  #decide(declaration: ts.VariableDeclaration): boolean {
    const value = declaration.initializer;
    if (value === undefined || !ts.isIdentifier(declaration.name)) return false;
    if (this.#references.isReassigned(declaration)) return false;
    if (this.#isDeeplyFrozen(value)) return true;
    const exported = isExported(declaration);
    if (isRegularExpression(value)) {
      if (this.#references.named(declaration.getSourceFile(), 'lastIndex').length > 0) return false;
      return !hasState(value) || (!exported && this.#isPatternOnly(declaration));
    }
    if (exported && !this.#isConstAsserted(value)) return false;
    if (!this.#isOwnData(value) && !this.#filled.isMadeByFunction(unwrap(value))) return false;
    return this.#references
      .referencesTo(declaration)
      .every((reference) => this.#isReadOnlyUse(reference) || this.#filled.isFilledAtLoad(reference, declaration));
  }

  /** Frozen all the way down: nobody can write it, wherever it goes. */
  #isDeeplyFrozen(value: ts.Expression): boolean {
    const inner = unwrap(value);
    if (!ts.isCallExpression(inner) || !this.#isObjectFreeze(inner)) return false;
    const argument = inner.arguments[0] && unwrap(inner.arguments[0]);
    if (argument === undefined) return false;
    const isSettled = (part: ts.Expression): boolean => this.#isPrimitive(part) || this.#isDeeplyFrozen(part);
    if (ts.isArrayLiteralExpression(argument)) return argument.elements.every(isSettled);
    if (!ts.isObjectLiteralExpression(argument)) return false;
    return argument.properties.every(
      (property) => ts.isPropertyAssignment(property) && isPlainName(property.name) && isSettled(property.initializer),
    );
  }

  #isObjectFreeze(call: ts.CallExpression): boolean {
    const symbol = this.#symbols.checker.getSymbolAtLocation(call.expression);
    if (symbol === undefined || !this.#symbols.isLibrarySymbol(symbol)) return false;
    return this.#symbols
      .libraryKeysOf(symbol)
      .some(([owner, name]) => owner === 'ObjectConstructor' && name === 'freeze');
  }

  #isConstAsserted(value: ts.Expression): boolean {
    return ts.isAsExpression(value) && ts.isConstTypeReference(value.type);
  }

  /** Arrays, objects, maps, sets and typed arrays written out, with nothing in them that exists elsewhere. */
  #isOwnData(expression: ts.Expression): boolean {
    const value = unwrap(expression);
    if (ts.isArrayLiteralExpression(value)) return value.elements.every((element) => this.#isOwnData(element));
    if (ts.isObjectLiteralExpression(value)) {
      return value.properties.every((property) => {
        if (ts.isPropertyAssignment(property))
          return isPlainName(property.name) && this.#isOwnData(property.initializer);
        return ts.isShorthandPropertyAssignment(property) && this.#isPrimitive(property.name);
      });
    }
    if (ts.isNewExpression(value) || ts.isCallExpression(value)) return this.#isOwnCollection(value);
    return this.#isPrimitive(value);
  }

  #isOwnCollection(value: ts.NewExpression | ts.CallExpression): boolean {
    if (this.#isPrimitive(value)) return true;
    const symbol = this.#symbols.checker.getSymbolAtLocation(value.expression);
    const isLibrary = symbol !== undefined && this.#symbols.isLibrarySymbol(symbol);
    const args = value.arguments ?? [];
    if (ts.isNewExpression(value)) {
      const name = symbol?.name ?? '';
      const isCollection = ['Map', 'Set', 'Array', 'ArrayBuffer'].includes(name) || isTypedArrayName(name);
      return isLibrary && isCollection && args.every((argument) => this.#isOwnData(argument));
    }
    // `Array(256).fill(0)`, `Array.from({ length: 9 }, (_, i) => i * i)`: fresh, and its elements are primitives.
    if (!isLibrary || !this.#hasPrimitiveElements(value)) return false;
    return this.#isFreshCall(value, symbol);
  }

  #isFreshCall(call: ts.CallExpression, symbol: ts.Symbol): boolean {
    if (isMade(conversionBehaviour(symbol.name))) return true;
    return this.#symbols.libraryKeysOf(symbol).every(([owner, name]) => {
      const behaviour = builtinBehaviour(owner, name);
      if (isMade(behaviour)) return true;
      const receiver = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined;
      return behaviour?.returns === 'receiver' && receiver !== undefined && this.#isOwnData(receiver);
    });
  }

  /** Climbs from a reference through accesses to what is done with what was read. */
  #isReadOnlyUse(node: ts.Expression): boolean {
    const parent = node.parent;
    if (ts.isTypeQueryNode(parent) || ts.isTypeOfExpression(parent)) return true;
    if (ts.isExportSpecifier(parent)) return parent.isTypeOnly;
    if (isWrapper(parent)) return this.#isReadOnlyUse(parent);
    if ((ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) && parent.expression === node) {
      return this.#isReadOnlyAccess(parent);
    }
    if (ts.isForOfStatement(parent) && parent.expression === node) {
      return this.#hasPrimitiveElements(node) || this.#isReadOnlyLoop(parent);
    }
    if (ts.isVariableDeclaration(parent) && parent.initializer === node) return this.isReadOnlyName(parent.name);
    if (ts.isSpreadElement(parent)) return this.#hasPrimitiveElements(node);
    if (ts.isBinaryExpression(parent)) return this.#isReadOnlyOperand(parent, node);
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return this.#isReadOnlyArgument(parent, node);
    return false;
  }

  /** `for (const [dx, dy] of STEPS)` */
  #isReadOnlyLoop({ initializer, awaitModifier }: ts.ForOfStatement): boolean {
    if (awaitModifier !== undefined || !ts.isVariableDeclarationList(initializer)) return false;
    return initializer.declarations.every(({ name }) => this.isReadOnlyName(name));
  }

  /** What a variable holds, or what is taken apart into several, goes nowhere from there. */
  isReadOnlyName(name: ts.BindingName): boolean {
    if (!ts.isIdentifier(name)) {
      return name.elements.every(
        (element) =>
          ts.isOmittedExpression(element) ||
          (element.dotDotDotToken === undefined && this.isReadOnlyName(element.name)),
      );
    }
    const { parent } = name;
    if (this.#isPrimitive(name)) return true;
    const isVariable = ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent);
    if (!isVariable || isExportedName(parent)) return false;
    return this.#references.referencesTo(parent).every((reference) => this.#isReadOnlyUse(reference));
  }

  #isReadOnlyAccess(access: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
    if (isWriteTarget(access)) return false;
    if (ts.isCallExpression(access.parent) && access.parent.expression === access) {
      return this.#isReadOnlyMethod(access, access.parent);
    }
    return this.#isPrimitive(access) || this.#isReadOnlyUse(access);
  }

  #isReadOnlyMethod(
    access: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    call: ts.CallExpression,
  ): boolean {
    const symbol = this.#symbols.checker.getSymbolAtLocation(access);
    if (symbol === undefined || !this.#symbols.isLibrarySymbol(symbol)) return false;
    const behaviours = this.#symbols.libraryKeysOf(symbol).map(([owner, name]) => builtinBehaviour(owner, name));
    if (behaviours.some((behaviour) => behaviour === undefined || behaviour.writes || behaviour.impure)) return false;
    // `TABLE.subarray(2)` is the same memory by another name.
    if (behaviours.some((behaviour) => behaviour?.returns === 'receiver')) return this.#isReadOnlyUse(call);
    if (call.arguments.every((argument) => this.#isPrimitive(argument))) {
      if (this.#isPrimitive(call) || this.#hasPrimitiveElements(access.expression)) return true;
      return behaviours.every((behaviour) => behaviour?.returns === 'element') && this.#isReadOnlyUse(call);
    }
    if (this.#hasPrimitiveElements(access.expression))
      return call.arguments.every((argument) => this.#seesElementsOnly(argument));
    return this.#isReadOnlyIteration(symbol, call);
  }

  /** `STEPS.some(([dx, dy]) => ...)`: the callback does not let go of an element, and neither does what comes of the call. */
  #isReadOnlyIteration(method: ts.Symbol, call: ts.CallExpression): boolean {
    const [callback, ...more] = call.arguments;
    const isOfArrays = this.#symbols
      .libraryKeysOf(method)
      .every(([owner]) => ['Array', 'ReadonlyArray'].includes(owner));
    if (!isOfArrays || callback === undefined || more.length > 0 || !this.#seesElementsOnly(callback)) return false;
    const [item] = ts.isArrowFunction(callback) ? callback.parameters : [];
    if (item !== undefined && !this.isReadOnlyName(item.name)) return false;
    if (ELEMENT_WISE.has(method.name)) return true;
    return GIVES_ELEMENTS.has(method.name) && this.#isReadOnlyUse(call);
  }

  /** A callback is handed the collection itself as its last argument: it must not take it. */
  #seesElementsOnly(argument: ts.Expression): boolean {
    if (this.#isPrimitive(argument)) return true;
    return (
      ts.isArrowFunction(argument) &&
      argument.parameters.length < 3 &&
      argument.parameters.every((one) => !one.dotDotDotToken)
    );
  }

  #isReadOnlyOperand(parent: ts.BinaryExpression, node: ts.Node): boolean {
    switch (parent.operatorToken.kind) {
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken:
        return true;
      case ts.SyntaxKind.InKeyword:
        return parent.right === node;
      default:
        return false;
    }
  }

  #isReadOnlyArgument(call: ts.CallExpression | ts.NewExpression, node: ts.Node): boolean {
    const callee = call.expression;
    if (callee === node) return false;
    const symbol = this.#symbols.checker.getSymbolAtLocation(callee);
    if (symbol === undefined || !this.#symbols.isLibrarySymbol(symbol)) return false;
    if (ts.isNewExpression(call)) return this.#hasPrimitiveElements(node) && ['Set', 'Map'].includes(symbol.name);
    return this.#symbols.libraryKeysOf(symbol).every(([owner, name]) => {
      const behaviour = builtinBehaviour(owner, name);
      if (owner === 'ObjectConstructor' && ['keys', 'hasOwn'].includes(name)) return true;
      return (
        behaviour !== undefined &&
        !behaviour.writes &&
        !behaviour.impure &&
        this.#isPrimitive(call) &&
        !behaviour.callback
      );
    });
  }

  /** Regular expressions with state that are only handed to string methods, which start at zero and leave zero behind. */
  #isPatternOnly(declaration: ts.VariableDeclaration): boolean {
    const value = declaration.initializer && unwrap(declaration.initializer);
    if (value === undefined || !ts.isRegularExpressionLiteral(value) || flagsOf(value).includes('y')) return false;
    return this.#references.referencesTo(declaration).every((reference) => {
      const call = reference.parent;
      if (!ts.isCallExpression(call) || call.arguments[0] !== reference) return false;
      const symbol = this.#symbols.checker.getSymbolAtLocation(call.expression);
      if (symbol === undefined || !this.#symbols.isLibrarySymbol(symbol)) return false;
      // `match` and `replace` with a global pattern reset `lastIndex`; `split` works on a copy; `matchAll` copies it, hence is left out.
      return this.#symbols
        .libraryKeysOf(symbol)
        .every(([owner, name]) => owner === 'String' && ['match', 'replace', 'replaceAll', 'split'].includes(name));
    });
  }

  #isPrimitive(node: ts.Node): boolean {
    return this.#symbols.isPrimitive(this.#symbols.typeOf(node));
  }

  #hasPrimitiveElements(node: ts.Node): boolean {
    return this.#symbols.hasPrimitiveElements(this.#symbols.typeOf(node));
  }
}

function unwrap(expression: ts.Expression): ts.Expression {
  return isWrapper(expression) ? unwrap(expression.expression) : expression;
}

function isWrapper(
  node: ts.Node,
): node is ts.ParenthesizedExpression | ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  );
}

function isPlainName(name: ts.PropertyName): boolean {
  return (
    !ts.isComputedPropertyName(name) || ts.isStringLiteralLike(name.expression) || ts.isNumericLiteral(name.expression)
  );
}

function isRegularExpression(value: ts.Expression): boolean {
  return ts.isRegularExpressionLiteral(unwrap(value));
}

/** Global and sticky expressions keep `lastIndex` between calls. */
function hasState(value: ts.Expression): boolean {
  const literal = unwrap(value);
  return ts.isRegularExpressionLiteral(literal) && /[gy]/.test(flagsOf(literal));
}

function flagsOf(literal: ts.RegularExpressionLiteral): string {
  return literal.text.slice(literal.text.lastIndexOf('/') + 1);
}

/** Of a variable that holds a part of the data. */
function isExportedName(declaration: ts.Declaration): boolean {
  const variable = ts.isBindingElement(declaration) ? ts.walkUpBindingElementsAndPatterns(declaration) : declaration;
  return ts.isVariableDeclaration(variable) && isExported(variable);
}

/** By a modifier; `export { x }` counts as a use that hands it on. */
function isExported(declaration: ts.VariableDeclaration): boolean {
  const statement = declaration.parent.parent;
  return (
    ts.isVariableStatement(statement) &&
    statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function isMade(behaviour: BuiltinBehaviour | undefined): boolean {
  return behaviour?.returns?.startsWith('fresh') === true;
}
