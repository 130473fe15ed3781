// Whether what is stored in an array becomes an element of it. Stored under -1, 0.5 or NaN it is a property beside them, which `slice` leaves out.
import ts from 'typescript';
import { isTarget } from '../../source/loops/places.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { collectVariables, type FunctionVariables } from '../../source/ranges/function-variables.ts';
import { isInteger } from '../../source/ranges/number-fact.ts';
import { analyzeRanges, type ValueRanges } from '../../source/ranges/value-ranges.ts';
import type { Subject } from '../../source/subject.ts';

const LAST_PLACE = 2 ** 32 - 2;

export class ElementPlaces {
  readonly #subject: Subject;
  #known: { readonly variables: FunctionVariables; readonly ranges: ValueRanges } | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** `array` is mentioned to store something under an index that need not be a place of an element. */
  mayBeNone(array: ts.Identifier): boolean {
    const access = array.parent;
    if (!ts.isElementAccessExpression(access) || access.expression !== array || !isTarget(access)) return false;
    const { variables, ranges } = this.#facts();
    const index = bare(access.argumentExpression);
    const fact = ranges.factOf(index);
    return !isInteger(fact) || fact.low < 0 || (fact.high > LAST_PLACE && !isCounter(index, variables));
  }

  #facts() {
    if (this.#known !== undefined) return this.#known;
    const { node, checker } = this.#subject;
    const variables = collectVariables(node, checker);
    this.#known = { variables, ranges: analyzeRanges({ variables, checker }) };
    return this.#known;
  }
}

/** It goes up by one at a time from a number that is written out, and nobody waits until it has passed the last place. */
function isCounter(index: ts.Expression, variables: FunctionVariables): boolean {
  if (ts.isBinaryExpression(index))
    return ts.isNumericLiteral(bare(index.right)) && /^[-+]$/.test(index.operatorToken.getText())
      ? isCounter(bare(index.left), variables)
      : false;
  if (ts.isPostfixUnaryExpression(index) || ts.isPrefixUnaryExpression(index))
    return isCounter(index.operand, variables);
  const definitions = variables.of(index)?.definitions ?? [];
  return (
    definitions.some(({ kind }) => kind === 'step') &&
    definitions.every(
      (one) => one.kind === 'step' || (one.kind === 'value' && ts.isNumericLiteral(bare(one.expression))),
    )
  );
}
