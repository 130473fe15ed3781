// Which place an expression means: the variable it starts from, and the way through subscripts and properties. Names declared in the loop are
// followed to what they stand for (`const row = grid[i]`); what is made anew in each iteration belongs to that iteration.
import ts from 'typescript';
import { isLibrary, isLibraryName } from '../library-symbols.ts';
import { bare, isInside } from '../ranges/expressions.ts';
import type { LoopHeader } from './loop-header.ts';

export type Step =
  | { readonly kind: 'subscript'; readonly index: ts.Expression; readonly of: ts.Expression }
  | { readonly kind: 'property'; readonly name: string }
  /** The element that this iteration of the loop visits. */
  | { readonly kind: 'visited' }
  /** Some element, as an inner loop visits them. */
  | { readonly kind: 'any' };

export type Place =
  | { readonly kind: 'outer'; readonly symbol: ts.Symbol; readonly name: string; readonly steps: readonly Step[] }
  /** Made in the iteration. `depth` says how many steps into it are its own too. */
  | { readonly kind: 'own'; readonly depth: number; readonly steps: readonly Step[] }
  | { readonly kind: 'unknown' };

const unknown: Place = { kind: 'unknown' };

export class Places {
  readonly #header: LoopHeader;
  readonly #checker: ts.TypeChecker;
  #depth = 0;

  constructor(header: LoopHeader, checker: ts.TypeChecker) {
    this.#header = header;
    this.#checker = checker;
  }

  placeOf(given: ts.Expression): Place {
    const expression = bare(given);
    if (this.#depth > 20) return unknown;
    this.#depth += 1;
    const place = this.#find(expression);
    this.#depth -= 1;
    return place;
  }

  #find(expression: ts.Expression): Place {
    if (ts.isIdentifier(expression)) return this.#variable(expression);
    if (ts.isElementAccessExpression(expression)) {
      const step: Step = { kind: 'subscript', index: expression.argumentExpression, of: expression.expression };
      return extended(this.placeOf(expression.expression), step);
    }
    if (ts.isPropertyAccessExpression(expression)) {
      return extended(this.placeOf(expression.expression), { kind: 'property', name: expression.name.text });
    }
    const depth = ownDepth(expression, this.#checker);
    return depth === 0 ? unknown : { kind: 'own', depth, steps: [] };
  }

  #variable(identifier: ts.Identifier): Place {
    const symbol = this.symbolOf(identifier);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) return unknown;
    const { loop } = this.#header;
    if (!isInside(declaration, loop)) return { kind: 'outer', symbol, name: identifier.text, steps: [] };
    if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return unknown;
    const visits = declaration.parent.parent;
    if (ts.isForOfStatement(visits)) {
      const step: Step = visits === loop ? { kind: 'visited' } : { kind: 'any' };
      return isReassigned(symbol, loop, this.#checker) ? unknown : extended(this.placeOf(visits.expression), step);
    }
    if (declaration.initializer === undefined || isReassigned(symbol, loop, this.#checker)) return unknown;
    return this.placeOf(declaration.initializer);
  }

  symbolOf(identifier: ts.Identifier): ts.Symbol | undefined {
    return ts.isShorthandPropertyAssignment(identifier.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(identifier.parent)
      : this.#checker.getSymbolAtLocation(identifier);
  }
}

function extended(place: Place, step: Step): Place {
  return place.kind === 'unknown' ? place : { ...place, steps: [...place.steps, step] };
}

/** How deep an expression is made of new objects: 0 not at all, 1 a new container of whatever, 2 with new elements as well. */
export function ownDepth(given: ts.Expression, checker: ts.TypeChecker): number {
  const expression = bare(given);
  if (ts.isObjectLiteralExpression(expression)) return 1;
  if (ts.isNewExpression(expression)) return isNewMemory(expression, checker) ? 1 : 0;
  if (ts.isArrayLiteralExpression(expression)) {
    const inner = expression.elements.map((element) => ownDepth(element, checker));
    return inner.length === 0 ? 1 : 1 + Math.min(...inner);
  }
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return 0;
  const { name, expression: receiver } = expression.expression;
  if (!isLibrary(checker.getSymbolAtLocation(name))) return 0;
  const callback = expression.arguments.find((argument) => ts.isArrowFunction(argument));
  const made = callback !== undefined && !ts.isBlock(callback.body) ? ownDepth(callback.body, checker) : 0;
  if (name.text === 'from' && ts.isIdentifier(receiver) && receiver.text === 'Array') return 1 + made;
  if (name.text === 'fill' && ownDepth(receiver, checker) > 0) return 1;
  if (name.text === 'map') return 1 + made;
  return ['slice', 'filter', 'toSorted', 'toReversed', 'concat', 'split'].includes(name.text) ? 1 : 0;
}

/** A typed array over a buffer shares the buffer's memory; `new` of a class of the project may hand out anything. */
function isNewMemory({ expression, arguments: given }: ts.NewExpression, checker: ts.TypeChecker): boolean {
  if (!ts.isIdentifier(expression) || !isLibraryName(checker.getSymbolAtLocation(expression))) return false;
  if (/^(Array|Map|Set|Date|ArrayBuffer)$/.test(expression.text)) return true;
  const [first] = given ?? [];
  if (!/^\w+(\d+|Clamped)Array$/.test(expression.text)) return false;
  if (first === undefined) return true;
  const type = checker.getTypeAtLocation(first);
  return (type.flags & ts.TypeFlags.NumberLike) !== 0 || checker.isArrayType(type);
}

export function isReassigned(symbol: ts.Symbol, region: ts.Node, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    if (
      ts.isIdentifier(node) &&
      node.text === symbol.name &&
      isTarget(node) &&
      checker.getSymbolAtLocation(node) === symbol
    )
      return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(region);
}

/** Whether an assignment, a step or a loop gives the variable another value here; its declaration does not count. */
export function isTarget(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    const operator = parent.operatorToken.kind;
    return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  // `[a, b] = [b, a]` and `({ a } = o)`: patterns look like literals.
  if (ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent) || ts.isParenthesizedExpression(parent))
    return isTarget(parent);
  if (ts.isNonNullExpression(parent) || ts.isAsExpression(parent)) return isTarget(parent);
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) return isTarget(parent.parent);
  return false;
}
