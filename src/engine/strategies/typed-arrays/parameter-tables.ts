// Tables that the caller hands in and that loops in loops in loops read: worth a copy in one flat typed array. Which of them, of how many rows
// and columns, and from which statement on. That the rows are all of that length and hold nothing but numbers is left to the copying.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import { type BoundsProof, proveBounds } from '../../source/ranges/bounds-proof.ts';
import { bare, isInside, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { longestArray, longestFilledArray } from '../../source/ranges/library-facts.ts';
import { isInteger } from '../../source/ranges/number-fact.ts';
import type { BoundsQuestion } from '../../source/ranges/place-proof.ts';
import { atom, constant, minus, type Polynomial } from '../../source/ranges/polynomial.ts';
import { analyzeRanges, type ValueRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import { isStable } from './length-model.ts';
import { reasons } from './reasons.ts';
import { type CellUse, readsOfTable, type TableUses } from './table-uses.ts';

export interface ParameterTable extends Pick<TableUses, 'cells' | 'rowNames' | 'lengths'> {
  readonly variable: Variable;
  /** As it is written in the function; what both are is known before the anchor. */
  readonly height: string;
  readonly width: string;
  /** The width has no name yet. */
  readonly namesWidth: boolean;
}

export interface ParameterTables {
  readonly tables: readonly ParameterTable[];
  /** The statement of the function's body that works on the tables first. */
  readonly anchor: ts.Statement | undefined;
  readonly refused: readonly Reason[];
}

/** Loops of which one reads a cell before a copy pays: two pass over the table once. */
const deepEnough = 3;

export function findParameterTables(context: ConversionContext, effects: Effects): ParameterTables {
  const { subject, variables, checker } = context;
  const given = tablesAmongParameters(context);
  const { body } = subject.node;
  if (given.length === 0 || body === undefined || !ts.isBlock(body))
    return { tables: [], anchor: undefined, refused: [] };
  const anchor = body.statements.find(
    (statement) =>
      ts.isIterationStatement(statement, true) &&
      given.some((table) => isReadDeep(mentionsOf(table, variables), statement)),
  );
  if (anchor === undefined) {
    const refused = given.flatMap((table) => {
      const loop = loopAround(table, variables);
      return loop === undefined ? [] : [reasonAt(loop, reasons.singlePass(table.name))];
    });
    return { tables: [], anchor: undefined, refused };
  }
  const change = effects.effects.find(({ kind }) => kind !== 'may-throw' && kind !== 'reads-mutable-outside');
  if (change !== undefined)
    return { tables: [], anchor, refused: given.map((table) => reasonAt(anchor, reasons.notPure(table.name, change))) };
  const ranges = analyzeRanges({ variables, checker });
  const question = { variables, checker, ranges, known: new Map<ts.Node, Polynomial>() };
  const sizes = [...sizesBefore(anchor, proveBounds(question), ranges, context)];
  const tables: ParameterTable[] = [];
  let refused: Reason[] = [];
  // How many rows one table must have may be the width of another, which is known only once that one is read.
  for (let waiting = given.filter((table) => isReadDeep(mentionsOf(table, variables), anchor)); ; ) {
    refused = [];
    const left: Variable[] = [];
    for (const variable of waiting) {
      const found = readTable(variable, anchor, sizes, question);
      if ('code' in found) {
        refused.push(found);
        left.push(variable);
        continue;
      }
      tables.push(found.table);
      if (found.newWidth === undefined) continue;
      sizes.push(found.newWidth);
      for (const { node, of } of found.table.lengths)
        if (of === 'row') question.known.set(node, found.newWidth.polynomial);
    }
    if (left.length === waiting.length || left.length === 0) return { tables, anchor, refused };
    waiting = left;
  }
}

/** Parameters of the type number[][] that keep their value, none of them used in a nested function. */
function tablesAmongParameters({ subject, variables, checker }: ConversionContext): readonly Variable[] {
  return subject.node.parameters.flatMap((parameter) => {
    const variable = variables.of(parameter.name);
    const isPlain = !parameter.initializer && !parameter.questionToken && !parameter.dotDotDotToken;
    if (variable === undefined || !isPlain || variable.isCaptured || variable.definitions.length > 1) return [];
    const rows = elementOf(checker.getTypeAtLocation(parameter), checker);
    const cell = rows && elementOf(rows, checker);
    return cell !== undefined && (cell.flags & ts.TypeFlags.NumberLike) !== 0 ? [variable] : [];
  });
}

function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

/** Mentions of the table and of the names of its rows. */
function mentionsOf(table: Variable, variables: FunctionVariables): readonly ts.Identifier[] {
  return table.references.flatMap((reference) => {
    const { parent } = wrapped(reference);
    const row = ts.isElementAccessExpression(parent) ? wrapped(parent).parent : undefined;
    const named = row !== undefined && ts.isVariableDeclaration(row) ? variables.of(row.name) : undefined;
    return [reference, ...(named?.references ?? [])];
  });
}

function isReadDeep(mentions: readonly ts.Identifier[], statement: ts.Statement): boolean {
  return mentions.some((mention) => isInside(mention, statement) && loopsAround(mention).length >= deepEnough);
}

/** The outermost loop around a read of a cell. */
function loopAround(table: Variable, variables: FunctionVariables): ts.Node | undefined {
  return mentionsOf(table, variables).flatMap((mention) => {
    const { parent } = wrapped(mention);
    return ts.isElementAccessExpression(parent) ? loopsAround(mention).slice(-1) : [];
  })[0];
}

/** Inner ones first. The first value of a counter is computed outside of its loop. */
function loopsAround(node: ts.Node): readonly ts.Node[] {
  const loops: ts.Node[] = [];
  let inner = node;
  for (let outer = node.parent; outer !== undefined && !ts.isFunctionLike(outer); inner = outer, outer = outer.parent) {
    if (!ts.isIterationStatement(outer, false)) continue;
    if (!(ts.isForStatement(outer) && outer.initializer === inner)) loops.push(outer);
  }
  return loops;
}

function readTable(
  variable: Variable,
  anchor: ts.Statement,
  sizes: readonly Size[],
  question: Question,
): { readonly table: ParameterTable; readonly newWidth: Size | undefined } | Reason {
  const { variables } = question;
  const references = variable.references.filter((reference) => reference.pos >= anchor.pos);
  const uses = readsOfTable(variable, references, variables);
  if ('code' in uses) return uses;
  const nested = uses.cells.find((cell) =>
    uses.cells.some((other) => other !== cell && isInside(other.node, cell.node)),
  );
  if (nested !== undefined) return reasonAt(nested.node, reasons.tableUse(variable.name, 'is indexed by itself'));
  const named = uses.rowNames.find(({ declaration }) => declaration.type !== undefined);
  if (named !== undefined)
    return reasonAt(named.declaration, reasons.tableUse(variable.name, 'has a row with a declared type'));

  const height = heightOf(variable, uses, sizes, question);
  if (height === undefined) {
    const [row] = rowsOf(uses);
    return reasonAt(row?.row ?? anchor, reasons.tableBounds(variable.name, 'row', row?.row.getText() ?? ''));
  }
  const width = widthOf(variable, uses, sizes, question);
  if ('node' in width) {
    const { index } = width;
    return reasonAt(index, reasons.tableBounds(variable.name, 'column', index.getText()));
  }
  const proof = proofFor(height.polynomial, question);
  const lengths = uses.lengths.filter(
    ({ row, node }) => row === undefined || proof.isInBounds(row, height.polynomial, node),
  );
  const newWidth = width.newFor === variable ? width : undefined;
  const namesWidth = newWidth !== undefined;
  return { table: { ...uses, lengths, variable, height: height.text, width: width.text, namesWidth }, newWidth };
}

type Reads = Pick<TableUses, 'cells' | 'rowNames' | 'lengths'>;
type Question = Pick<BoundsQuestion, 'variables' | 'checker' | 'ranges' | 'known'>;

function proofFor(length: Polynomial, question: Question, rows?: Reads): BoundsProof {
  return proveBounds({
    ...question,
    facts: [length, minus(constant(longestFilledArray), length)],
    lengths: new Map(rows?.rowNames.map((row) => [row.variable, length])),
    known: new Map([
      ...(question.known ?? []),
      ...(rows?.lengths.flatMap(({ node, of }) => (of === 'row' ? [[node, length] as const] : [])) ?? []),
    ]),
  });
}

/** The table's own length where that is enough: rows that no loop reaches do no harm. */
function heightOf(table: Variable, uses: Reads, sizes: readonly Size[], question: Question): Size | undefined {
  const enough = sizes.filter(({ polynomial }) => {
    const proof = proofFor(polynomial, question);
    return rowsOf(uses).every(({ row, place }) => proof.isInBounds(row, polynomial, place));
  });
  const [first] = rowsOf(uses);
  return (
    enough.find(({ from, text }) => from === `${table.name}.length` && from !== text) ??
    enough.find(({ from }) => from === `${table.name}.length`) ??
    (first === undefined ? undefined : smallest(enough, first.place, question))
  );
}

/** Exactly as many columns as the loops run over, or what the rows say: a wider guess would find no table that fits. A cell that is outside. */
function widthOf(table: Variable, uses: Reads, sizes: readonly Size[], question: Question): Size | CellUse {
  const rowLength = `${table.name}[0].length`;
  const asksRows = uses.lengths.some(({ of }) => of === 'row');
  const own = { text: `${table.name}Width`, from: rowLength, polynomial: atom(`W${table.id}`), newFor: table };
  let outside: CellUse | undefined;
  const isEnough = ({ polynomial }: Size): boolean => {
    const proof = proofFor(polynomial, question, uses);
    outside = uses.cells.find(({ index, node }) => !proof.isInBounds(index, polynomial, node));
    return outside === undefined;
  };
  const asked = [...sizes.filter(({ from }) => from === rowLength), ...(asksRows ? [own] : [])].find(isEnough);
  if (asked !== undefined) return asked;
  const [first] = uses.cells;
  const found = first && smallest(sizes.filter(isEnough), first.node, question);
  return found ?? outside ?? own;
}

/** The one that the others are proven to be no smaller than, as far as that can be proven. */
function smallest(sizes: readonly Size[], place: ts.Node, question: Question): Size | undefined {
  const proof = proveBounds(question);
  const larger = (one: Size): number =>
    sizes.filter((other) => proof.isNeverNegative(minus(other.polynomial, one.polynomial), place)).length;
  return [...sizes].sort((a, b) => larger(b) - larger(a))[0];
}

/** Rows of cells are looked up with the cell, rows that have a name where the name is given. */
function rowsOf({ cells, rowNames }: Reads): readonly { readonly row: ts.Expression; readonly place: ts.Node }[] {
  return [
    ...cells.flatMap(({ row, node, rowName }) => (rowName === undefined ? [{ row, place: node }] : [])),
    ...rowNames.map(({ row, declaration }) => ({ row, place: declaration })),
  ];
}

interface Size {
  readonly text: string;
  /** What the name was given: `a.length`. */
  readonly from: string;
  readonly polynomial: Polynomial;
  /** The table that it is the width of, where it has no name yet. */
  readonly newFor?: Variable;
}

/** Whole numbers that are known before the anchor: constants of the body, lengths that the function asks for. */
function sizesBefore(
  anchor: ts.Statement,
  proof: BoundsProof,
  ranges: ValueRanges,
  { variables, subject }: ConversionContext,
): readonly Size[] {
  const sizes = new Map<string, Size>();
  const add = (expression: ts.Expression, from: ts.Expression): void => {
    const fact = ranges.factOf(expression);
    if (!isInteger(fact) || fact.low < 0 || fact.high > longestArray) return;
    if (!mentionedVariables(expression, variables).every((used) => isStable(used, variables))) return;
    const polynomial = proof.polynomialOf(expression, anchor);
    const text = expression.getText();
    if (polynomial !== undefined && !sizes.has(text))
      sizes.set(text, { text, from: from.getText().replaceAll('!', ''), polynomial });
  };
  for (const variable of variables.all) {
    const [definition] = variable.definitions;
    const { declaration } = variable;
    const isBefore =
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      ts.isVariableStatement(declaration.parent.parent) &&
      declaration.parent.parent.parent === subject.node.body &&
      declaration.pos < anchor.pos;
    const [use] = variable.references.filter((reference) => reference.pos >= anchor.pos);
    if (isBefore && use !== undefined && definition?.kind === 'value') add(use, definition.expression);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'length') {
      const receiver = variables.of(bare(node.expression));
      const isGiven = receiver?.declaration !== undefined && ts.isParameter(receiver.declaration);
      if (isGiven) add(node, node);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(anchor, visit);
  return [...sizes.values()];
}
