// The edits that let a loop collect what it appends and write it in larger pieces.
import ts from 'typescript';
import { editFile, type FileEdit } from '../../source/edits.ts';
import { moduleNames } from '../../source/module-names.ts';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import type { AppendedPiece, AppendLoop } from './append-loop.ts';
import { regionOf } from './loop-places.ts';
import { isMentionedBeside } from './rewrite-lines.ts';
import { deeper, indentOf, inStyle } from './text-of-rewrite.ts';

/** Strings of 256 KB take three times as long to put together and to encode, which outweighs opening the file more often. */
const PIECE_SIZE = '65_536';

export function rewriteAppends(site: AppendLoop, subject: Subject): Candidate {
  const edit = editFile(subject);
  const { name, isPromise } = site.pieces[0].append;
  const isDescriptor = name === 'writeSync';
  edit.replace(regionOf(site.loop), collectingLoop(site, edit, subject));
  const moved = isPromise
    ? ' It stays open meanwhile: should others move it, what comes goes to where it is then. Nobody may change what the loop goes through while it waits: it pauses less often.'
    : '';
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'buffered-append',
    summary: `Collects what is ${isDescriptor ? 'written' : 'appended'} and writes it in pieces of 64 KB, instead of ${isDescriptor ? 'asking the system' : 'opening the file'} for each one.`,
    caveats: [
      {
        code: 'S9',
        message: `Others see the file grow in larger steps, and should the process be killed in the middle, the last pieces are missing. Errors are no danger: what was collected is still written.${moved}`,
      },
    ],
  });
}

function collectingLoop(site: AppendLoop, edit: FileEdit, subject: Subject): string {
  const { pieces, loop } = site;
  const { sourceFile, text, style } = subject;
  const region = regionOf(loop);
  const pending = freshLocalName(subject, 'pending');
  // Several appends share what writes; with one it stands where it is needed.
  const flush = pieces.length > 1 ? freshLocalName(subject, 'flush') : undefined;
  const writer = pieces[0].append.isPromise
    ? throughHandle(site, pending, flush !== undefined, edit, subject)
    : opensEachTime(site, pending, sourceFile);
  const collected = { pending, writer, flush };
  let body = '';
  let from = region.getStart(sourceFile);
  for (const one of pieces) {
    const between = text.slice(from, one.statement.getStart(sourceFile));
    body += behindBlock(between) + collecting(one, collected, site, subject);
    from = one.statement.end;
  }
  body += behindBlock(text.slice(from, region.end));
  const outer = indentOf(region, subject);
  const { own } = writer;
  const lines = [
    ...filled(
      [
        `let ${pending} = '';`,
        ...writer.before,
        ...(flush === undefined ? [] : flushing(flush, collected, site, subject)),
      ],
      { own },
      subject,
    ).split('\n'),
    'try {',
    `${style.indent}${deeper(body, region, subject)}`,
    ...filled(['} finally {', ...ending(collected, site).map((line) => `  ${line}`), '}'], { own }, subject).split(
      '\n',
    ),
  ];
  return lines.map((line, index) => (index === 0 ? line : outer + line)).join('\n');
}

/** `else` goes on the line of the brace that now stands where a statement without braces was. */
function behindBlock(between: string): string {
  return between.replace(/^\s*else\b/, ' else');
}

/** How what was collected is written. */
interface Writer {
  /** Declarations in front of the loop. */
  readonly before: readonly string[];
  /** Statements, with a mark where the user's own text goes. */
  readonly write: readonly [string, ...string[]];
  readonly own: string;
  /** What has to be closed at the end, if anything. */
  readonly close?: string;
}

interface Collecting {
  readonly pending: string;
  readonly writer: Writer;
  /** The function that writes and begins anew, if there is one. */
  readonly flush: string | undefined;
}

/** What stands in place of an append. */
function collecting(
  { statement, piece }: AppendedPiece,
  { pending, writer, flush }: Collecting,
  site: AppendLoop,
  subject: Subject,
): string {
  const text = piece.getText(subject.sourceFile);
  const isFull = `if (${pending}.length >= ${PIECE_SIZE})`;
  const whenFull =
    flush === undefined
      ? [`${isFull} {`, ...writer.write.map((line) => `  ${line}`), `  ${pending} = '';`, '}']
      : [`${isFull} ${called(flush, site)};`];
  const lines = [`${pending} += ${PIECE};`, ...(isFollowed(statement, site) ? [] : whenFull)];
  const isAlone = !ts.isBlock(statement.parent);
  const indent = indentOf(isAlone ? statement.parent : statement, subject);
  const ours = isAlone ? ['{', ...lines.map((line) => `  ${line}`), '}'] : lines;
  return filled(ours, { piece: text, own: writer.own }, subject, indent);
}

/** What is done whether the loop ends or throws. */
function ending({ pending, writer, flush }: Collecting, site: AppendLoop): readonly string[] {
  const isLeft = `if (${pending} !== '')`;
  const [first, ...more] = flush === undefined ? writer.write : [`${called(flush, site)};`];
  const rest =
    more.length === 0 ? [`${isLeft} ${first}`] : [`${isLeft} {`, ...[first, ...more].map((line) => `  ${line}`), '}'];
  const written = ['// What was collected before an error is written as well.', ...rest];
  if (writer.close === undefined) return written;
  return ['try {', ...written.map((line) => `  ${line}`), '} finally {', `  ${writer.close}`, '}'];
}

/** Whether another append of the same block comes after it in any case: then it is early enough to look how much there is. */
function isFollowed(statement: AppendedPiece['statement'], { pieces }: AppendLoop): boolean {
  if (!ts.isBlock(statement.parent) || !ts.isStatement(statement)) return false;
  const { statements } = statement.parent;
  const behind = statements.slice(statements.indexOf(statement) + 1);
  const appends = new Set<ts.Node>(pieces.map((piece) => piece.statement));
  const next = behind.findIndex((one) => appends.has(one));
  return next >= 0 && !behind.slice(0, next).some(mayContinue);
}

function mayContinue(node: ts.Node): boolean {
  return (
    ts.isContinueStatement(node) ||
    ts.isReturnStatement(node) ||
    (!ts.isFunctionLike(node) && ts.forEachChild(node, mayContinue) === true)
  );
}

function called(flush: string, { pieces }: AppendLoop): string {
  return `${pieces[0].append.isPromise ? 'await ' : ''}${flush}()`;
}

/** Where the user's own text goes: characters that stand in no source. */
const PIECE = '\uE000';
const OWN = '\uE001';

/** Our lines in the style of the file, then the user's text in them as it stands. */
function filled(
  lines: readonly string[],
  { piece = '', own }: { readonly piece?: string; readonly own: string },
  subject: Subject,
  indent = '',
): string {
  return inStyle(lines.join('\n'), subject)
    .replaceAll('\n', `\n${indent}`)
    .replaceAll(PIECE, () => piece)
    .replaceAll(OWN, () => own);
}

function flushing(
  flush: string,
  { pending, writer }: Collecting,
  site: AppendLoop,
  { style }: Subject,
): readonly string[] {
  const { isPromise } = site.pieces[0].append;
  const result = style.isTypeScript ? `: ${isPromise ? 'Promise<void>' : 'void'}` : '';
  return [
    `const ${flush} = ${isPromise ? 'async ' : ''}()${result} => {`,
    ...writer.write.map((line) => `  ${line}`),
    `  ${pending} = '';`,
    '};',
  ];
}

/** By the call that the user has. */
function opensEachTime({ pieces, file }: AppendLoop, pending: string, sourceFile: ts.SourceFile): Writer {
  const callee = pieces[0].append.call.expression.getText(sourceFile);
  return { before: [], write: [`${OWN};`], own: `${callee}(${file.getText(sourceFile)}, ${pending})` };
}

/** The file is opened by the first write, as appending would, and closed at the end: to open it each time took half as long again. */
function throughHandle(
  { pieces, file }: AppendLoop,
  pending: string,
  isShared: boolean,
  edit: FileEdit,
  subject: Subject,
): Writer {
  const handle = freshLocalName(subject, 'handle');
  const open = openingOf(pieces, edit, subject);
  const type = `Awaited<ReturnType<typeof ${open}>> | undefined`;
  // A function that sets it is not seen where its type is narrowed, so there it needs a value that says what else it may be.
  const declared = isShared ? `${handle} = undefined as ${type}` : `${handle}: ${type}`;
  return {
    before: [`let ${subject.style.isTypeScript ? declared : handle};`],
    write: [`${handle} ??= await ${open}(${OWN}, 'a');`, `await ${handle}.appendFile(${pending});`],
    own: file.getText(subject.sourceFile),
    close: `await ${handle}?.close();`,
  };
}

/** What opens a file: beside the function that appended, in the same module. */
function openingOf(pieces: AppendLoop['pieces'], edit: FileEdit, subject: Subject): string {
  const { expression } = pieces[0].append.call;
  if (ts.isPropertyAccessExpression(expression)) return `${expression.expression.getText(subject.sourceFile)}.open`;
  const calls = pieces.map(({ append }) => append.call);
  const unused = isMentionedBeside(calls, subject) ? [] : [pieces[0].append.name];
  const wanted = { module: ['node:fs/promises', 'fs/promises'], names: ['open'], unused } as const;
  return moduleNames(edit, subject, wanted).get('open') ?? 'open';
}
