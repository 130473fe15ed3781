// Recursions on one whole number that look back through a loop (`catalan`, the fewest squares) as a table that is kept between calls and grows from
// the smallest number on. Only where that is proven to be the same: every call asks for a smaller whole number, guards answer the first ones with
// numbers, and the rest can be computed for each number in between: it throws nothing, ends, and changes only variables of its own.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshLocalName } from '../../source/names.ts';
import { proveBounds } from '../../source/ranges/bounds-proof.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { collectVariables, type FunctionVariables, type Variable } from '../../source/ranges/function-variables.ts';
import { integersBetween, isInteger } from '../../source/ranges/number-fact.ts';
import { atomOf } from '../../source/ranges/place-proof.ts';
import { atom } from '../../source/ranges/polynomial.ts';
import { analyzeRanges, type ValueRanges } from '../../source/ranges/value-ranges.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { isOnlyBelow } from './arithmetic.ts';
import { isWholeNumberKey } from './cache-keys.ts';
import { namesOfTable } from './cache-plan.ts';
import { isNumberGlobal } from './library-names.ts';
import { answerOf, guardsOf } from './recursion-guards.ts';
import { finished, type Guard, LARGEST, LARGEST_NUMBER, uncheckedMark, withCells } from './recursion-text.ts';
import { resultType } from './result-kind.ts';
import type { RewriteRequest } from './rewrite.ts';
import { computesOnly } from './total-code.ts';

/** More seeds are a table of their own, and no answer of a recursion. */
const MOST_SEEDS = 8;

interface Site {
  readonly name: string;
  /** What the guards answer for 0, 1 and so on. */
  readonly seeds: readonly string[];
  readonly statements: readonly ts.Statement[];
  readonly result: ts.Expression;
  readonly calls: readonly ts.CallExpression[];
}

/** Undefined where the order is not proven. */
export function grownTable(
  { context, keys, symbols, statement }: RewriteRequest,
  self: ts.Symbol | undefined,
): Candidate | undefined {
  const { subject } = context;
  const [key, ...more] = keys;
  if (self === undefined || key === undefined || more.length > 0 || !isWholeNumberKey(key)) return undefined;
  if (!isNumberGlobal(subject)) return undefined;
  const { name } = key;
  const site = siteOf(subject, name, self, symbols);
  if (site === undefined) return undefined;
  const [first] = site.statements;
  if (first === undefined) return undefined;
  const { table, limit } = namesOfTable(subject);
  const shown = subject.listing.name;
  const { semicolons } = subject.style;
  const edit = editFile(subject);
  const declarations = [
    `// Results of ${shown} for 0, 1, 2 and so on, each made from those before it; the limit keeps them from growing without bound.`,
    `const ${limit} = ${LARGEST};`,
    `const ${table} = [${site.seeds.join(', ')}];`,
  ];
  edit.insertLinesBefore(statement, `${finished(declarations, subject)}\n`);
  edit.insertLinesBefore(first, finished(linesOf(site, subject, { table, limit, semicolons }), subject));
  const message = `It computes the results for all smaller numbers, also those that \`${shown}\` would not have asked for, and keeps up to ${LARGEST.replaceAll('_', ',')}, less than 1 MB; arguments that made it overflow the stack get a result now.`;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'memoization',
    variant: 'grown-table',
    summary: `Keeps the results of ${shown} in a table that grows from the smallest number on.`,
    workload: 'sequence',
    resetExpression: `(${table}.length = ${site.seeds.length})`,
    cacheSizeExpression: `${table}.length`,
    caveats: [reasonFor(subject.node, 'M5', message)],
  });
}

function siteOf(subject: Subject, name: string, self: ts.Symbol, symbols: SymbolFacts): Site | undefined {
  const { node, checker } = subject;
  const isNumber = (resultType(subject).flags & ts.TypeFlags.NumberLike) !== 0;
  if (!isNumber || node.body === undefined || !ts.isBlock(node.body)) return undefined;
  const { guards, rest } = guardsOf(node.body, [name], symbols);
  const seeds = seedsOf(guards, name);
  const last = rest.at(-1);
  const statements = rest.slice(0, -1);
  if (seeds === undefined || statements.length === 0) return undefined;
  if (last === undefined || !ts.isReturnStatement(last) || last.expression === undefined) return undefined;
  const calls = callsOf(rest, self, checker);
  const variables = collectVariables(node, checker);
  const parameter = node.parameters[0] && variables.of(node.parameters[0].name);
  if (calls.length === 0 || parameter === undefined || !variables.isFixedDuring(parameter, node.body)) return undefined;
  if (parameter.changesElsewhere) return undefined;
  const assumed = new Map([[parameter, integersBetween(seeds.length, LARGEST_NUMBER)]]);
  const ranges = analyzeRanges({ variables, checker, assumed });
  const code = { statements, result: last.expression, parameter, calls, variables, ranges, symbols };
  const isProven = areSmaller(calls, parameter, { variables, ranges, checker }) && computesOnly(code);
  return isProven ? { name, seeds, statements, result: last.expression, calls } : undefined;
}

/** From the first number on for which no guard holds, nothing else answers. */
function seedsOf(guards: readonly Guard[], name: string): readonly string[] | undefined {
  const seeds: string[] = [];
  while (!guards.every(({ condition }) => isOnlyBelow(condition, name, seeds.length))) {
    const answer = answerOf(guards, name, seeds.length);
    if (answer === undefined || seeds.length >= MOST_SEEDS) return undefined;
    seeds.push(answer);
  }
  return seeds.length > 0 ? seeds : undefined;
}

function callsOf(
  rest: readonly ts.Statement[],
  self: ts.Symbol,
  checker: ts.TypeChecker,
): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && checker.getSymbolAtLocation(node.expression) === self) calls.push(node);
    ts.forEachChild(node, visit);
  };
  rest.forEach(visit);
  return calls;
}

/** Each asks for a whole number from 0 on that is smaller than the parameter, and no zero of them has a sign. */
function areSmaller(
  calls: readonly ts.CallExpression[],
  parameter: Variable,
  known: { readonly variables: FunctionVariables; readonly ranges: ValueRanges; readonly checker: ts.TypeChecker },
): boolean {
  const proof = proveBounds(known);
  return calls.every((call) => {
    const [argument] = call.arguments;
    if (argument === undefined || call.arguments.length > 1 || call.questionDotToken) return false;
    if (isWithinLoop(argument, call, parameter, known)) return true;
    return !known.ranges.factOf(argument).negativeZero && proof.isInBounds(argument, atom(atomOf(parameter)), call);
  });
}

/** `n - i * i` in a loop that counts from 1 while `i * i <= n`: how large `i` may become is not known from its range alone. */
function isWithinLoop(
  argument: ts.Expression,
  call: ts.CallExpression,
  parameter: Variable,
  { variables, ranges }: { readonly variables: FunctionVariables; readonly ranges: ValueRanges },
): boolean {
  const difference = bare(argument);
  if (!ts.isBinaryExpression(difference) || difference.operatorToken.kind !== ts.SyntaxKind.MinusToken) return false;
  const square = bare(difference.right);
  if (variables.of(bare(difference.left)) !== parameter || !ts.isBinaryExpression(square)) return false;
  const counter = variables.of(bare(square.left));
  if (square.operatorToken.kind !== ts.SyntaxKind.AsteriskToken || counter === undefined) return false;
  if (variables.of(bare(square.right)) !== counter) return false;
  const loop = ts.findAncestor(call, ts.isForStatement);
  const test = loop?.condition && bare(loop.condition);
  if (loop === undefined || test === undefined || !ts.isBinaryExpression(test) || !isInside(call, loop.statement))
    return false;
  const isBounded =
    test.operatorToken.kind === ts.SyntaxKind.LessThanEqualsToken &&
    test.left.getText() === square.getText() &&
    variables.of(test.right) === parameter;
  const fact = ranges.factOf(square.left);
  return isBounded && isInteger(fact) && fact.low >= 1 && variables.isFixedDuring(counter, loop.statement);
}

function linesOf(
  { name, seeds, statements, result, calls }: Site,
  subject: Subject,
  { table, limit, semicolons }: { readonly table: string; readonly limit: string; readonly semicolons: boolean },
): readonly string[] {
  const { sourceFile, text } = subject;
  const sure = uncheckedMark(subject);
  const counter = freshLocalName(subject, 'k');
  const print = (node: ts.Node): string =>
    withCells(subject, node, calls, [name], [counter], (call) => {
      const [argument] = call.arguments;
      return `${table}[${argument ? withCells(subject, argument, [], [name], [counter], () => '') : ''}]${sure}`;
    });
  const lines = statements.flatMap((statement) => {
    const indent = indentAt(statement.getStart(sourceFile), text);
    return print(statement)
      .split(/\r?\n/)
      .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line));
  });
  return [
    '// Only smaller whole numbers are asked for: from the smallest on, each result is there before it is needed.',
    `if (Number.isInteger(${name}) && ${name} >= ${seeds.length} && ${name} < ${limit}) {`,
    `\tfor (let ${counter} = ${table}.length; ${counter} <= ${name}; ${counter}++) {`,
    ...lines.map((line) => (line === '' ? line : `\t\t${line}`)),
    `\t\t${table}.push(${print(result)})${semicolons ? ';' : ''}`,
    '\t}',
    `\treturn ${table}[${name}]${sure};`,
    '}',
  ];
}
