// Where a function uses a variable, and whether anything assigns to it.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { Subject } from '../../source/subject.ts';

/** Uses of a variable in the subject, its declaration apart, in source order. */
export function usesOf(name: ts.Identifier, { node, checker }: Subject): readonly ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const uses: ts.Identifier[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part) && part.text === name.text && part !== name && symbolOfUse(part, checker) === symbol) {
      uses.push(part);
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return uses;
}

/** A string that stays what it is while the function runs: a literal, or a variable of type `string` that nothing in it assigns to. */
export function isConstantText(expression: ts.Expression, subject: Subject): boolean {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) return true;
  return ts.isIdentifier(expression) && isText(expression, subject.checker) && isConstantName(expression, subject);
}

/** A constant, or a variable of the function that nothing in it assigns to. */
export function isConstantName(expression: ts.Identifier, subject: Subject): boolean {
  const { checker, node } = subject;
  const declaration = checker.getSymbolAtLocation(expression)?.valueDeclaration;
  if (declaration === undefined) return false;
  const isConst =
    ts.isVariableDeclaration(declaration) &&
    ts.isVariableDeclarationList(declaration.parent) &&
    (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  if (isConst) return true;
  const isOwn =
    (ts.isParameter(declaration) && declaration.parent === node && ts.isIdentifier(declaration.name)) ||
    (ts.isVariableDeclaration(declaration) && declaration.pos > node.pos && declaration.end <= node.end);
  return isOwn && usesOf(expression, subject).every((use) => !isWriteTarget(use)) && !isWriteTarget(expression);
}

export function isText(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(expression).flags & ts.TypeFlags.StringLike) !== 0;
}

function symbolOfUse(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
}

/** Options of a read or a write that say UTF-8 and nothing else. */
export function isUtf8(options: ts.Expression): boolean {
  if (ts.isStringLiteral(options)) return /^utf-?8$/i.test(options.text);
  if (!ts.isObjectLiteralExpression(options)) return false;
  const [only, ...more] = options.properties;
  return (
    only !== undefined &&
    more.length === 0 &&
    ts.isPropertyAssignment(only) &&
    only.name.getText() === 'encoding' &&
    ts.isStringLiteral(only.initializer) &&
    isUtf8(only.initializer)
  );
}
