// Subscripts of a loop's body as polynomials: constants that only name an expression are put in place, variables that the loop does not change
// are unknown quantities, and loops inside give the ranges of theirs.
import ts from 'typescript';
import { bare, isInside } from '../ranges/expressions.ts';
import { atom, atomsOf, constant, minus, type Polynomial, plus, scaled, times } from '../ranges/polynomial.ts';
import { type CountedHeader, type LoopHeader, readLoopHeader } from './loop-header.ts';
import { isReassigned, isTarget } from './places.ts';
import { type InnerLoop, type IterationSpace, separation } from './subscript-distance.ts';

const loopAtom = 'i';

export class SubscriptForms {
  readonly #header: LoopHeader;
  readonly #checker: ts.TypeChecker;
  readonly #functionNode: ts.Node;
  readonly #atoms = new Map<ts.Symbol, string>();
  readonly #names = new Map<string, string>();
  readonly #inner = new Map<string, InnerLoop>();
  readonly #limits = new Map<string, string>();
  readonly #nonNegative = new Set<string>();
  #depth = 0;
  readonly space: IterationSpace | undefined;

  constructor(header: LoopHeader, checker: ts.TypeChecker, functionNode: ts.Node) {
    this.#header = header;
    this.#checker = checker;
    this.#functionNode = functionNode;
    if (header.kind !== 'counted') {
      this.space = undefined;
      return;
    }
    this.#atoms.set(header.variable, loopAtom);
    this.#names.set(loopAtom, header.name);
    this.space = {
      variable: loopAtom,
      step: header.step,
      span: this.#spanOf(header),
      inner: this.#inner,
      nonNegative: this.#nonNegative,
    };
  }

  nameOf(name: string): string {
    return this.#names.get(name) ?? name;
  }

  limitOf(name: string): string {
    return this.#limits.get(name) ?? name;
  }

  /** Whether the subscript is another one in every iteration. */
  isInjective(index: ts.Expression): boolean {
    const form = this.formOf(index);
    if (form === undefined || this.space === undefined) return false;
    const result = separation(form, form, this.space);
    return result.kind === 'separate';
  }

  formOf(given: ts.Expression): Polynomial | undefined {
    if (this.#depth > 30) return undefined;
    this.#depth += 1;
    const form = this.#form(bare(given));
    this.#depth -= 1;
    return form;
  }

  #form(node: ts.Expression): Polynomial | undefined {
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      return Number.isSafeInteger(value) ? constant(value) : undefined;
    }
    if (ts.isIdentifier(node)) return this.#variable(node);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const inner = this.formOf(node.operand);
      return inner && scaled(inner, -1);
    }
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'length') return this.#length(node);
    if (!ts.isBinaryExpression(node)) return undefined;
    const left = this.formOf(node.left);
    const right = left && this.formOf(node.right);
    if (left === undefined || right === undefined) return undefined;
    if (node.operatorToken.kind === ts.SyntaxKind.PlusToken) return plus(left, right);
    if (node.operatorToken.kind === ts.SyntaxKind.MinusToken) return minus(left, right);
    return node.operatorToken.kind === ts.SyntaxKind.AsteriskToken ? times(left, right) : undefined;
  }

  #variable(node: ts.Identifier): Polynomial | undefined {
    const symbol = this.#checker.getSymbolAtLocation(node);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) return undefined;
    const known = this.#atoms.get(symbol);
    if (known !== undefined) return atom(known);
    if ((this.#checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) === 0) return undefined;
    const { loop } = this.#header;
    if (!isInside(declaration, loop)) return this.#outerVariable(symbol, node);
    if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
    const around = declaration.parent.parent;
    if (ts.isForStatement(around) && around !== loop) return this.#innerVariable(around, symbol);
    return isReassigned(symbol, loop, this.#checker) ? undefined : this.formOf(declaration.initializer);
  }

  /** Constant over the loop: its value, if that is a polynomial itself, else an unknown. */
  #outerVariable(symbol: ts.Symbol, node: ts.Identifier): Polynomial | undefined {
    if (isReassigned(symbol, this.#header.loop, this.#checker) || this.#isChangedByClosures(symbol)) return undefined;
    const declaration = symbol.valueDeclaration;
    if (
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      !isReassigned(symbol, this.#functionNode, this.#checker) &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
    ) {
      const inlined = this.formOf(declaration.initializer);
      if (inlined !== undefined) return inlined;
    }
    return atom(this.#atomOf(symbol, node.text));
  }

  /** A function declared in the function around that assigns the variable could be called from the loop. */
  #isChangedByClosures(symbol: ts.Symbol): boolean {
    const visit = (node: ts.Node): boolean => {
      if (node !== this.#functionNode && ts.isFunctionLike(node)) return isReassigned(symbol, node, this.#checker);
      return ts.forEachChild(node, visit) ?? false;
    };
    return visit(this.#functionNode);
  }

  #innerVariable(loop: ts.ForStatement, symbol: ts.Symbol): Polynomial | undefined {
    const header = readLoopHeader(loop, this.#checker);
    if (header?.kind !== 'counted' || header.variable !== symbol) return undefined;
    if (isReassigned(symbol, loop.statement, this.#checker)) return undefined;
    const first = this.formOf(header.start);
    const limit = this.formOf(header.limit);
    if (first === undefined || limit === undefined) return undefined;
    const last = header.isInclusive ? limit : plus(limit, constant(header.step > 0 ? -1 : 1));
    const name = this.#atomOf(symbol, header.name);
    const isIntegral = isLengthForm(header.limit) || ts.isNumericLiteral(bare(header.limit));
    this.#inner.set(name, header.step > 0 ? { first, last, isIntegral } : { first: last, last: first, isIntegral });
    this.#limits.set(name, header.limit.getText());
    // Where the body of `for (x = 0; x < w; …)` runs, w is positive.
    const start = first.size === 0 || (first.size === 1 && (first.get('') ?? -1) >= 0);
    if (start && header.step > 0 && limit.size === 1) {
      const [[monomial, coefficient] = ['', 0]] = limit;
      if (coefficient > 0 && monomial !== '' && !monomial.includes('*')) this.#nonNegative.add(monomial);
    }
    return atom(name);
  }

  #length(node: ts.PropertyAccessExpression): Polynomial | undefined {
    const receiver = bare(node.expression);
    const symbol = ts.isIdentifier(receiver) ? this.#checker.getSymbolAtLocation(receiver) : undefined;
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined || isInside(declaration, this.#header.loop)) return undefined;
    if (isReassigned(symbol, this.#header.loop, this.#checker) || isResized(symbol, this.#header.loop, this.#checker))
      return undefined;
    const name = `length of ${this.#atomOf(symbol, receiver.getText())}`;
    this.#names.set(name, node.getText());
    this.#nonNegative.add(name);
    return atom(name);
  }

  #spanOf({ start, limit, isInclusive, step }: CountedHeader): Polynomial | undefined {
    const [first, end] = [this.formOf(start), this.formOf(limit)];
    if (first === undefined || end === undefined || atomsOf(first).has(loopAtom)) return undefined;
    const span = step > 0 ? minus(end, first) : minus(first, end);
    return isInclusive ? span : plus(span, constant(-1));
  }

  #atomOf(symbol: ts.Symbol, name: string): string {
    let known = this.#atoms.get(symbol);
    if (known === undefined) {
      known = `v${this.#atoms.size}`;
      this.#atoms.set(symbol, known);
      this.#names.set(known, name);
    }
    return known;
  }
}

function isLengthForm(expression: ts.Expression): boolean {
  const inner = bare(expression);
  return ts.isPropertyAccessExpression(inner) && inner.name.text === 'length';
}

const resizing: ReadonlySet<string> = new Set(['push', 'pop', 'shift', 'unshift', 'splice']);

/** Whether the loop changes how long an array is, as far as its text shows; writing past the end does it too. */
export function isResized(symbol: ts.Symbol, region: ts.Node, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const isIt = checker.getSymbolAtLocation(node.expression) === symbol;
      const isSet = node.name.text === 'length' && isTarget(node);
      if (isIt && (resizing.has(node.name.text) || isSet)) return true;
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(region);
}
