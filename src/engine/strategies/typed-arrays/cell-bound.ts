// An upper bound of what dynamic programming stores, by induction over the cells: every cell holds at most
//   its row + its column + the iteration of one outer loop + a constant
// because each store adds no more than its distance from the cells it reads. Intervals alone lose this (each store adds one to the
// largest value so far, which looks unbounded). The shape is the one of edit distance and longest common subsequence.

import ts from 'typescript';
import type { BoundsProof } from '../../source/ranges/bounds-proof.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { globalName, longestFilledArray } from '../../source/ranges/library-facts.ts';
import { isInteger } from '../../source/ranges/number-fact.ts';
import { atomOf } from '../../source/ranges/place-proof.ts';
import { atom, constant, minus, type Polynomial, plus } from '../../source/ranges/polynomial.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';

export interface Cell {
  readonly row?: ts.Expression;
  readonly column: ts.Expression;
}

interface CellStore {
  readonly node: ts.Node;
  /** Undefined for a fill of the whole array: then the bound must hold in column 0. */
  readonly cell: Cell | undefined;
  readonly value: ts.Expression;
}

interface CellQuestion {
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  readonly ranges: ValueRanges;
  readonly proof: BoundsProof;
  readonly stores: readonly CellStore[];
  /** Values that elements begin with, and whether each is the element's own index. */
  readonly initial: readonly { readonly value: ts.Expression; readonly isOwnIndex: boolean }[];
  readonly cellOf: (expression: ts.Expression) => Cell | undefined;
}

/** The largest value that any cell can hold; undefined when the induction does not go through. */
export function cellUpperBound(question: CellQuestion): number | undefined {
  const constants = question.initial.map(({ value, isOwnIndex }) =>
    isOwnIndex ? 0 : question.ranges.factOf(value).high,
  );
  const offset = Math.max(0, ...constants);
  if (!(offset < 2 ** 31)) return undefined;
  const hasRows = question.stores.some((store) => store.cell?.row !== undefined);
  const loops: (CountingLoop | undefined)[] = hasRows ? [undefined] : [undefined, ...outerCountingLoops(question)];
  for (const loop of loops) {
    const induction = new Induction(question, offset, loop);
    if (!question.stores.every((store) => induction.holdsFor(store))) continue;
    const dimensions = hasRows ? 2 : 1;
    return offset + dimensions * longestFilledArray + (loop?.highest ?? 0);
  }
  return undefined;
}

interface CountingLoop {
  readonly statement: ts.ForStatement;
  readonly variable: Variable;
  readonly highest: number;
}

/** Loops that run once per call and count up from zero or more. */
function outerCountingLoops({ variables, ranges }: CellQuestion): readonly CountingLoop[] {
  const loops: CountingLoop[] = [];
  for (const variable of variables.all) {
    const start = variable.definitions.find((definition) => definition.kind === 'value');
    const list = start && ts.isVariableDeclaration(start.node) ? start.node.parent : undefined;
    const statement = list?.parent;
    if (statement === undefined || !ts.isForStatement(statement) || statement.initializer !== list) continue;
    if (isInLoop(statement) || !countsUp(variable, start)) continue;
    // Only the loop's own condition counts: what an `if` in the body says does not hold for the stores beside it.
    const fact = ranges.variableAt(variable, statement.statement);
    if (isInteger(fact) && fact.low >= 0) loops.push({ statement, variable, highest: fact.high });
  }
  return loops.filter((loop) => loop.highest < Infinity);
}

function countsUp(variable: Variable, start: unknown): boolean {
  return (
    !variable.changesElsewhere &&
    variable.definitions.every(
      (definition) => definition === start || (definition.kind === 'step' && definition.delta === 1),
    )
  );
}

function isInLoop(node: ts.Node): boolean {
  for (let outer = node.parent; outer !== undefined && !ts.isFunctionLike(outer); outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) return true;
  }
  return false;
}

class Induction {
  readonly #question: CellQuestion;
  readonly #offset: number;
  readonly #loop: CountingLoop | undefined;
  readonly #assumed = new Set<Variable>();

  constructor(question: CellQuestion, offset: number, loop: CountingLoop | undefined) {
    this.#question = question;
    this.#offset = offset;
    this.#loop = loop;
  }

  holdsFor(store: CellStore): boolean {
    const loop = this.#loop?.statement;
    // Before the loop its count is at least zero; after the loop the count is gone.
    if (loop !== undefined && !isInside(store.node, loop) && store.node.pos > loop.pos) return false;
    const bound = store.cell === undefined ? this.#base(store.node) : this.#boundOf(store.cell, store.node);
    return bound !== undefined && this.#isAtMost(store.value, bound, store.node);
  }

  #base(place: ts.Node): Polynomial {
    const offset = constant(this.#offset);
    return this.#loop && isInside(place, this.#loop.statement.statement)
      ? plus(offset, atom(atomOf(this.#loop.variable)))
      : offset;
  }

  #boundOf(cell: Cell, place: ts.Node): Polynomial | undefined {
    const { proof } = this.#question;
    const column = proof.polynomialOf(cell.column, place);
    const row = cell.row === undefined ? constant(0) : proof.polynomialOf(cell.row, place);
    return column && row && plus(plus(this.#base(place), column), row);
  }

  /** `expression`, evaluated before `place`, is at most `goal`. */
  #isAtMost(expression: ts.Expression, goal: Polynomial, place: ts.Node): boolean {
    const node = bare(expression);
    const { proof, ranges } = this.#question;
    const cell = this.#question.cellOf(node);
    if (cell !== undefined) {
      const bound = this.#boundOf(cell, place);
      return bound !== undefined && proof.isNeverNegative(minus(goal, bound), place);
    }
    if (ts.isConditionalExpression(node))
      return this.#isAtMost(node.whenTrue, goal, place) && this.#isAtMost(node.whenFalse, goal, place);
    if (ts.isCallExpression(node) && this.#isExtremeAtMost(node, goal, place)) return true;
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      this.#isSumAtMost(node, goal, place)
    )
      return true;
    if (ts.isIdentifier(node) && this.#isVariableAtMost(node, goal, place)) return true;
    const form = proof.polynomialOf(node, place);
    if (form !== undefined && proof.isNeverNegative(minus(goal, form), place)) return true;
    const { high } = ranges.factOf(node);
    return high < Infinity && proof.isNeverNegative(plus(goal, constant(-high)), place);
  }

  #isExtremeAtMost(node: ts.CallExpression, goal: Polynomial, place: ts.Node): boolean {
    const callee = bare(node.expression);
    if (
      !ts.isPropertyAccessExpression(callee) ||
      globalName(bare(callee.expression), this.#question.checker) !== 'Math'
    )
      return false;
    if (node.arguments.length === 0 || node.arguments.some(ts.isSpreadElement)) return false;
    const isEnough = (argument: ts.Expression): boolean => this.#isAtMost(argument, goal, place);
    if (callee.name.text === 'min') return node.arguments.some(isEnough);
    return callee.name.text === 'max' && node.arguments.every(isEnough);
  }

  #isSumAtMost(node: ts.BinaryExpression, goal: Polynomial, place: ts.Node): boolean {
    for (const [part, rest] of [
      [node.right, node.left],
      [node.left, node.right],
    ] as const) {
      const form = this.#question.proof.polynomialOf(part, place);
      if (form !== undefined && this.#isAtMost(rest, minus(goal, form), place)) return true;
      const { high } = this.#question.ranges.factOf(part);
      if (high < Infinity && this.#isAtMost(rest, plus(goal, constant(-high)), place)) return true;
    }
    return false;
  }

  /** A local of the iteration: each value it is given is small enough. Its own earlier value may be supposed to be. */
  #isVariableAtMost(node: ts.Identifier, goal: Polynomial, place: ts.Node): boolean {
    const { variables } = this.#question;
    const variable = variables.of(node);
    if (variable === undefined || variable.isFree || variable.changesElsewhere) return false;
    if (this.#assumed.has(variable)) return true;
    const { declaration } = variable;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isBlockScoped(declaration))
      return false;
    const isSteady = [...goal.keys()]
      .join('*')
      .split('*')
      .every((name) => {
        const used = variables.all.find((candidate) => atomOf(candidate) === name);
        return used === undefined || variables.isFixedBetween(used, declaration, place);
      });
    if (!isSteady) return false;
    this.#assumed.add(variable);
    const holds = variable.definitions.every(
      (definition) =>
        definition.kind === 'unset' ||
        (definition.kind === 'value' && this.#isAtMost(definition.expression, goal, place)),
    );
    this.#assumed.delete(variable);
    return holds;
  }
}

function isBlockScoped(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0;
}
