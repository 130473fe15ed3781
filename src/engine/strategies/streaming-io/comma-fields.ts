// Fields of lines that are cut at commas. The rewrites keep that as it is; what a parser of CSV would do otherwise is said beside them.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

/** For a function that reads a file and cuts something at commas. */
export function commaFieldsIn({ node }: Subject): Reason | undefined {
  const visit = (part: ts.Node): ts.CallExpression | undefined => {
    if (
      ts.isCallExpression(part) &&
      ts.isPropertyAccessExpression(part.expression) &&
      part.expression.name.text === 'split'
    ) {
      const [separator, ...more] = part.arguments;
      if (separator !== undefined && more.length === 0 && ts.isStringLiteralLike(separator) && separator.text === ',')
        return part;
    }
    return ts.forEachChild(part, visit);
  };
  const split = visit(node);
  return split === undefined
    ? undefined
    : reasonFor(
        split,
        'S8',
        "`split(',')` cuts a quoted field at its commas, keeps the quotes, and leaves the CR of a CR LF at the end of the last field.",
        'Where files may have such lines, a CSV parser like `csv-parse` reads them right; it gives other values than this code for them, and is tried where a `for (const line of ...)` loop leaves out empty lines and then cuts each line.',
      );
}
