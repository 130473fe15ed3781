// Recursions inside of a function that go through two texts or arrays from their beginnings, `distance(i + 1, j)` and the like, as a table that is
// filled from their ends. Only where the order is proven: every call raises its parameters by one or not at all, and guards answer where one
// has reached the length. The results are computed by the same expressions; those that the recursion would not ask for are computed as well.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { indentAt, wholeLines } from '../../source/insertion-places.ts';
import { freshLocalName, mentions } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { isArithmetic, plain, raisedBy } from './arithmetic.ts';
import type { InnerRecursion } from './inner-recursion.ts';
import { kindsOfType } from './key-kinds.ts';
import { isLibraryGlobal } from './library-names.ts';
import { clausesOf, finished, inParts, resultTypeText, uncheckedMark, withCells } from './recursion-text.ts';

interface Site {
  readonly inner: Subject;
  readonly names: readonly [string, string];
  /** The condition and the value of each guard; the last one has no condition. */
  readonly clauses: readonly { readonly condition?: ts.Expression; readonly value: ts.Expression }[];
  readonly calls: readonly ts.CallExpression[];
  /** `a.length`, `b.length` */
  readonly limits: readonly [ts.Expression, ts.Expression];
  /** The one call from outside, which begins at the beginnings. */
  readonly start: ts.CallExpression;
}

/** Undefined where the order is not proven. */
export function innerTable(outer: Subject, { inner }: InnerRecursion, symbols: SymbolFacts): Candidate | undefined {
  const site = siteOf(outer, inner, symbols);
  if (site === undefined || !inner.style.isTypeScript || !isLibraryGlobal(inner, 'Array')) return undefined;
  const place = placeOf(site, outer);
  if (place === undefined) return undefined;
  const edit = editFile(outer);
  const { lines, result } = tableText(site, outer);
  const indent = indentAt(place.declaration.getStart(outer.sourceFile), outer.text);
  if (place.isAbove) edit.replace(place.declaration, lines.replaceAll('\n', `\n${indent}`));
  else {
    edit.insertLinesBefore(place.use, lines);
    edit.remove(withBlankLines(place.declaration, outer));
  }
  edit.replace(site.start, result);
  const { name } = inner.listing;
  const [a, b] = site.limits.map((limit) => limit.getText(outer.sourceFile));
  const message = `It computes a result for each of \`${a} * ${b}\` pairs, also those that \`${name}\` would not have asked for; arguments that made it overflow the stack get a result now.`;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'memoization',
    variant: 'inner-table',
    summary: `Computes the results of ${name} from the last ones on, without recursion.`,
    caveats: [reasonFor(inner.node, 'M8', message)],
  });
}

function siteOf(outer: Subject, inner: Subject, symbols: SymbolFacts): Site | undefined {
  const [first, second, ...more] = inner.node.parameters.map((parameter) =>
    ts.isIdentifier(parameter.name) && parameter.initializer === undefined ? parameter.name.text : undefined,
  );
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const names = [first, second] as const;
  const clauses = clausesOf(inner.node);
  // Comments between the parts would be lost.
  if (clauses === undefined || /\/[/*]/.test(inner.node.getText(outer.sourceFile))) return undefined;
  const all = callsOf(inner, outer);
  const calls = all.filter((call) => inner.node.pos <= call.pos && call.end <= inner.node.end);
  const [start, ...others] = all.filter((call) => !calls.includes(call));
  if (start === undefined || others.length > 0 || !beginsAtZero(start)) return undefined;
  const isForward = calls.every((call) => {
    const raised = call.arguments.map((argument, index) => raisedBy(argument, names[index]));
    return call.arguments.length === 2 && !raised.includes(undefined) && raised.includes(1);
  });
  if (!isForward || calls.length < 2) return undefined;
  const isValue = (part: ts.Expression): boolean => isReadOfArgument(part, outer, names, symbols);
  const isCallOrValue = (part: ts.Expression): boolean => calls.some((call) => call === part) || isValue(part);
  const isTotal = clauses.every(
    ({ condition, value }) =>
      (condition === undefined || isArithmetic(condition, names, symbols, isValue)) &&
      isArithmetic(value, names, symbols, isCallOrValue),
  );
  if (!isTotal) return undefined;
  // Where one has reached its limit a guard must answer before anything asks for more.
  const untilCalls = clauses.findIndex(({ value }) => calls.some((call) => isInside(call, value)));
  const guards = clauses.slice(0, untilCalls).flatMap(({ condition }) => condition ?? []);
  const limits = names.map((name) => guards.flatMap((condition) => limitIn(condition, name) ?? [])[0]);
  const [limit, other] = limits;
  if (limit === undefined || other === undefined) return undefined;
  if (!isValue(limit) || !isValue(other)) return undefined;
  return { inner, names, clauses, calls, limits: [limit, other], start };
}

export function callsOf(inner: Subject, outer: Subject): readonly ts.CallExpression[] {
  const name = inner.node.name ?? (ts.isVariableDeclaration(inner.node.parent) ? inner.node.parent.name : undefined);
  const symbol = name && inner.checker.getSymbolAtLocation(name);
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && inner.checker.getSymbolAtLocation(node.expression) === symbol) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(outer.node);
  return symbol === undefined ? [] : found;
}

function beginsAtZero(start: ts.CallExpression): boolean {
  return start.arguments.length === 2 && start.arguments.every((given) => given.getText() === '0');
}

/** `i === a.length` as the condition, or as one of several that are enough. */
export function limitIn(condition: ts.Expression, name: string): ts.Expression | undefined {
  const inner = plain(condition);
  if (!ts.isBinaryExpression(inner)) return undefined;
  const { left, right, operatorToken } = inner;
  if (operatorToken.kind === ts.SyntaxKind.BarBarToken) return limitIn(left, name) ?? limitIn(right, name);
  const reaches =
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.GreaterThanEqualsToken;
  const isLength = ts.isPropertyAccessExpression(right) && right.name.text === 'length';
  return reaches && ts.isIdentifier(left) && left.text === name && isLength ? right : undefined;
}

/** `a.length`, or `a[i + 1]` of primitives, where `a` is a text or an array that the function was given. */
export function isReadOfArgument(
  part: ts.Expression,
  { checker, node }: Subject,
  names: readonly string[],
  symbols: SymbolFacts,
): boolean {
  if (!ts.isPropertyAccessExpression(part) && !ts.isElementAccessExpression(part)) return false;
  if (part.questionDotToken || !ts.isIdentifier(part.expression)) return false;
  const declaration = checker.getSymbolAtLocation(part.expression)?.valueDeclaration;
  if (declaration === undefined || !ts.isParameter(declaration) || declaration.parent !== node) return false;
  const type = checker.getTypeAtLocation(part.expression);
  const isText = (type.flags & ts.TypeFlags.StringLike) !== 0;
  if (!isText && !checker.isArrayType(type)) return false;
  if (ts.isPropertyAccessExpression(part)) return part.name.text === 'length';
  const kinds = kindsOfType(checker.getTypeAtLocation(part));
  const isPlain = kinds !== undefined && !kinds.has('bigint') && !kinds.has('null');
  return isPlain && isArithmetic(part.argumentExpression, names, symbols);
}

interface TablePlace {
  readonly declaration: ts.Statement;
  /** The statement that has the call. */
  readonly use: ts.Statement;
  readonly isAbove: boolean;
}

/** Both stand in the block of the function itself, so that the call is made once. */
function placeOf({ inner, start }: Site, outer: Subject): TablePlace | undefined {
  const { body } = outer.node;
  if (body === undefined || !ts.isBlock(body)) return undefined;
  const statements = [...body.statements];
  const declaration = statements.find((statement) => isInside(inner.node, statement));
  const use = statements.find((statement) => isInside(start, statement));
  if (declaration === undefined || use === undefined || declaration === use) return undefined;
  const isPlain = ts.isReturnStatement(use) || ts.isVariableStatement(use) || ts.isExpressionStatement(use);
  if (!isPlain || ts.findAncestor(start, ts.isFunctionLike) !== outer.node) return undefined;
  const isOwn = ts.isFunctionDeclaration(declaration) || ts.isVariableStatement(declaration);
  const isAbove = declaration.pos < use.pos;
  // A comment above the function would stay, and speak of nothing.
  const hasComment = ts.getLeadingCommentRanges(outer.text, declaration.pos) !== undefined;
  return isOwn && (isAbove || !hasComment) ? { declaration, use, isAbove } : undefined;
}

function tableText(site: Site, outer: Subject): { readonly lines: string; readonly result: string } {
  const { inner, names, clauses, calls, limits } = site;
  const [row, below] = [freshLocalName(outer, 'row'), freshLocalName(outer, 'below')];
  // The names of the parameters are free where only the inner function has them.
  const counters = names.map((name) =>
    isFreeBeside(name, inner.node, outer.node) ? name : freshLocalName(outer, name),
  );
  const [i, j] = counters;
  const [rows, columns] = limits.map((limit) => limit.getText(outer.sourceFile));
  const sure = uncheckedMark(outer);
  const print = (expression: ts.Expression): string =>
    withCells(inner, expression, calls, names, counters, (call) => {
      const [ofRow, ofColumn] = call.arguments;
      const isSame = ofRow !== undefined && raisedBy(ofRow, names[0]) === 0;
      const column = ofColumn !== undefined && raisedBy(ofColumn, names[1]) === 0 ? j : `${j} + 1`;
      return `${isSame ? row : below}[${column}]${sure}`;
    });
  const cells = clauses.map(({ condition, value }) =>
    condition === undefined
      ? print(plain(value))
      : `${inParts(print(condition), condition)} ? ${inParts(print(value), value)}`,
  );
  const type = resultTypeText(inner);
  const lines = [
    '// Only larger numbers are asked for: from the last row on, each is made from the one below it, from right to left.',
    `let ${below}: ${type}[] = [];`,
    `for (let ${i} = ${rows}; ${i} >= 0; ${i}--) {`,
    `\tconst ${row} = new Array<${type}>(${columns} + 1);`,
    `\tfor (let ${j} = ${columns}; ${j} >= 0; ${j}--) {`,
    `\t\t${row}[${j}] =`,
    ...cells.map((cell, index) => `\t\t\t${index === 0 ? '' : '\t: '}${cell}${index === cells.length - 1 ? ';' : ''}`),
    '\t}',
    `\t${below} = ${row};`,
    '}',
  ];
  return { lines: finished(lines, outer), result: `${below}[0]${sure}` };
}

/** A statement below another one, with the lines between them where these are empty. */
function withBlankLines(statement: ts.Statement, outer: Subject): ReturnType<typeof wholeLines> {
  const start = outer.text.slice(0, statement.getStart(outer.sourceFile)).trimEnd().length;
  const isBehindStatement = /[;}]/.test(outer.text.charAt(start - 1)) && start >= statement.pos;
  return isBehindStatement ? { start, end: statement.end } : wholeLines(statement, outer);
}

function isFreeBeside(name: string, inner: ts.Node, outer: ts.Node): boolean {
  const isUsed = (node: ts.Node): boolean =>
    node !== inner &&
    (ts.isIdentifier(node) ? node.text === name : ts.forEachChild(node, (one) => isUsed(one) || undefined) === true);
  return !isUsed(outer) && mentions(inner, name);
}
