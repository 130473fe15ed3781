// The interval arithmetic of each binary operator.
import ts from 'typescript';
import * as facts from './number-arithmetic.ts';
import { anyValue, type NumberFact } from './number-fact.ts';

export function applyOperator(operator: ts.SyntaxKind, left: NumberFact, right: NumberFact): NumberFact {
  return binaryTransfers.get(operator)?.(left, right) ?? anyValue;
}

const binaryTransfers: ReadonlyMap<ts.SyntaxKind, (a: NumberFact, b: NumberFact) => NumberFact> = new Map([
  [ts.SyntaxKind.PlusToken, facts.add],
  [ts.SyntaxKind.MinusToken, facts.subtract],
  [ts.SyntaxKind.AsteriskToken, facts.multiply],
  [ts.SyntaxKind.AsteriskAsteriskToken, facts.power],
  [ts.SyntaxKind.SlashToken, facts.divide],
  [ts.SyntaxKind.PercentToken, facts.remainder],
  [ts.SyntaxKind.AmpersandToken, facts.bitAnd],
  [ts.SyntaxKind.BarToken, facts.bitOr],
  [ts.SyntaxKind.CaretToken, facts.bitXor],
  [ts.SyntaxKind.LessThanLessThanToken, facts.shiftLeft],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, facts.shiftRight],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, facts.shiftRightUnsigned],
]);
