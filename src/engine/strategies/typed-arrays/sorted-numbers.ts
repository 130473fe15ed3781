// Sorting numbers: `values.sort((a, b) => a - b)` calls back for every comparison, a typed array does not have to. The numbers are sorted in one
// and written back, so the array stays the array that it was. What a typed array would order otherwise (NaN, -0) or cannot hold (holes, what
// is no number) takes the sort as it was.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { laidOut, requoted } from '../../source/generated-text.ts';
import { lineAfter, topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';

type Order = 'ascending' | 'descending';

interface Sort {
  readonly call: ts.CallExpression;
  readonly order: Order;
  /** The array that is sorted in place, as text. */
  readonly values: string;
  /** Nobody else holds it, so it is not frozen. */
  readonly isFresh: boolean;
}

/** Edits for all sorts of numbers in the subject; undefined where there are none. */
export function sortInTypedArrays(
  subject: Subject,
): { readonly edits: readonly TextEdit[]; readonly shown: string } | undefined {
  const sorts = outermost(findSorts(subject));
  const [first] = sorts;
  if (first === undefined) return undefined;
  const { style, sourceFile } = subject;
  const edits: TextEdit[] = [];
  const helpers: string[] = [];
  for (const order of ['ascending', 'descending'] as const) {
    const ofOrder = sorts.filter((sort) => sort.order === order);
    if (ofOrder.length === 0) continue;
    const name = freshName(subject, order === 'ascending' ? 'sortAscending' : 'sortDescending');
    for (const { call, values } of ofOrder)
      edits.push({ start: call.getStart(sourceFile), end: call.getEnd(), text: `${name}(${values})` });
    const text = helper(name, order, {
      areFresh: ofOrder.every(({ isFresh }) => isFresh),
      isTyped: style.isTypeScript,
    });
    helpers.push(requoted(laidOut(text, style), style).replaceAll('\n', style.eol));
  }
  const { offset } = lineAfter(topLevelStatement(subject.node), sourceFile);
  const blank = `${style.eol}${style.eol}`;
  edits.push({ start: offset, end: offset, text: helpers.map((text) => `${blank}${text}`).join('') });
  return { edits, shown: `\`${shortened(first.call.getText(sourceFile))}\`` };
}

function helper(name: string, order: Order, given: { readonly areFresh: boolean; readonly isTyped: boolean }): string {
  const comparison = order === 'ascending' ? '(a, b) => a - b' : '(a, b) => b - a';
  const place = order === 'ascending' ? 'i' : 'numbers.length - 1 - i';
  const signature = given.isTyped ? '(values: number[]): number[]' : '(values)';
  const types = given.isTyped ? [] : [' * @param {number[]} values', ' * @returns {number[]}'];
  const about = `Sorts \`values\` as \`values.sort(${comparison})\` does. A typed array sorts numbers without calling back.`;
  return [
    ...(types.length === 0 ? [`/** ${about} */`] : ['/**', ` * ${about}`, ...types, ' */']),
    `function ${name}${signature} {`,
    ...(given.areFresh
      ? []
      : [`  if (values.length < 2 || Object.isFrozen(values)) return values.sort(${comparison});`]),
    '  const numbers = new Float64Array(values.length);',
    '  for (let i = 0; i < values.length; i++) {',
    '    const value = values[i];',
    '    // It would put NaN and -0 elsewhere, and holds nothing but numbers.',
    `    if (typeof value !== 'number' || Number.isNaN(value) || Object.is(value, -0)) return values.sort(${comparison});`,
    '    numbers[i] = value;',
    '  }',
    '  numbers.sort().forEach((value, i) => {',
    `    values[${place}] = value;`,
    '  });',
    '  return values;',
    '}',
  ].join('\n');
}

function findSorts(subject: Subject): readonly Sort[] {
  const sorts: Sort[] = [];
  const visit = (node: ts.Node): void => {
    const sort = sortAt(node, subject);
    if (sort !== undefined) sorts.push(sort);
    ts.forEachChild(node, visit);
  };
  if (subject.node.body !== undefined) visit(subject.node.body);
  return sorts;
}

/** Edits must not overlap: of sorts inside of each other the outer one. */
function outermost(sorts: readonly Sort[]): readonly Sort[] {
  const isInside = (inner: ts.Node, outer: ts.Node): boolean =>
    inner !== outer && inner.pos >= outer.pos && inner.end <= outer.end;
  return sorts.filter(({ call }) => !sorts.some((other) => isInside(call, other.call)));
}

function sortAt(node: ts.Node, { checker, sourceFile, text }: Subject): Sort | undefined {
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined) return undefined;
  const { expression: method } = node;
  const [comparator] = node.arguments;
  if (!ts.isPropertyAccessExpression(method) || method.questionDotToken !== undefined) return undefined;
  if (comparator === undefined || node.arguments.length > 1) return undefined;
  const isCopying = method.name.text === 'toSorted';
  if ((method.name.text !== 'sort' && !isCopying) || !isLibrarySymbol(checker.getSymbolAtLocation(method.name)))
    return undefined;
  const receiver = method.expression;
  if (!holdsNumbers(checker.getTypeAtLocation(receiver), checker)) return undefined;
  const order = orderOf(comparator);
  // What stands between the array and the comparison is left out, so no comment may stand there.
  const between = text.slice(receiver.getEnd(), comparator.getStart(sourceFile)) + text.slice(comparator.end, node.end);
  if (order === undefined || /\/[/*]/.test(between)) return undefined;
  const values = receiver.getText(sourceFile);
  return {
    call: node,
    order,
    values: isCopying ? `[...${values}]` : values,
    isFresh: isCopying || isFreshArray(receiver, checker),
  };
}

function holdsNumbers(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!checker.isArrayType(type)) return false;
  const [element] = checker.getTypeArguments(type as ts.TypeReference);
  return element !== undefined && (element.flags & ts.TypeFlags.Number) !== 0;
}

/** `(a, b) => a - b`, or the other way round, in any way of writing it. */
function orderOf(comparator: ts.Expression): Order | undefined {
  const fn = bare(comparator);
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return undefined;
  if (fn.asteriskToken !== undefined || fn.modifiers !== undefined || fn.parameters.length !== 2) return undefined;
  const [first, second] = fn.parameters.map(plainName);
  const difference = resultOf(fn.body);
  if (first === undefined || second === undefined || first === second || difference === undefined) return undefined;
  if (!ts.isBinaryExpression(difference) || difference.operatorToken.kind !== ts.SyntaxKind.MinusToken)
    return undefined;
  const [left, right] = [bare(difference.left), bare(difference.right)].map((side) =>
    ts.isIdentifier(side) ? side.text : undefined,
  );
  if (left === first && right === second) return 'ascending';
  return left === second && right === first ? 'descending' : undefined;
}

function plainName({ name, initializer, dotDotDotToken }: ts.ParameterDeclaration): string | undefined {
  return ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined ? name.text : undefined;
}

function resultOf(body: ts.ConciseBody): ts.Expression | undefined {
  if (!ts.isBlock(body)) return bare(body);
  const [statement, ...others] = body.statements;
  if (statement === undefined || others.length > 0 || !ts.isReturnStatement(statement)) return undefined;
  return statement.expression === undefined ? undefined : bare(statement.expression);
}

const copying: ReadonlySet<string> = new Set(['map', 'filter', 'slice', 'concat', 'flat', 'flatMap', 'from', 'of']);

/** An array that the expression itself makes. */
function isFreshArray(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const made = bare(expression);
  if (ts.isArrayLiteralExpression(made)) return true;
  if (!ts.isCallExpression(made) || !ts.isPropertyAccessExpression(made.expression)) return false;
  const { name } = made.expression;
  return copying.has(name.text) && isLibrarySymbol(checker.getSymbolAtLocation(name));
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 50 ? `…${line.slice(-49)}` : line;
}
