// Recursions that hand an object on unchanged from call to call (`ways(amount - coin, coins)`), or go through objects (`cost(task)` of what a task needs).
// An object is no key between two calls, but during one it is the same for all levels, and is not changed: with the recursion in a function of its own, of the arguments that do change, its results can be kept for that call
// by what caches recursions inside of a function. So can those of a method, of which the object is what is carried: during a call nothing changes it.
// Here is only the text with the recursion inside, and what must hold for it to mean the same.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import { isIdentity, meetsAgain } from './identity-keys.ts';
import { kindsOfType } from './key-kinds.ts';
import { callsOfOwnMethod } from './method-recursion.ts';
import { resultTypeText } from './recursion-text.ts';

export interface RecursionInside {
  /** In the text with the recursion inside. */
  readonly around: Subject;
  /** The name of the function inside. */
  readonly inner: string;
  /** In the text as it stands. */
  readonly calls: readonly ts.CallExpression[];
}

/** The subject with its recursion inside. Undefined where nothing is carried, or something would mean another thing one function further in. */
export function withRecursionInside(subject: Subject): RecursionInside | undefined {
  const { node, text, sourceFile, listing } = subject;
  if (node.body === undefined || !isPlainForm(subject)) return undefined;
  // Its lines stand one level further in, which would change a text over several lines.
  if (hasLongText(node.body)) return undefined;
  const calls = callsOfOwnMethod(subject) ?? ownCalls(node.body, ownName(subject));
  if (calls === undefined || calls.length === 0) return undefined;
  const isCarried = node.parameters.map((parameter, index) => isCarriedAt(parameter, index, calls, subject));
  const changing = node.parameters.filter((_, index) => !isCarried[index]);
  if (changing.length === 0) return undefined;
  // A carried object is what keeps the whole function from being remembered; what changes are the keys, objects as well where they may be met again.
  const isPrimitive = (parameter: ts.ParameterDeclaration): boolean =>
    kindsOfType(subject.checker.getTypeAtLocation(parameter)) !== undefined;
  const isKey = (parameter: ts.ParameterDeclaration): boolean =>
    isPrimitive(parameter) ||
    (isIdentity(subject.checker.getTypeAtLocation(parameter)) &&
      meetsAgain(calls.map((call) => call.arguments[node.parameters.indexOf(parameter)])));
  const isCarrying = ts.isMethodDeclaration(node) || !node.parameters.every(isPrimitive);
  if (!changing.every(isKey) || !isCarrying) return undefined;
  if (!calls.every((call) => call.arguments.length === node.parameters.length)) return undefined;
  if (!calls.every((call) => neverAsksForDefaults(call, subject))) return undefined;
  const inner = freshLocalName(subject, 'solve');
  const start = node.body.getStart(sourceFile);
  const body = withInnerCalls(subject, node.body, calls, isCarried, inner);
  const wrapped = printed(subject, changing, inner, body);
  const around = text.slice(0, start) + wrapped + text.slice(node.body.end);
  const from = node.getStart(sourceFile);
  const found = subjectWithText(subject, around, from, node.end + wrapped.length - (node.body.end - start));
  return found?.listing.name === listing.name ? { around: found, inner, calls } : undefined;
}

/** By which its own text calls it: of a declaration, or of the constant that holds it. */
function ownName({ node }: Subject): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  if (node.name !== undefined) return node.name.text;
  const { parent } = node;
  const isConstant = ts.isVariableDeclaration(parent) && (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0;
  return isConstant && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
}

/** Names for all arguments, and nothing that belongs to the function itself. */
function isPlainForm({ node, listing, style }: Subject): boolean {
  if (!style.isTypeScript || listing.isAsync || listing.isGenerator || node.typeParameters !== undefined) return false;
  const arePlain = node.parameters.every(
    (parameter) =>
      ts.isIdentifier(parameter.name) &&
      parameter.name.text !== 'this' &&
      parameter.dotDotDotToken === undefined &&
      parameter.questionToken === undefined,
  );
  // An arrow has the object of its method.
  const isOwn = (part: ts.Node): boolean =>
    (part.kind === ts.SyntaxKind.ThisKeyword && !ts.isMethodDeclaration(node)) ||
    part.kind === ts.SyntaxKind.SuperKeyword ||
    ts.isMetaProperty(part) ||
    (ts.isIdentifier(part) && part.text === 'arguments') ||
    ts.forEachChild(part, (child) => isOwn(child) || undefined) === true;
  return arePlain && node.body !== undefined && !isOwn(node.body);
}

/** What is further in has no defaults. */
function neverAsksForDefaults(call: ts.CallExpression, { node, checker, project: { options } }: Subject): boolean {
  const isSure = options.strictNullChecks ?? options.strict ?? false;
  return node.parameters.every(({ initializer }, index) => {
    const given = call.arguments[index];
    if (initializer === undefined || given === undefined) return true;
    const type = checker.getTypeAtLocation(given);
    const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
    return isSure && (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & absent) === 0);
  });
}

/** Undefined where it is mentioned otherwise, or something else has its name. */
function ownCalls(body: ts.Node, name: string | undefined): readonly ts.CallExpression[] | undefined {
  if (name === undefined) return undefined;
  const calls: ts.CallExpression[] = [];
  let isOnlyCalled = true;
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part) && part.text === name) {
      const { parent } = part;
      if (ts.isCallExpression(parent) && parent.expression === part && parent.questionDotToken === undefined)
        calls.push(parent);
      else isOnlyCalled = false;
    }
    ts.forEachChild(part, visit);
  };
  visit(body);
  return isOnlyCalled ? calls : undefined;
}

/** Handed on as it is by each call, and never anything else. */
function isCarriedAt(
  { name }: ts.ParameterDeclaration,
  index: number,
  calls: readonly ts.CallExpression[],
  { node }: Subject,
): boolean {
  if (!ts.isIdentifier(name)) return false;
  const isHandedOn = calls.every((call) => {
    const argument = call.arguments[index];
    return argument !== undefined && ts.isIdentifier(argument) && argument.text === name.text;
  });
  let isKept = true;
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part) && part.text === name.text && part !== name) {
      const { parent } = part;
      const isDeclared =
        (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
        parent.name === part;
      if (isDeclared || ts.isFunctionDeclaration(parent) || ts.isClassLike(parent) || isWriteTarget(part))
        isKept = false;
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return isHandedOn && isKept;
}

/** `ways(amount - coin, coins)` becomes `solve(amount - coin)`, also inside of another one's arguments. */
function withInnerCalls(
  { sourceFile, text }: Subject,
  part: ts.Node,
  calls: readonly ts.CallExpression[],
  isCarried: readonly boolean[],
  inner: string,
): string {
  const print = (node: ts.Node): string => {
    let result = '';
    let from = node.getStart(sourceFile);
    const visit = (child: ts.Node): void => {
      const call = calls.find((one) => one === child);
      if (call === undefined) {
        ts.forEachChild(child, visit);
        return;
      }
      const given = call.arguments.filter((_, index) => !isCarried[index]).map(print);
      result += `${text.slice(from, call.getStart(sourceFile))}${inner}(${given.join(', ')})`;
      from = call.end;
    };
    if (calls.some((one) => one === node)) visit(node);
    else ts.forEachChild(node, visit);
    return result + text.slice(from, node.end);
  };
  return print(part);
}

/** The body with the recursion in a constant. */
function printed(subject: Subject, changing: readonly ts.ParameterDeclaration[], inner: string, body: string): string {
  const { node, text, sourceFile, style, checker } = subject;
  const indent = indentAt(node.getStart(sourceFile), text);
  const stop = style.semicolons ? ';' : '';
  const deeper = indent + style.indent;
  const parameters = changing.map((one) => {
    const type = one.type?.getText(sourceFile) ?? checker.typeToString(checker.getTypeAtLocation(one));
    return `${one.name.getText(sourceFile)}: ${type}`;
  });
  const names = changing.map((one) => one.name.getText(sourceFile));
  const type = node.type?.getText(sourceFile) ?? resultTypeText(subject);
  const own = body.replaceAll(/\n(?=[^\r\n])/g, `\n${style.indent}`);
  return [
    '{',
    `${deeper}const ${inner} = (${parameters.join(', ')}): ${type} => ${own}${stop}`,
    `${deeper}return ${inner}(${names.join(', ')})${stop}`,
    `${indent}}`,
  ].join(style.eol);
}
