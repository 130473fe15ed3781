// Text of what is stored in and read from typed arrays, and of their allocation.
import ts from 'typescript';
import { bare, wrapped } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import type { ChosenElements } from './choose-elements.ts';
import type { ConversionContext } from './conversion.ts';
import type { TypedArrayName } from './element-kind.ts';
import type { ElementUse } from './element-uses.ts';
import { needsParenthesesAsCondition, type RewriteText } from './rewrite-text.ts';

/** Flags become 1 and 0 where they are stored, and are compared with 1 where they are a value. */
export function printFlags(text: RewriteText, chosen: ChosenElements, elements: readonly ElementUse[]): void {
  if (!chosen.isBoolean) return;
  const own = new Set<ts.Node>(elements.flatMap((use) => [use.node, ...(use.store ? [use.store.node] : [])]));
  for (const use of elements) {
    if (use.store?.kind === 'set') printFlag(text, use.store.value, own);
  }
  for (const literal of chosen.literals)
    text.replaceNode(literal, literal.kind === ts.SyntaxKind.TrueKeyword ? '1' : '0');
  for (const use of chosen.compared) text.insert(wrapped(use.node).getEnd(), ' === 1');
}

export function printFlag(text: RewriteText, value: ts.Expression, own: ReadonlySet<ts.Node>): void {
  const node = bare(value);
  if (own.has(node)) return;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    text.replaceNode(value, node.kind === ts.SyntaxKind.TrueKeyword ? '1' : '0');
    return;
  }
  const needsParentheses = needsParenthesesAsCondition(value);
  if (needsParentheses) text.insert(value.getStart(), '(');
  text.insert(value.getEnd(), needsParentheses ? ') ? 1 : 0' : ' ? 1 : 0');
}

/** Elements that had the type any get one that may be undefined, where the compiler minds; the value is what it was. */
export function printAssertions(
  text: RewriteText,
  chosen: ChosenElements,
  elements: readonly ElementUse[],
  context: ConversionContext,
): void {
  for (const use of elements) if (needsAssertion(use, chosen, context)) text.insert(use.node.getEnd(), '!');
}

export function needsAssertion(
  use: ElementUse,
  chosen: ChosenElements,
  { subject, checker }: ConversionContext,
): boolean {
  if (!subject.project.options.noUncheckedIndexedAccess || !subject.style.isTypeScript) return false;
  const { parent } = use.node;
  if (use.store?.kind === 'set' || ts.isNonNullExpression(parent)) return false;
  // Of flags only one that is copied from element to element.
  if (chosen.isBoolean) return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (ts.isBinaryExpression(parent) && equalities.has(parent.operatorToken.kind)) return false;
  return (checker.getTypeAtLocation(use.node).flags & ts.TypeFlags.Any) !== 0;
}

const equalities: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** `new Int32Array(length)`, filled unless the value is what a typed array begins with. */
export function allocationText(kind: TypedArrayName, length: string, fill: ts.Expression, isBoolean: boolean): string {
  const value = fillText(fill, isBoolean);
  return `new ${kind}(${length})${value === '0' ? '' : `.fill(${value})`}`;
}

export function fillText(fill: ts.Expression, isBoolean: boolean): string {
  if (!isBoolean) return ts.isNumericLiteral(bare(fill)) && Number(bare(fill).getText()) === 0 ? '0' : fill.getText();
  const node = bare(fill);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return '1';
  if (node.kind === ts.SyntaxKind.FalseKeyword) return '0';
  return needsParenthesesAsCondition(fill) ? `(${fill.getText()}) ? 1 : 0` : `${fill.getText()} ? 1 : 0`;
}

/** The declared type goes where the initializer says it all, and is replaced where there is none; JSDoc types are replaced. */
export function printDeclaredType(text: RewriteText, variable: Variable, type: string): void {
  const { declaration } = variable;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return;
  if (declaration.type !== undefined) {
    if (declaration.initializer === undefined) text.replaceNode(declaration.type, type);
    else text.replace(declaration.name.getEnd(), declaration.type.getEnd(), '');
    return;
  }
  const documented = ts.getJSDocTypeTag(declaration)?.typeExpression.type;
  if (documented !== undefined) text.replaceNode(documented, type);
}
