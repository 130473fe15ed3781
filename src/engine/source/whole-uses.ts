// Of an object whose type is only assumed not all is known: it may have more fields, with anything in them. Where nothing but its known fields
// is read, that makes no difference to a copy of it; where it is handed on as a whole, it does.
import ts from 'typescript';
import { isNameOnly } from './ranges/expressions.ts';
import type { Subject } from './subject.ts';

/** The first place where an object, or a list of objects, of a type that is only assumed is used as a whole, by the subject or its helpers. */
export function wholeUse({ node, checker }: Subject): ts.Node | undefined {
  const seen = new Set<ts.Node>();
  const isOpen = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.some(isOpen);
    if (checker.isArrayType(type)) return checker.getTypeArguments(type as ts.TypeReference).some(isOpen);
    return isAssumed(type.getSymbol()?.declarations?.[0]);
  };
  /** It is looked through as well. */
  const isHandedToHelper = (argument: ts.Expression): boolean => {
    const call = argument.parent;
    if (!ts.isCallExpression(call)) return false;
    const helper = checker.getResolvedSignature(call)?.declaration;
    const parameter = helper?.parameters[call.arguments.indexOf(argument)];
    if (helper === undefined || parameter === undefined || ts.isJSDocSignature(helper)) return false;
    return 'body' in helper && isOpen(checker.getTypeAtLocation(parameter)) && find(helper) === undefined;
  };
  const find = (current: ts.Node): ts.Node | undefined => {
    if (ts.isFunctionLike(current)) {
      if (seen.has(current)) return undefined;
      seen.add(current);
    }
    // What is left of an object is all that is not known of it.
    if (ts.isObjectBindingPattern(current) && current.elements.some(isRest)) return current;
    if (ts.isExpression(current) && !isNameOnly(current) && !isOfParts(current)) {
      if (isOpen(checker.getTypeAtLocation(current)) && !isHandedToHelper(current)) return current;
    }
    return ts.forEachChild(current, find);
  };
  return find(node);
}

/** Declared in a comment before the name of a parameter, where assumptions are laid over the text. */
export function isAssumed(declaration: ts.Declaration | undefined): boolean {
  if (declaration === undefined || !ts.isTypeLiteralNode(declaration)) return false;
  const tag = ts.findAncestor(declaration as ts.Node, ts.isJSDocTypeTag);
  return tag !== undefined && ts.isParameter(tag.parent.parent);
}

/** Only parts of the value are used here, or it stays what it is: under another name, one of two, in parentheses. */
function isOfParts(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (ts.isVariableDeclaration(parent)) return true;
  if (ts.isForOfStatement(parent)) return parent.expression === node;
  if (ts.isSpreadElement(parent)) return ts.isArrayLiteralExpression(parent.parent);
  if (ts.isBinaryExpression(parent)) return quiet.has(parent.operatorToken.kind);
  if (ts.isConditionalExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  return ts.isParenthesizedExpression(parent) || ts.isIfStatement(parent) || ts.isExpressionStatement(parent);
}

function isRest({ dotDotDotToken }: ts.BindingElement): boolean {
  return dotDotDotToken !== undefined;
}

/** What an object is to these does not depend on its fields. */
const quiet: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
