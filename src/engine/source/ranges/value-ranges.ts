// Interval analysis of one function: which numbers each variable and expression may hold. Variables are treated without regard to the
// order of statements (one fact per variable, by a fixpoint with widening) and sharpened where they are used by the conditions known
// there. Types are believed where they say `number`, except that an element read past the end of an array is undefined.

import ts from 'typescript';
import { applyOperator } from './apply-operator.ts';
import type { Definition } from './definitions.ts';
import { bare, operatorOfAssignment } from './expressions.ts';
import type { FunctionVariables, Variable } from './function-variables.ts';
import { conditionsAt, type KnownCondition } from './known-conditions.ts';
import { globalFact, lengthFact, libraryCallFact, typedElementFact, typeFact } from './library-facts.ts';
import { limited, mirrored } from './limit-fact.ts';
import * as arithmetic from './number-arithmetic.ts';
import type { NumberFact } from './number-fact.ts';
import * as facts from './number-fact.ts';
import { isPlaceInText } from './place-in-text.ts';

/** The elements of the arrays under study, as one more unknown of the fixpoint. */
interface ElementsEquation {
  /** Undefined when the expression reads no element of these arrays. */
  readMayMiss(expression: ts.Expression): boolean | undefined;
  /** Joins the facts of everything that is stored. */
  stored(
    evaluate: (expression: ts.Expression) => NumberFact | undefined,
    elements: NumberFact | undefined,
  ): NumberFact | undefined;
}

interface RangeQuestion {
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  /** Facts that hold wherever it matters, for example because a guard stands before it. */
  readonly assumed?: ReadonlyMap<Variable, NumberFact>;
  readonly elements?: ElementsEquation;
}

export interface ValueRanges {
  /** What the expression may give where it stands. */
  factOf(expression: ts.Expression): NumberFact;
  /** What the variable may hold at a place, if `expression` mentions it and it has not changed between the two. */
  factAt(mention: ts.Identifier, place: ts.Node): NumberFact;
  /** What the variable may hold at a place, by the conditions that hold there. */
  variableAt(variable: Variable, place: ts.Node): NumberFact;
  readonly elements: NumberFact | undefined;
}

const roundsBeforeWidening = 3;
const maximumRounds = 60;
const maximumNesting = 4;

export function analyzeRanges(question: RangeQuestion): ValueRanges {
  const analysis = new RangeAnalysis(question);
  analysis.solve();
  const factOf = (expression: ts.Expression): NumberFact => analysis.evaluate(expression) ?? facts.anyValue;
  const variableAt = (variable: Variable, place: ts.Node): NumberFact =>
    analysis.variableAt(variable, place) ?? facts.anyValue;
  return {
    factOf,
    variableAt,
    factAt: (mention, place) => {
      const variable = question.variables.of(mention);
      return variable === undefined ? factOf(mention) : facts.meet(factOf(mention), variableAt(variable, place));
    },
    elements: analysis.elements,
  };
}

class RangeAnalysis {
  readonly #question: RangeQuestion;
  readonly #environment = new Map<Variable, NumberFact>();
  readonly #conditions = new Map<ts.Node, readonly KnownCondition[]>();
  readonly #relevant: readonly Variable[];
  elements: NumberFact | undefined;
  #nesting = 0;

  constructor(question: RangeQuestion) {
    this.#question = question;
    this.#relevant = question.variables.all.filter(
      (variable) => variable.definitions.length > 0 && !variable.changesElsewhere,
    );
  }

  solve(): void {
    for (let round = 0; round < maximumRounds; round += 1) {
      if (!this.#improve(round >= roundsBeforeWidening)) return;
    }
    // Invariant: every fact widens only a bounded number of times, so this is never reached; if it were, nothing may be claimed.
    for (const variable of this.#relevant) this.#environment.set(variable, facts.anyValue);
    if (this.#question.elements) this.elements = facts.anyValue;
  }

  #improve(widening: boolean): boolean {
    let changed = false;
    const settle = (
      before: NumberFact | undefined,
      after: NumberFact | undefined,
      store: (fact: NumberFact) => void,
    ): void => {
      if (after === undefined) return;
      const joined = before === undefined ? after : facts.join(before, after);
      if (before !== undefined && facts.sameFact(before, joined)) return;
      store(before !== undefined && widening ? facts.widen(before, joined) : joined);
      changed = true;
    };
    for (const variable of this.#relevant) {
      if (this.#question.assumed?.has(variable)) continue;
      for (const definition of variable.definitions) {
        settle(this.#environment.get(variable), this.#definedBy(variable, definition), (fact) =>
          this.#environment.set(variable, fact),
        );
      }
    }
    const stored = this.#question.elements?.stored((expression) => this.evaluate(expression), this.elements);
    settle(this.elements, stored, (fact) => {
      this.elements = fact;
    });
    return changed;
  }

  #definedBy(variable: Variable, definition: Definition): NumberFact | undefined {
    switch (definition.kind) {
      case 'value':
        return this.evaluate(definition.expression);
      case 'typed':
        return this.#typedDefinition(variable, definition.node);
      case 'unset':
        return facts.noNumber;
      case 'step': {
        const before = this.#environment.get(variable);
        return (
          before && arithmetic.add(this.#sharpened(variable, before, definition.node), facts.exactly(definition.delta))
        );
      }
      case 'update': {
        const before = this.#environment.get(variable);
        const operand = this.evaluate(definition.operand);
        return (
          before &&
          operand &&
          applyOperator(definition.operator, this.#sharpened(variable, before, definition.node), operand)
        );
      }
    }
  }

  #typedDefinition(variable: Variable, node: ts.Node): NumberFact {
    const { declaration } = variable;
    if (declaration === undefined) return facts.anyValue;
    const fact = typeFact(this.#question.checker.getTypeOfSymbolAtLocation(variable.symbol, declaration));
    // A type is believed of parameters and loop bindings; a destructured element or a default value may be missing whatever it says.
    const isBelieved = node === declaration && (ts.isParameter(declaration) || ts.isVariableDeclaration(declaration));
    if (!isBelieved) return { ...fact, missing: true };
    const defaultValue = declaration.initializer && this.evaluate(declaration.initializer);
    return defaultValue ? facts.join(fact, defaultValue) : fact;
  }

  /** Undefined: no value is known to reach it yet (the bottom of the fixpoint). */
  evaluate(expression: ts.Expression): NumberFact | undefined {
    const node = bare(expression);
    const missing = this.#question.elements?.readMayMiss(node);
    if (missing !== undefined) return this.elements && { ...this.elements, missing: this.elements.missing || missing };
    if (ts.isNumericLiteral(node)) return facts.exactly(Number(node.text));
    if (ts.isIdentifier(node)) return this.#identifier(node);
    if (ts.isPrefixUnaryExpression(node)) return this.#prefix(node);
    if (ts.isPostfixUnaryExpression(node)) return this.evaluate(node.operand);
    if (ts.isBinaryExpression(node)) return this.#binary(node);
    if (ts.isConditionalExpression(node)) return joined(this.evaluate(node.whenTrue), this.evaluate(node.whenFalse));
    if (ts.isPropertyAccessExpression(node)) {
      return globalFact(node, this.#question.checker) ?? lengthFact(node, this.#question.checker) ?? this.#byType(node);
    }
    if (ts.isCallExpression(node)) return this.#call(node);
    return this.#byType(node);
  }

  #byType(node: ts.Expression): NumberFact {
    const fact = typeFact(this.#question.checker.getTypeAtLocation(node));
    if (ts.isElementAccessExpression(node)) {
      const typed = typedElementFact(this.#question.checker.getTypeAtLocation(node.expression));
      return { ...(typed ?? fact), missing: true };
    }
    return ts.isCallExpression(node) ? { ...fact, missing: true } : fact;
  }

  variableAt(variable: Variable, place: ts.Node): NumberFact | undefined {
    if (variable.changesElsewhere) return undefined;
    const fact = this.#question.assumed?.get(variable) ?? this.#environment.get(variable);
    return fact && this.#sharpened(variable, fact, place);
  }

  #identifier(node: ts.Identifier): NumberFact | undefined {
    const variable = this.#question.variables.of(node);
    const builtin = globalFact(node, this.#question.checker);
    if (builtin !== undefined) return builtin;
    const assumed = variable && this.#question.assumed?.get(variable);
    if (variable === undefined || (variable.changesElsewhere && assumed === undefined))
      return { ...this.#byType(node), missing: true };
    if (assumed !== undefined) return this.#sharpened(variable, assumed, node);
    if (variable.definitions.length === 0) return { ...this.#byType(node), missing: true };
    const fact = this.#environment.get(variable);
    return fact && this.#sharpened(variable, fact, node);
  }

  #prefix(node: ts.PrefixUnaryExpression): NumberFact | undefined {
    const value = this.evaluate(node.operand);
    if (value === undefined) return undefined;
    switch (node.operator) {
      case ts.SyntaxKind.PlusToken:
        return arithmetic.subtract(value, facts.exactly(0));
      case ts.SyntaxKind.MinusToken:
        return arithmetic.negate(value);
      case ts.SyntaxKind.TildeToken:
        return arithmetic.bitXor(value, facts.exactly(-1));
      case ts.SyntaxKind.PlusPlusToken:
        return arithmetic.add(value, facts.exactly(1));
      case ts.SyntaxKind.MinusMinusToken:
        return arithmetic.subtract(value, facts.exactly(1));
      default:
        return facts.anyValue;
    }
  }

  #binary(node: ts.BinaryExpression): NumberFact | undefined {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken || operator === ts.SyntaxKind.CommaToken)
      return this.evaluate(node.right);
    const plain = operatorOfAssignment(operator) ?? operator;
    const left = this.evaluate(node.left);
    const right = this.evaluate(node.right);
    if (left === undefined || right === undefined) return undefined;
    if (plain === ts.SyntaxKind.BarBarToken || plain === ts.SyntaxKind.AmpersandAmpersandToken)
      return facts.join(left, right);
    if (plain === ts.SyntaxKind.QuestionQuestionToken) return facts.join({ ...left, missing: false }, right);
    return applyOperator(plain, left, right);
  }

  #call(node: ts.CallExpression): NumberFact | undefined {
    const values = node.arguments.map((argument) =>
      ts.isSpreadElement(argument) ? facts.anyValue : this.evaluate(argument),
    );
    if (values.some((value) => value === undefined)) return undefined;
    const fact = libraryCallFact(node, values as readonly NumberFact[], this.#question.checker);
    if (fact === undefined) return this.#byType(node);
    const [index] = values;
    const isCharacter = fact.nan && index !== undefined && isPlaceInText(node, index, this.#question.variables);
    return isCharacter ? { ...fact, nan: false } : fact;
  }

  /** The fact of a variable at a place, with what the conditions around the place say about it. */
  #sharpened(variable: Variable, fact: NumberFact, place: ts.Node): NumberFact {
    if (this.#nesting >= maximumNesting) return fact;
    this.#nesting += 1;
    let sharper = fact;
    for (const condition of this.#conditionsAt(place))
      sharper = this.#applyCondition(variable, sharper, condition, place);
    this.#nesting -= 1;
    return sharper;
  }

  #conditionsAt(place: ts.Node): readonly KnownCondition[] {
    let known = this.#conditions.get(place);
    if (known === undefined) {
      known = conditionsAt(place);
      this.#conditions.set(place, known);
    }
    return known;
  }

  #applyCondition(variable: Variable, fact: NumberFact, condition: KnownCondition, place: ts.Node): NumberFact {
    const { variables } = this.#question;
    const isAboutIt = (side: ts.Expression): boolean =>
      variables.of(bare(side)) === variable && variables.isFixedBetween(variable, condition.node, place);
    if (condition.kind === 'integer') {
      if (!isAboutIt(condition.value)) return fact;
      const limit = condition.isSafe ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
      const low = Math.max(fact.low, -limit);
      return {
        ...fact,
        low,
        high: Math.min(fact.high, limit),
        integer: true,
        nan: false,
        missing: false,
        other: false,
      };
    }
    const { left, right, operator, isNegation } = condition;
    if (isAboutIt(left)) return limited(fact, operator, this.evaluate(right), isNegation);
    if (isAboutIt(right)) return limited(fact, mirrored[operator], this.evaluate(left), isNegation);
    return fact;
  }
}

function joined(a: NumberFact | undefined, b: NumberFact | undefined): NumberFact | undefined {
  return a && b ? facts.join(a, b) : (a ?? b);
}
