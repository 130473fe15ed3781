// Values copied by `JSON.parse(JSON.stringify(value))`. No other copy is the same for all values of a type: a value may have more properties
// than its type says, and `structuredClone` keeps, shares or refuses what JSON drops, separates or turns into text. Nor is it faster: for
// small records `structuredClone` of Node 20 takes longer. So this only says why nothing is proposed; copies of literal data are literal-copy.ts's.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

export function roundTripIn({ node, checker }: Subject): Reason | undefined {
  const found = roundTripBelow(node, checker);
  if (found === undefined) return undefined;
  const [text] = found.arguments;
  const value = text !== undefined && ts.isCallExpression(text) ? text.arguments[0] : undefined;
  const shown = value === undefined ? 'the value' : `\`${value.getText().split('\n')[0]}\``;
  return reasonFor(
    found,
    'S10',
    `${shown} goes through JSON, which drops \`undefined\` and functions, makes text of dates and null of NaN, and separates what is shared: a copy would not.`,
    'Where it is known to hold none of these, copy it by hand, as in `{ ...value, list: [...value.list] }`; `structuredClone` is seldom faster than JSON.',
  );
}

/** The first copy through JSON in a part of the code. */
export function roundTripBelow(node: ts.Node, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (ts.isCallExpression(node) && isJson(node, 'parse', checker)) {
    const [text] = node.arguments;
    if (text !== undefined && ts.isCallExpression(text) && isJson(text, 'stringify', checker)) return node;
  }
  return ts.forEachChild(node, (child) => roundTripBelow(child, checker));
}

function isJson({ expression, arguments: given }: ts.CallExpression, method: string, checker: ts.TypeChecker): boolean {
  return (
    given.length === 1 &&
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === method &&
    globalName(expression.expression, checker) === 'JSON'
  );
}
