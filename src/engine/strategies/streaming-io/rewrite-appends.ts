// The edits that let a loop collect what it appends and write it in larger pieces.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import type { AppendedPiece, AppendLoop } from './append-loop.ts';
import { regionOf } from './loop-places.ts';
import { deeper, indentOf, inStyle } from './text-of-rewrite.ts';

/** Strings of 256 KB take three times as long to put together and to encode, which outweighs opening the file more often. */
const PIECE_SIZE = '65_536';

export function rewriteAppends(site: AppendLoop, subject: Subject): Candidate {
  const edit = editFile(subject);
  const isDescriptor = site.pieces[0].append.name === 'writeSync';
  edit.replace(regionOf(site.loop), collectingLoop(site, subject));
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'buffered-append',
    summary: `Collects what is ${isDescriptor ? 'written' : 'appended'} and writes it in pieces of 64 KB, instead of ${isDescriptor ? 'asking the system' : 'opening the file'} for each one.`,
    caveats: [
      {
        code: 'S9',
        message:
          'Others see the file grow in larger steps, and should the process be killed in the middle, the last pieces are missing. Errors are no danger: what was collected is still written.',
      },
    ],
  });
}

function collectingLoop(site: AppendLoop, subject: Subject): string {
  const { pieces, loop } = site;
  const { sourceFile, text, style } = subject;
  const region = regionOf(loop);
  const pending = freshLocalName(subject, 'pending');
  const write = writing(site, pending, sourceFile);
  // Several appends share what writes; with one it stands where it is needed.
  const flush = pieces.length > 1 ? freshLocalName(subject, 'flush') : undefined;
  let body = '';
  let from = region.getStart(sourceFile);
  for (const one of pieces) {
    const between = text.slice(from, one.statement.getStart(sourceFile));
    body += behindBlock(between) + collecting(one, { pending, write, flush }, site, subject);
    from = one.statement.end;
  }
  body += behindBlock(text.slice(from, region.end));
  const outer = indentOf(region, subject);
  const given = { write };
  const lines = [
    ...filled(
      [`let ${pending} = '';`, ...(flush === undefined ? [] : flushing(flush, pending, site, subject))].join('\n'),
      given,
      subject,
    ).split('\n'),
    'try {',
    `${style.indent}${deeper(body, region, subject)}`,
    ...filled(
      `} finally {
  // What was collected before an error is written as well.
  if (${pending} !== '') ${flush === undefined ? WRITE : called(flush, site)};
}`,
      given,
      subject,
    ).split('\n'),
  ];
  return lines.map((line, index) => (index === 0 ? line : outer + line)).join('\n');
}

/** `else` goes on the line of the brace that now stands where a statement without braces was. */
function behindBlock(between: string): string {
  return between.replace(/^\s*else\b/, ' else');
}

interface Collecting {
  readonly pending: string;
  /** The call that writes what was collected. */
  readonly write: string;
  /** The function that does so and begins anew, if there is one. */
  readonly flush: string | undefined;
}

/** What stands in place of an append. */
function collecting(
  { statement, piece }: AppendedPiece,
  { pending, write, flush }: Collecting,
  site: AppendLoop,
  subject: Subject,
): string {
  const text = piece.getText(subject.sourceFile);
  const isFull = `if (${pending}.length >= ${PIECE_SIZE})`;
  const whenFull =
    flush === undefined
      ? [`${isFull} {`, `  ${WRITE};`, `  ${pending} = '';`, '}']
      : [`${isFull} ${called(flush, site)};`];
  const lines = [`${pending} += ${PIECE};`, ...(isFollowed(statement, site) ? [] : whenFull)];
  const isAlone = !ts.isBlock(statement.parent);
  const indent = indentOf(isAlone ? statement.parent : statement, subject);
  const ours = (isAlone ? ['{', ...lines.map((line) => `  ${line}`), '}'] : lines).join('\n');
  return filled(ours, { piece: text, write }, subject, indent);
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
const WRITE = '\uE001';

/** Our lines in the style of the file, then the user's text in them as it stands. */
function filled(
  lines: string,
  { piece = '', write }: { readonly piece?: string; readonly write: string },
  subject: Subject,
  indent = '',
): string {
  return inStyle(lines, subject)
    .replaceAll('\n', `\n${indent}`)
    .replaceAll(PIECE, () => piece)
    .replaceAll(WRITE, () => write);
}

function flushing(flush: string, pending: string, site: AppendLoop, { style }: Subject): readonly string[] {
  const { isPromise } = site.pieces[0].append;
  const result = style.isTypeScript ? `: ${isPromise ? 'Promise<void>' : 'void'}` : '';
  return [`const ${flush} = ${isPromise ? 'async ' : ''}()${result} => {`, `  ${WRITE};`, `  ${pending} = '';`, '};'];
}

function writing({ pieces, file }: AppendLoop, what: string, sourceFile: ts.SourceFile): string {
  const { call, isPromise } = pieces[0].append;
  const text = `${call.expression.getText(sourceFile)}(${file.getText(sourceFile)}, ${what})`;
  return isPromise ? `await ${text}` : text;
}
