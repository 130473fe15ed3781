// Private methods that a method calls on its own object. Nobody but the class calls or replaces what has a `#`. What is only declared `private` can be replaced
// all the same: in a constructor, by a subclass, under a name in quotes, or through `any`; wherever that shows, the method that is called is not known.
import ts from 'typescript';
import { hasLongText } from '../../source/generated-text.ts';
import { isTarget } from '../../source/loops/places.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';

export interface PrivateCall {
  readonly call: ts.CallExpression;
  readonly method: ts.MethodDeclaration;
}

/** `this.scale(x)` where the class has a private method of that name that is called with all that it takes. */
export function privateMethod(
  access: ts.PropertyAccessExpression,
  owner: ts.Node,
  subject: Subject,
): PrivateCall | undefined {
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access || call.questionDotToken !== undefined) return undefined;
  const [method, another] = subject.checker.getSymbolAtLocation(access.name)?.declarations ?? [];
  if (method === undefined || another !== undefined || !ts.isMethodDeclaration(method)) return undefined;
  const words = method.modifiers ?? [];
  const isPrivate =
    ts.isPrivateIdentifier(method.name) || words.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  const isPlain =
    method.parent === owner &&
    words.every(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) &&
    method.asteriskToken === undefined &&
    method.typeParameters === undefined &&
    method.body !== undefined &&
    !hasLongText(method.body) &&
    hasPlainParameters(method);
  const isWhole = call.arguments.length === method.parameters.length && !call.arguments.some(ts.isSpreadElement);
  return isPrivate && isPlain && isWhole && !mayBeReplaced(method, subject) ? { call, method } : undefined;
}

/** Each with a name and a type, all of them given. */
function hasPlainParameters({ parameters }: ts.MethodDeclaration): boolean {
  return parameters.every(
    ({ name, type, initializer, dotDotDotToken, questionToken }) =>
      ts.isIdentifier(name) &&
      name.text !== 'this' &&
      type !== undefined &&
      initializer === undefined &&
      questionToken === undefined &&
      dotDotDotToken === undefined,
  );
}

/** Whether the class is asked for members whose names it computes, so that one that seems unused may be among them. */
export function isNamedByKey({ name, parent }: ts.MethodDeclaration): boolean {
  const isKey = (node: ts.Node): boolean => {
    if (
      ts.isElementAccessExpression(node) &&
      isObject(node.expression) &&
      !ts.isLiteralExpression(node.argumentExpression)
    )
      return true;
    return ts.forEachChild(node, isKey) ?? false;
  };
  return !ts.isPrivateIdentifier(name) && isKey(parent);
}

function mayBeReplaced(method: ts.MethodDeclaration, { checker, sourceFile, project }: Subject): boolean {
  const { name } = method;
  if (ts.isPrivateIdentifier(name)) return false;
  const symbol = checker.getSymbolAtLocation(name);
  const text = name.getText();
  const isReplacing = (node: ts.Node): boolean => {
    if (ts.isStringLiteralLike(node) && node.text === text) return true;
    if (ts.isIdentifier(node) && node.text === text && node !== name && mayReplace(node, symbol, checker)) return true;
    if (setsAnyMember(node)) return true;
    return ts.forEachChild(node, isReplacing) ?? false;
  };
  const quoted = new RegExp(`['"\`]${text}['"\`]|\\bany\\)\\.${text}\\b`);
  return isReplacing(sourceFile) || [...project.importers().texts.values()].some((one) => quoted.test(one));
}

/** What sets the method, also through a value of any type, and a member of the same name in a class that extends another. */
function mayReplace(node: ts.Identifier, method: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const used = checker.getSymbolAtLocation(node);
    return (used === undefined || used === method) && isTarget(parent);
  }
  if (!ts.isClassElement(parent) || parent.name !== node) return false;
  return ts.isClassLike(parent.parent) && parent.parent.heritageClauses !== undefined;
}

/** `Object.assign(this, options)`, `this[key] = value`, and so on. */
function setsAnyMember(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && ts.isElementAccessExpression(node.left)) {
    const { expression, argumentExpression } = node.left;
    return isObject(expression) && !ts.isLiteralExpression(argumentExpression);
  }
  const [target] = ts.isCallExpression(node) ? node.arguments : [];
  return (
    ts.isCallExpression(node) &&
    target !== undefined &&
    /^(?:Object|Reflect)\.(?:assign|definePropert(?:y|ies)|set|setPrototypeOf)$/.test(node.expression.getText()) &&
    isObject(target)
  );
}

/** `this`, `Engine.prototype`. */
function isObject(node: ts.Expression): boolean {
  const value = bare(node);
  const isPrototype = ts.isPropertyAccessExpression(value) && value.name.text === 'prototype';
  return value.kind === ts.SyntaxKind.ThisKeyword || isPrototype;
}
