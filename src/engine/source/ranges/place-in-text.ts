// `text.charCodeAt(i)` where the loop around it says `i < text.length`: there is a character, so the answer is no NaN.
import ts from 'typescript';
import { bare } from './expressions.ts';
import type { FunctionVariables } from './function-variables.ts';
import { conditionsAt } from './known-conditions.ts';
import { isNumber, type NumberFact } from './number-fact.ts';

/** `index` is the fact of the only argument. A text in a variable keeps its length; a fraction is rounded down to a place. */
export function isPlaceInText(call: ts.CallExpression, index: NumberFact, variables: FunctionVariables): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'charCodeAt') return false;
  const [argument] = call.arguments;
  const text = variables.of(bare(callee.expression));
  const place = argument && variables.of(bare(argument));
  if (text === undefined || place === undefined || !isNumber(index) || index.nan || index.low < 0) return false;
  return conditionsAt(call).some((condition) => {
    if (condition.kind !== 'comparison' || condition.isNegation || condition.operator !== '<') return false;
    const limit = bare(condition.right);
    const isLength =
      ts.isPropertyAccessExpression(limit) &&
      limit.name.text === 'length' &&
      variables.of(bare(limit.expression)) === text;
    if (!isLength || variables.of(bare(condition.left)) !== place) return false;
    return [text, place].every((variable) => variables.isFixedBetween(variable, condition.node, call));
  });
}
