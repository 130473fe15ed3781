// The index that a callback takes beside the element: a worker that gets a part of the array counts from where the part starts.
import ts from 'typescript';
import { isTarget } from '../../source/loops/places.ts';

/** The second parameter of a callback written out in the call, when it is a plain name that the callback only reads. */
export function indexOfCallback(
  callback: ts.Expression | undefined,
  checker: ts.TypeChecker,
): ts.ParameterDeclaration | undefined {
  if (callback === undefined || !ts.isArrowFunction(callback)) return undefined;
  const [, index] = callback.parameters;
  const isPlain = index !== undefined && ts.isIdentifier(index.name) && index.initializer === undefined;
  if (!isPlain || index.dotDotDotToken !== undefined) return undefined;
  return usesOf(index, callback, checker).some(isTarget) ? undefined : index;
}

/** The text of the callback with `start + i` in place of `i`. */
export function countedFrom(
  start: string,
  index: ts.ParameterDeclaration,
  callback: ts.ArrowFunction,
  checker: ts.TypeChecker,
): string {
  const name = index.name.getText();
  let text = '';
  let at = callback.getStart();
  const source = callback.getSourceFile().text;
  for (const use of usesOf(index, callback, checker)) {
    text += source.slice(at, use.getStart()) + sumInPlaceOf(use, `${start} + ${name}`);
    at = use.end;
  }
  return text + source.slice(at, callback.end);
}

function sumInPlaceOf(use: ts.Identifier, sum: string): string {
  const { parent } = use;
  if (ts.isShorthandPropertyAssignment(parent)) return `${use.text}: ${sum}`;
  const standsAlone =
    ts.isTemplateSpan(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isVariableDeclaration(parent) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === use) ||
    (ts.isCallExpression(parent) && parent.expression !== use);
  return standsAlone ? sum : `(${sum})`;
}

function usesOf(
  { name }: ts.ParameterDeclaration,
  callback: ts.ArrowFunction,
  checker: ts.TypeChecker,
): readonly ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const uses: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== name) {
      const used = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      if (used === symbol) uses.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(callback);
  return uses;
}
