// Whether a function's results are its own: primitives, or objects made during the call that nobody else holds. A result that shares objects
// with the arguments or the module would come back from a worker as a copy, and `result === argument` would change from true to false.
import ts from 'typescript';
import { isLibraryName } from '../../source/library-symbols.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import { functionNamed } from './called-functions.ts';

/** The first returned expression that may hand out somebody else's object; undefined when there is none. */
export function sharedResult(fn: ts.SignatureDeclaration, checker: ts.TypeChecker): ts.Expression | undefined {
  return new Ownership(checker).sharedResultOf(fn);
}

/** Whether what a function hands over is its own, as if it returned it. */
export function isOwn(value: ts.Expression, checker: ts.TypeChecker): boolean {
  return new Ownership(checker).isOwn(value);
}

/** Whether a value that an iteration hands over is its own: nobody outside of the iteration holds any part of it. */
export function isOwnOfIteration(value: ts.Expression, loop: ts.IterationStatement, checker: ts.TypeChecker): boolean {
  return new Ownership(checker, loop).isOwn(value);
}

/** What `JSON.parse` makes is plain data, whatever its type. */
export function isParsedJson(given: ts.Expression, checker: ts.TypeChecker): boolean {
  const call = skipOuter(given);
  if (!ts.isCallExpression(call) || call.arguments.length !== 1 || !ts.isPropertyAccessExpression(call.expression))
    return false;
  const { expression, name } = call.expression;
  return name.text === 'parse' && globalName(skipOuter(expression), checker) === 'JSON';
}

const COPYING_METHODS: ReadonlySet<string> = new Set([
  ...[
    'map',
    'filter',
    'slice',
    'concat',
    'flat',
    'flatMap',
    'toSorted',
    'toReversed',
    'toSpliced',
    'with',
    'split',
    'keys',
    'values',
  ],
  ...['entries', 'from', 'of', 'subarray', 'match', 'fromEntries', 'assign'],
]);
/** These give back what they were called on. */
const CHAINING_METHODS: ReadonlySet<string> = new Set(['sort', 'reverse', 'fill', 'copyWithin', 'set', 'add']);
const STORING_METHODS: ReadonlySet<string> = new Set(['push', 'unshift', 'fill', 'set', 'add', 'splice']);

class Ownership {
  readonly #checker: ts.TypeChecker;
  readonly #functions = new Map<ts.Node, ts.Expression | undefined>();
  readonly #variables = new Map<ts.Node, boolean>();
  readonly #loop: ts.IterationStatement | undefined;

  /** Of the function around `loop`, only variables of an iteration count. */
  constructor(checker: ts.TypeChecker, loop?: ts.IterationStatement) {
    this.#checker = checker;
    this.#loop = loop;
  }

  sharedResultOf(fn: ts.SignatureDeclaration): ts.Expression | undefined {
    if (this.#functions.has(fn)) return this.#functions.get(fn);
    // While it is being judged a function counts as fine: recursion adds nothing that its other returns do not show.
    this.#functions.set(fn, undefined);
    const shared = returnedExpressions(fn).find((expression) => !this.isOwn(expression));
    this.#functions.set(fn, shared);
    return shared;
  }

  isOwn(given: ts.Expression): boolean {
    const expression = skipOuter(given);
    const type = this.#checker.getTypeAtLocation(expression);
    if (isPrimitiveType(type)) return true;
    if (ts.isObjectLiteralExpression(expression))
      return expression.properties.every((property) => this.#isOwnProperty(property));
    if (ts.isArrayLiteralExpression(expression)) {
      return expression.elements.every((element) =>
        ts.isSpreadElement(element) ? this.#holdsOnlyPrimitives(element.expression) : this.isOwn(element),
      );
    }
    if (ts.isConditionalExpression(expression))
      return this.isOwn(expression.whenTrue) && this.isOwn(expression.whenFalse);
    if (ts.isBinaryExpression(expression)) return this.isOwn(expression.left) && this.isOwn(expression.right);
    if (ts.isNewExpression(expression)) return this.#holdsOnlyPrimitives(expression);
    if (ts.isCallExpression(expression)) return this.#isOwnCall(expression);
    return ts.isIdentifier(expression) && this.#isOwnVariable(expression);
  }

  #isOwnProperty(property: ts.ObjectLiteralElementLike): boolean {
    if (ts.isPropertyAssignment(property)) return this.isOwn(property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return this.isOwn(property.name);
    return ts.isSpreadAssignment(property) && this.#holdsOnlyPrimitives(property.expression);
  }

  #isOwnCall(call: ts.CallExpression): boolean {
    const callee = call.expression;
    if (isParsedJson(call, this.#checker)) return true;
    if (ts.isIdentifier(callee)) {
      const called = functionNamed(callee, this.#checker);
      return called === undefined ? callee.text === 'structuredClone' : this.sharedResultOf(called) === undefined;
    }
    if (!ts.isPropertyAccessExpression(callee) || !isLibraryName(this.#checker.getSymbolAtLocation(callee.name)))
      return false;
    const method = callee.name.text;
    if (CHAINING_METHODS.has(method))
      return (
        this.isOwn(callee.expression) &&
        call.arguments.every((argument) => ts.isFunctionLike(argument) || this.isOwn(argument))
      );
    if (!COPYING_METHODS.has(method)) return false;
    if (this.#holdsOnlyPrimitives(call)) return method !== 'subarray' && method !== 'assign';
    // `xs.map(callback)` and `Array.from(length, callback)` are made of what the callback returns.
    const callback = call.arguments.find((argument) => ts.isFunctionLike(argument));
    return (
      (method === 'map' || method === 'from') && callback !== undefined && this.sharedResultOf(callback) === undefined
    );
  }

  /** A variable of the function around it that starts as an own object and takes in only own ones. */
  #isOwnVariable(identifier: ts.Identifier): boolean {
    const symbol = ts.isShorthandPropertyAssignment(identifier.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(identifier.parent)
      : this.#checker.getSymbolAtLocation(identifier);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
    const known = this.#variables.get(declaration);
    if (known !== undefined) return known;
    this.#variables.set(declaration, true);
    const home = enclosingFunction(declaration);
    const loop = this.#loop;
    const isOutside = loop !== undefined && home === enclosingFunction(loop) && !isInside(declaration, loop.statement);
    const isOwn =
      home !== undefined &&
      !isOutside &&
      home === enclosingFunction(identifier) &&
      declaration.initializer !== undefined &&
      this.isOwn(declaration.initializer) &&
      (this.#holdsOnlyPrimitives(identifier)
        ? !isReassignedIn(home, symbol, this.#checker)
        : this.#takesInOnlyOwn(home, symbol));
    this.#variables.set(declaration, isOwn);
    return isOwn;
  }

  /** Every use of the variable reads it, stores something own, or hands it to nobody. */
  #takesInOnlyOwn(home: ts.Node, symbol: ts.Symbol): boolean {
    let isFine = true;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && this.#checker.getSymbolAtLocation(node) === symbol && !this.#isFineUse(node))
        isFine = false;
      if (isFine) ts.forEachChild(node, visit);
    };
    visit(home);
    return isFine;
  }

  #isFineUse(node: ts.Identifier): boolean {
    const parent = node.parent;
    if (ts.isVariableDeclaration(parent) || ts.isReturnStatement(parent)) return true;
    if (ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent)) return false;
    if (ts.isCallExpression(parent) && parent.expression !== node) return this.#isStoring(parent.expression);
    if (!ts.isPropertyAccessExpression(parent) && !ts.isElementAccessExpression(parent)) return false;
    if (parent.expression !== node) return true;
    const user = parent.parent;
    if (ts.isBinaryExpression(user) && user.left === parent && isAssignment(user)) return this.isOwn(user.right);
    if (ts.isCallExpression(user) && user.expression === parent && ts.isPropertyAccessExpression(parent)) {
      if (STORING_METHODS.has(parent.name.text)) return user.arguments.every((argument) => this.isOwn(argument));
      return isLibraryName(this.#checker.getSymbolAtLocation(parent.name));
    }
    return true;
  }

  /** `rows.push` keeps what it is given as it is; a function of the project may put something else's object into it. */
  #isStoring(callee: ts.Expression): boolean {
    return (
      ts.isPropertyAccessExpression(callee) &&
      STORING_METHODS.has(callee.name.text) &&
      isLibraryName(this.#checker.getSymbolAtLocation(callee.name))
    );
  }

  #holdsOnlyPrimitives(expression: ts.Expression): boolean {
    const type = this.#checker.getTypeAtLocation(expression);
    if (type.isUnionOrIntersection() || (type.flags & ts.TypeFlags.Any) !== 0) return false;
    const symbol = type.getSymbol();
    const args = this.#checker.getTypeArguments(type as ts.TypeReference);
    if (isLibraryName(symbol) && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) {
      return args.length > 0
        ? args.every((part) => isPrimitiveType(part) || isTypedArrayBuffer(part))
        : !ts.isCallExpression(expression);
    }
    if (isLibraryName(symbol)) return symbol?.name === 'Date';
    const parts = [
      ...this.#checker.getIndexInfosOfType(type).map((info) => info.type),
      ...this.#checker
        .getPropertiesOfType(type)
        .map((property) => this.#checker.getTypeOfSymbolAtLocation(property, expression)),
    ];
    return parts.every(isPrimitiveType);
  }
}

/** Typed arrays are generic over their buffer; the buffer belongs to the array. */
function isTypedArrayBuffer(type: ts.Type): boolean {
  return (
    /^(Shared)?ArrayBuffer(Like)?$/.test(type.getSymbol()?.name ?? '') ||
    (type.isUnion() && type.types.every(isTypedArrayBuffer))
  );
}

export function returnedExpressions(fn: ts.SignatureDeclaration): readonly ts.Expression[] {
  if (ts.isArrowFunction(fn) && !ts.isBlock(fn.body)) return [fn.body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && node !== fn) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(fn);
  return found;
}

function skipOuter(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

function enclosingFunction(node: ts.Node): ts.Node | undefined {
  let current: ts.Node | undefined = node.parent;
  while (current !== undefined && !ts.isFunctionLike(current)) current = current.parent;
  return current;
}

function isAssignment(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isReassignedIn(home: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (
      ts.isBinaryExpression(node) &&
      isAssignment(node) &&
      ts.isIdentifier(node.left) &&
      checker.getSymbolAtLocation(node.left) === symbol
    )
      found = true;
    if (!found) ts.forEachChild(node, visit);
  };
  visit(home);
  return found;
}
