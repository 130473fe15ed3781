// Reads a search for one key: the list, how an element gives its key, which key is asked for, and what is wanted of the element.
import ts from 'typescript';
import { convertsQuietly } from '../../source/primitive-types.ts';
import { bare, isInside, wrapped } from '../../source/ranges/expressions.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { type Callback, conditionsOf, tellsApart, withoutCondition } from './key-conditions.ts';
import type { RepeatedCall, SearchedList } from './searched-lists.ts';

export interface KeySearch {
  readonly call: ts.CallExpression;
  readonly list: SearchedList;
  readonly runsAt: RepeatedCall['runsAt'];
  /** `element`: the first with the key, or the last. `elements`: all of them. `place`: of that one. `there`: whether there is one. */
  readonly answer: 'element' | 'elements' | 'place' | 'there';
  readonly isLast: boolean;
  /** What is asked of the elements with the key, as a callback, where the key is one of several conditions. */
  readonly rest: string | undefined;
  /** What follows the element in its key: `.id`, `.name.toLowerCase()`, or nothing when it is the key itself. */
  readonly path: string;
  readonly keyType: ts.Type;
  readonly asked: ts.Expression;
  /** What stands for the question: the call, or the comparison around an `indexOf`. */
  readonly question: ts.Expression;
  readonly isNegated: boolean;
  /** The key is read while the list is gone through, if at all: an empty list never asks. */
  readonly isInCallback: boolean;
  /** How the code names an element, when it does. */
  readonly element: string | undefined;
}

const answers = {
  find: 'element',
  findLast: 'element',
  filter: 'elements',
  some: 'there',
  findIndex: 'place',
  findLastIndex: 'place',
  indexOf: 'place',
} as const;

export const searchMethods: ReadonlySet<string> = new Set(Object.keys(answers));

/** Undefined when it asks for anything else than the equality with a key, and what only some of those with the key have. */
export function readKeySearch({ call, method, list, runsAt }: RepeatedCall, subject: Subject): KeySearch | undefined {
  const answer = answers[method as keyof typeof answers];
  const [argument] = call.arguments;
  if (argument === undefined) return undefined;
  if (method === 'indexOf') return placeSearch({ call, list, runsAt }, argument, subject);
  if (!ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument)) return undefined;
  const { checker } = subject;
  const [parameter, ...others] = argument.parameters;
  const value = givenBy(argument);
  if (parameter === undefined || others.length > 0 || value === undefined || argument.type !== undefined)
    return undefined;
  if (argument.modifiers !== undefined || argument.asteriskToken !== undefined) return undefined;
  if (parameter.dotDotDotToken !== undefined || parameter.initializer !== undefined) return undefined;
  const conditions = conditionsOf(value);
  for (const condition of conditions) {
    const key = keyOf(condition, parameter.name, checker);
    if (key === undefined) continue;
    const isOnly = conditions.length === 1;
    if (!isOnly && (answer === 'place' || !isAskedAnew(key.asked, subject) || !tellsApart(key.keyType))) continue;
    const rest = isOnly ? undefined : withoutCondition(argument, value, { condition, ...key }, checker);
    if (!isOnly && rest === undefined) continue;
    const element = ts.isIdentifier(parameter.name) ? parameter.name.text : undefined;
    const isLast = method.startsWith('findLast');
    const question = { question: call, isNegated: false, isInCallback: true } as const;
    return { ...key, ...question, call, list, runsAt, answer, isLast, rest, element };
  }
  return undefined;
}

/** Another one in each round: of elements kept by a key that stays the same, all would be looked at as before. */
function isAskedAnew(asked: ts.Expression, { node: root, checker }: Subject): boolean {
  let base = bare(asked);
  while (ts.isPropertyAccessExpression(base) || ts.isElementAccessExpression(base) || ts.isCallExpression(base))
    base = bare(base.expression);
  const [declaration] = (ts.isIdentifier(base) && checker.getSymbolAtLocation(base)?.declarations) || [];
  return declaration !== undefined && isInside(declaration, root) && declaration.parent !== root;
}

/** The key of an element and the one asked for, in an equality of the two. */
function keyOf(
  comparison: ts.Expression,
  name: ts.BindingName,
  checker: ts.TypeChecker,
): Pick<KeySearch, 'path' | 'keyType' | 'asked'> | undefined {
  if (!ts.isBinaryExpression(comparison)) return undefined;
  const [left, right] = [bare(comparison.left), bare(comparison.right)];
  if (!comparesStrictly(comparison.operatorToken.kind, left, right, checker)) return undefined;
  for (const [key, asked] of [
    [left, right],
    [right, left],
  ] as const) {
    const path = pathOf(key, name, checker);
    if (path === undefined || !isQuiet(asked, checker) || mentionsAny(asked, name, checker)) continue;
    return { path, keyType: checker.getTypeAtLocation(key), asked };
  }
  return undefined;
}

/** `ids.indexOf(id)`, and what is only asked whether there is one: `ids.indexOf(id) !== -1`. */
function placeSearch(
  { call, list, runsAt }: Pick<RepeatedCall, 'call' | 'list' | 'runsAt'>,
  asked: ts.Expression,
  { checker }: Subject,
): KeySearch | undefined {
  if (!isQuiet(bare(asked), checker)) return undefined;
  const keyType = checker
    .getTypeAtLocation((call.expression as ts.PropertyAccessExpression).expression)
    .getNumberIndexType();
  if (keyType === undefined) return undefined;
  const search = {
    call,
    list,
    runsAt,
    path: '',
    keyType,
    asked,
    isLast: false,
    rest: undefined,
    isInCallback: false,
    element: undefined,
  } as const;
  const place = wrapped(call);
  const { parent } = place;
  if (ts.isBinaryExpression(parent) && parent.left === place) {
    const question = `${parent.operatorToken.getText()} ${parent.right.getText()}`;
    const isThere = ['!== -1', '!= -1', '> -1', '>= 0'].includes(question);
    if (isThere || ['=== -1', '== -1', '< 0'].includes(question))
      return { ...search, answer: 'there', question: parent, isNegated: !isThere };
  }
  return { ...search, answer: 'place', question: call, isNegated: false };
}

function givenBy({ body }: Callback): ts.Expression | undefined {
  if (!ts.isBlock(body)) return body;
  const [only, ...others] = body.statements;
  return only !== undefined && others.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** `==` between two texts, or between two numbers, is `===`. */
function comparesStrictly(
  operator: ts.SyntaxKind,
  left: ts.Expression,
  right: ts.Expression,
  checker: ts.TypeChecker,
): boolean {
  if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken) return true;
  const areBoth = (flag: ts.TypeFlags): boolean =>
    [left, right].every((side) => {
      const type = checker.getTypeAtLocation(side);
      return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & flag) !== 0);
    });
  return (
    operator === ts.SyntaxKind.EqualsEqualsToken &&
    (areBoth(ts.TypeFlags.StringLike) || areBoth(ts.TypeFlags.NumberLike))
  );
}

/** What of an element the key is: its members, and methods of texts that give another text. */
function pathOf(key: ts.Expression, name: ts.BindingName, checker: ts.TypeChecker): string | undefined {
  const node = bare(key);
  if (ts.isIdentifier(node)) {
    const symbol = checker.getSymbolAtLocation(node);
    if (ts.isIdentifier(name)) return symbol === checker.getSymbolAtLocation(name) ? '' : undefined;
    if (ts.isArrayBindingPattern(name)) return placeIn(name, symbol, checker);
    const bound = name.elements.find((element) => checker.getSymbolAtLocation(element.name) === symbol);
    if (bound === undefined || bound.initializer !== undefined || bound.dotDotDotToken !== undefined) return undefined;
    const member = bound.propertyName ?? bound.name;
    if (isGetter(checker.getTypeAtLocation(name).getProperty(member.getText()))) return undefined;
    return ts.isIdentifier(member) ? `.${member.text}` : undefined;
  }
  if (ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined && ts.isIdentifier(node.name)) {
    if (isGetter(checker.getSymbolAtLocation(node.name))) return undefined;
    const inner = pathOf(node.expression, name, checker);
    return inner === undefined ? undefined : `${inner}.${node.name.text}`;
  }
  if (
    ts.isElementAccessExpression(node) &&
    ts.isIdentifier(name) &&
    /^[012]$/.test(node.argumentExpression.getText())
  ) {
    const type = checker.getTypeAtLocation(node.expression);
    const isList = checker.isArrayType(type) || checker.isTupleType(type);
    const isOfElement = pathOf(node.expression, name, checker) === '' && node.questionDotToken === undefined;
    return isList && isOfElement ? `[${node.argumentExpression.getText()}]` : undefined;
  }
  if (isTextMethod(node, checker)) {
    const inner = pathOf(node.expression.expression, name, checker);
    return inner === undefined ? undefined : `${inner}.${node.expression.name.text}()`;
  }
  return undefined;
}

/** What it gives may follow from any other field. */
function isGetter(symbol: ts.Symbol | undefined): boolean {
  return ((symbol?.flags ?? 0) & ts.SymbolFlags.Accessor) !== 0;
}

/** `[0]` of `([sku, price]) => sku`: one of the first three elements of an array or tuple. */
function placeIn(
  pattern: ts.ArrayBindingPattern,
  symbol: ts.Symbol | undefined,
  checker: ts.TypeChecker,
): string | undefined {
  const type = checker.getTypeAtLocation(pattern.parent);
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return undefined;
  const place = pattern.elements.findIndex(
    (element) =>
      ts.isBindingElement(element) &&
      element.initializer === undefined &&
      element.dotDotDotToken === undefined &&
      checker.getSymbolAtLocation(element.name) === symbol,
  );
  return place < 0 || place > 2 ? undefined : `[${place}]`;
}

type TextCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

function isTextMethod(node: ts.Expression, checker: ts.TypeChecker): node is TextCall {
  return (
    ts.isCallExpression(node) &&
    node.arguments.length === 0 &&
    node.questionDotToken === undefined &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.questionDotToken === undefined &&
    ['toLowerCase', 'toUpperCase', 'trim'].includes(node.expression.name.text) &&
    (checker.getTypeAtLocation(node.expression.expression).flags & ts.TypeFlags.StringLike) !== 0 &&
    isLibrarySymbol(checker.getSymbolAtLocation(node.expression))
  );
}

/** Asking for it once or for each element makes no difference: it calls nothing but methods of texts, and changes nothing. */
function isQuiet(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isPropertyAccessExpression(node)) return isQuiet(node.expression, checker);
  if (ts.isElementAccessExpression(node))
    return isQuiet(node.expression, checker) && isQuiet(node.argumentExpression, checker);
  const parts = partsOfPrimitive(node, checker);
  if (parts !== undefined)
    return parts.every((part) => isQuiet(part, checker) && convertsQuietly(checker.getTypeAtLocation(part)));
  return isTextMethod(node, checker) && isQuiet(node.expression.expression, checker);
}

/** What a text or number is computed of: the sides of `y - 1`, the spans of a template, the argument of `Number(id)`. */
export function partsOfPrimitive(node: ts.Expression, checker: ts.TypeChecker): readonly ts.Expression[] | undefined {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (ts.isBinaryExpression(node))
    return /^[-+*/%]$/.test(node.operatorToken.getText()) ? [node.left, node.right] : undefined;
  const isConversion =
    ts.isCallExpression(node) &&
    node.questionDotToken === undefined &&
    node.arguments.length === 1 &&
    /^(Number|String)$/.test(globalName(bare(node.expression), checker) ?? '');
  return isConversion ? node.arguments : undefined;
}

function mentionsAny(node: ts.Node, name: ts.BindingName, checker: ts.TypeChecker): boolean {
  const names = ts.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? [element.name] : []));
  const symbols = new Set(names.map((one) => checker.getSymbolAtLocation(one)));
  const visit = (child: ts.Node): boolean =>
    (ts.isIdentifier(child) && symbols.has(checker.getSymbolAtLocation(child))) ||
    (ts.forEachChild(child, visit) ?? false);
  return visit(node);
}
