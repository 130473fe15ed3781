// What of a loop's surroundings each part needs: its own elements of an array, the whole of it, or nothing.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { rangeOf } from './loop-range.ts';
import { type Captured, isKept, type LoopSite } from './loop-sites.ts';
import { mentionsIn } from './loop-text.ts';

/** Arrays of which an iteration reads nothing but its own element: every part gets its share. */
export function slicedArrays({ header, captured, delivery }: LoopSite, { checker }: Subject): readonly Captured[] {
  // What a part gets of an array is cut out by its numbers, which must not be negative.
  if (header.kind !== 'counted' || !ts.isNumericLiteral(header.start)) return [];
  return captured.filter(({ symbol, type }) => {
    const isArray = checker.isArrayType(type) || /^\w+\d+(Clamped)?Array$/.test(type.getSymbol()?.name ?? '');
    const uses = mentionsIn(header.loop.statement, symbol, checker).filter((use) => !isKept(use, delivery));
    return isArray && uses.length > 0 && uses.every((use) => isOwnElement(use, header.variable, checker));
  });
}

function isOwnElement(use: ts.Identifier, counter: ts.Symbol, checker: ts.TypeChecker): boolean {
  const access = use.parent;
  return (
    ts.isElementAccessExpression(access) &&
    access.expression === use &&
    ts.isIdentifier(access.argumentExpression) &&
    checker.getSymbolAtLocation(access.argumentExpression) === counter
  );
}

/** The counter is used for nothing but such elements, and the loop runs to the end of one such array: the text needs no other numbers. */
export function isFullySliced(
  { header, delivery }: LoopSite,
  sliced: readonly Captured[],
  { checker }: Subject,
): boolean {
  if (header.kind !== 'counted' || !ts.isPropertyAccessExpression(header.limit) || rangeOf(header) !== undefined)
    return false;
  const { expression, name } = header.limit;
  const limit = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression) : undefined;
  if (name.text !== 'length' || !sliced.some(({ symbol }) => symbol === limit)) return false;
  return mentionsIn(header.loop.statement, header.variable, checker).every((use) => {
    const isPlace = isKept(use, delivery);
    const array = ts.isElementAccessExpression(use.parent) ? use.parent.expression : undefined;
    const symbol = array !== undefined && ts.isIdentifier(array) ? checker.getSymbolAtLocation(array) : undefined;
    return isPlace || sliced.some((one) => one.symbol === symbol);
  });
}

export function isUsedInBody(name: string, { header, captured, delivery }: LoopSite): boolean {
  const symbol = captured.find((one) => one.name === name)?.symbol;
  if (symbol === undefined) return true;
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name && !isKept(node, delivery)) || (ts.forEachChild(node, visit) ?? false);
  return visit(header.loop.statement);
}
