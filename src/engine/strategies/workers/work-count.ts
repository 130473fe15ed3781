// How much there is to do, as a parameter tells it: then small inputs can be left to the original.
import ts from 'typescript';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { hidesOwnName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { SizeGuard } from '../strategy.ts';

/** `counted` is an array, its length, or a number. Undefined when it is no parameter that every caller gives, or the original cannot be called with the same. */
export function sizeGuardOf(
  counted: ts.Expression,
  head: string,
  pieces: SizeGuard['pieces'],
  subject: Subject,
): SizeGuard | undefined {
  const { node, checker, listing, style } = subject;
  const named = namedIn(counted);
  const symbol = ts.isIdentifier(named) ? checker.getSymbolAtLocation(named) : undefined;
  const parameter = node.parameters.findIndex((one) => symbol !== undefined && one === symbol.valueDeclaration);
  const declared = node.parameters[parameter];
  const isGiven = declared?.questionToken === undefined && declared?.initializer === undefined;
  const isPlain = node.parameters.every(
    ({ name, dotDotDotToken }) => ts.isIdentifier(name) && dotDotDotToken === undefined,
  );
  if (declared === undefined || !isGiven || !isPlain || hidesOwnName(subject)) return undefined;
  const isNumber = (checker.getTypeAtLocation(named).flags & ts.TypeFlags.NumberLike) !== 0;
  const name = named.getText();
  return {
    head,
    parameter,
    counts: isNumber ? 'value' : 'length',
    count: isNumber ? name : `${name}.length`,
    pieces,
    original: `${listing.name}(${node.parameters.map((one) => one.name.getText()).join(', ')})`,
    indent: style.indent,
    end: style.semicolons ? ';' : '',
  };
}

/** How many pieces of work a call that was observed had; undefined when no parameter tells. */
export function piecesIn(answer: ObserveAnswer, counted: ts.Expression, subject: Subject): number | undefined {
  if (ts.isNumericLiteral(counted)) return Number(counted.text);
  if (isSumOrProduct(counted)) {
    const [left, right] = [counted.left, counted.right].map((one) => piecesIn(answer, one, subject));
    return left === undefined || right === undefined ? undefined : OPERATIONS[counted.operatorToken.kind](left, right);
  }
  const { arguments: given } = answer;
  const { node, checker } = subject;
  const named = namedIn(counted);
  const symbol = ts.isIdentifier(named) ? checker.getSymbolAtLocation(named) : undefined;
  const seen = given[node.parameters.findIndex((one) => symbol !== undefined && one === symbol.valueDeclaration)];
  return seen?.kind === 'number' ? seen.numbers?.max : seen?.length;
}

const OPERATIONS = {
  [ts.SyntaxKind.PlusToken]: (a: number, b: number) => a + b,
  [ts.SyntaxKind.MinusToken]: (a: number, b: number) => a - b,
  [ts.SyntaxKind.AsteriskToken]: (a: number, b: number) => a * b,
};

type SumOrProduct = ts.BinaryExpression & {
  readonly operatorToken: { readonly kind: keyof typeof OPERATIONS };
};

/** `height - 1`, `2 * n`. */
export function isSumOrProduct(node: ts.Expression): node is SumOrProduct {
  return ts.isBinaryExpression(node) && node.operatorToken.kind in OPERATIONS;
}

/** `xs` of `xs` and of `xs.length`. */
function namedIn(counted: ts.Expression): ts.Expression {
  const isLength = ts.isPropertyAccessExpression(counted) && counted.name.text === 'length';
  return isLength ? counted.expression : counted;
}

/** Parameters and result type of the function beside the original. */
export function parallelSignature({ node, text, style, listing }: Subject): string {
  const [first] = node.parameters;
  const last = node.parameters.at(-1);
  const declared = first === undefined || last === undefined ? '' : text.slice(first.getStart(), last.end);
  const type = node.type?.getText();
  const returns = type === undefined || !style.isTypeScript ? '' : `: ${listing.isAsync ? type : `Promise<${type}>`}`;
  return `(${declared})${returns}`;
}
