// Checksums bit by bit become checksums byte by byte: what the rounds of the inner loop make of one byte is looked up in a table, which the same
// loop fills once, and the other bits only move. The loop is linear (see linear-word.ts), so that the two parts can be put together by ^.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { lineBefore, topLevelStatement } from '../../source/insertion-places.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import { LoopNames, reindented } from '../../source/loops/loop-text.ts';
import { freshName } from '../../source/names.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { typedArrayName } from '../../source/ranges/library-facts.ts';
import { analyzeRanges, type ValueRanges } from '../../source/ranges/value-ranges.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { type BitLoop, readBitLoop } from './bit-loops.ts';
import { type IteratedArray, iterateByIndex, readIteratedArray } from './iterated-arrays.ts';
import { isSigned, isUnsigned } from './linear-word.ts';

/** Fewer rounds than these cost no more than a look into the table. */
const leastRounds = 4;

export function lookUpBytes(subject: Subject, variables: FunctionVariables): Candidate | undefined {
  const ranges = analyzeRanges({ variables, checker: subject.checker });
  const file = editFile(subject);
  const names = new LoopNames(subject);
  // Names of the module, of which the function itself may mention none.
  const given = new Set<string>();
  const states: string[] = [];
  for (const loop of bitLoopsIn(subject.node, variables, ranges)) {
    const parts = loop.rounds < leastRounds ? undefined : inParts(loop);
    const isWord = isSigned(loop.effect) || isUnsigned(loop.effect);
    if (parts === undefined || !isWord || !isNumeric(loop, subject) || !areSetBefore(loop, subject)) continue;
    const table = freshName(subject, `${loop.state.name}Table`, given);
    given.add(table);
    file.insertLinesBefore(topLevelStatement(subject.node), tableText(loop, parts, table, subject));
    file.replace(loop.node, lookUpText(loop, parts, table, subject));
    const iterated = bytesAround(loop, variables, subject);
    if (iterated !== undefined) iterateByIndex(iterated, { subject, names, file });
    states.push(loop.state.name);
  }
  if (states.length === 0) return undefined;
  return inPlaceCandidate(file.rewrittenFile(), {
    strategy: 'plain-javascript',
    variant: 'byte-table',
    summary: `Looks up what the loop over the bits makes of a byte of ${states.join(' and ')}, in a table of 256 numbers made once.`,
    caveats: [],
  });
}

function bitLoopsIn(node: ts.Node, variables: FunctionVariables, ranges: ValueRanges): readonly BitLoop[] {
  const found = readBitLoop(node, variables, ranges);
  if (found !== undefined) return [found];
  const inner: BitLoop[] = [];
  ts.forEachChild(node, (child) => {
    if (!ts.isFunctionLike(child)) inner.push(...bitLoopsIn(child, variables, ranges));
  });
  return inner;
}

/** The typed array that the loop around goes through: with so little left to do for an element, its iterator would take most of the time. */
function bytesAround({ node }: BitLoop, variables: FunctionVariables, { checker }: Subject): IteratedArray | undefined {
  const loop = ts.isBlock(node.parent) ? readIteratedArray(node.parent.parent, variables, checker) : undefined;
  return loop && typedArrayName(checker.getTypeAtLocation(loop.array)) !== undefined ? loop : undefined;
}

/** The byte that is looked up, and where the other bits go: all by one distance, positive to the left. */
interface Parts {
  /** 0 is the lowest. */
  readonly byte: 0 | 1 | 2 | 3;
  readonly distance: number;
  /** Of the result; what the shift alone leaves there of other bits is not wanted. */
  readonly moved: number;
}

/** Undefined where more than one byte has to be looked up. */
function inParts({ effect: { rows, ones } }: BitLoop): Parts | undefined {
  if (ones !== 0) return undefined;
  const possible = ([0, 1, 2, 3] as const).flatMap((byte): readonly Parts[] => {
    const others = rows.map((row) => row & ~(0xff << (8 * byte)));
    const distances = others.flatMap((row, bit) =>
      row === 0 ? [] : [isOneBit(row) ? bit - lowestBit(row) : Number.NaN],
    );
    const [distance = 0] = distances;
    if (distances.some((one) => one !== distance) || (distances.length > 0 && distance === 0)) return [];
    return [{ byte, distance, moved: others.reduce((all, row, bit) => (row === 0 ? all : all | (1 << bit)), 0) }];
  });
  return possible.find((parts) => !needsMask(parts)) ?? possible[0];
}

function isOneBit(row: number): boolean {
  return row !== 0 && (row & (row - 1)) === 0;
}

function lowestBit(row: number): number {
  return 31 - Math.clz32(row & -row);
}

/** A shift of all bits would leave others than those that are moved. */
function needsMask({ distance, moved }: Parts): boolean {
  return moved !== 0 && moved !== (distance > 0 ? -1 << distance : -1 >>> -distance);
}

function isNumeric({ state }: BitLoop, { checker }: Subject): boolean {
  return state.references.every(
    (reference) => (checker.getTypeAtLocation(reference).flags & ts.TypeFlags.NumberLike) !== 0,
  );
}

/** The table is made where the module is loaded: the constants that the loop names must be there by then. */
function areSetBefore({ constants }: BitLoop, subject: Subject): boolean {
  const { offset } = lineBefore(topLevelStatement(subject.node), subject.sourceFile);
  return constants.every(({ declaration, name }) => {
    const statement = declaration?.parent.parent;
    return name !== '_' && statement !== undefined && ts.isSourceFile(statement.parent) && statement.end <= offset;
  });
}

function tableText({ node, state, rounds }: BitLoop, { byte }: Parts, table: string, { style }: Subject): string {
  const { indent } = style;
  const end = style.semicolons ? ';' : '';
  const index = ['byte', 'value', 'of'].find((name) => !mentions(node, name)) ?? `${table}Byte`;
  const loop = reindented(node).replaceAll(/\n(?=[^\r\n])/g, `\n${indent}`);
  return [
    `// What ${rounds} rounds make of every byte of ${state.name}; they only move the other bits.`,
    `const ${table} = Int32Array.from({ length: 256 }, (_, ${index}) => {`,
    `${indent}let ${state.name} = ${byte === 0 ? index : `${index} << ${8 * byte}`}${end}`,
    `${indent}${loop}`,
    `${indent}return ${state.name}${end}`,
    `})${end}\n`,
  ].join('\n');
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return ts.forEachChild(node, (child) => mentions(child, name)) ?? false;
}

function lookUpText(
  { state, effect }: BitLoop,
  { byte, distance, moved }: Parts,
  table: string,
  subject: Subject,
): string {
  const { name } = state;
  const index = byte === 0 ? `${name} & 255` : byte === 3 ? `${name} >>> 24` : `(${name} >>> ${8 * byte}) & 255`;
  const looked = `${table}[${index}]${uncheckedMark(subject)}`;
  const shift = distance > 0 ? `(${name} << ${distance})` : `(${name} >>> ${-distance})`;
  const mask = `0x${(moved >>> 0).toString(16)}`;
  const others = moved === 0 ? '' : `${needsMask({ byte, distance, moved }) ? `(${shift} & ${mask})` : shift} ^ `;
  const value = `${others}${looked}`;
  return `${name} = ${isSigned(effect) ? value : `(${value}) >>> 0`}${subject.style.semicolons ? ';' : ''}`;
}
