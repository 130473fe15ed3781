// The edits that let a loop collect what it appends and write it in larger pieces.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate } from '../strategy.ts';
import type { AppendedPiece, AppendLoop } from './append-loop.ts';
import { regionOf } from './loop-places.ts';
import { deeper, indentOf, inStyle } from './text-of-rewrite.ts';

export function rewriteAppends(site: AppendLoop, subject: Subject): Candidate {
  const edit = editFile(subject);
  edit.replace(regionOf(site.loop), collectingLoop(site, subject));
  return {
    strategy: 'streaming-io',
    variant: 'buffered-append',
    summary: 'Collects what is appended and writes it in pieces of 64 KB, instead of opening the file for each one.',
    signature: 'same',
    files: [edit.rewrittenFile()],
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats: [
      {
        code: 'S9',
        message:
          'Others see the file grow in larger steps, and should the process be killed in the middle, the last pieces are missing. Errors are no danger: what was collected is still written.',
      },
    ],
  };
}

function collectingLoop(site: AppendLoop, subject: Subject): string {
  const { pieces, loop } = site;
  const { sourceFile, text, style } = subject;
  const region = regionOf(loop);
  const pending = freshName(subject, 'pending');
  const write = writing(site, pending, sourceFile);
  // Several appends share a function; one is written out where it is.
  const add = pieces.length > 1 ? freshName(subject, 'append') : undefined;
  let body = '';
  let from = region.getStart(sourceFile);
  for (const one of pieces) {
    body +=
      text.slice(from, one.statement.getStart(sourceFile)) + collecting(one, { pending, write, add }, loop, subject);
    from = one.statement.end;
  }
  body += text.slice(from, region.end);
  const outer = indentOf(region, subject);
  const given = { write };
  const lines = [
    ...filled(
      [`let ${pending} = '';`, ...(add === undefined ? [] : adding(add, pending, site, subject))].join('\n'),
      given,
      subject,
    ).split('\n'),
    'try {',
    `${style.indent}${deeper(body, region, subject)}`,
    ...filled(
      `} finally {
  // What was collected before an error is written as well.
  if (${pending} !== '') ${WRITE};
}`,
      given,
      subject,
    ).split('\n'),
  ];
  return lines.map((line, index) => (index === 0 ? line : outer + line)).join('\n');
}

interface Collecting {
  readonly pending: string;
  /** The call that writes what was collected. */
  readonly write: string;
  readonly add: string | undefined;
}

/** What stands in place of an append. */
function collecting(
  { append, statement, piece }: AppendedPiece,
  { pending, write, add }: Collecting,
  loop: ts.IterationStatement,
  subject: Subject,
): string {
  const text = piece.getText(subject.sourceFile);
  if (add !== undefined) {
    return `${append.isPromise ? 'await ' : ''}${add}(${text})${statement.getText(subject.sourceFile).endsWith(';') ? ';' : ''}`;
  }
  const lines = collectingLines(pending, PIECE);
  const isAlone = !ts.isBlock(statement.parent);
  const indent = indentOf(isAlone ? loop : statement, subject);
  const ours = (isAlone ? ['{', ...lines.map((line) => `  ${line}`), '}'] : lines).join('\n');
  return filled(ours, { piece: text, write }, subject, indent);
}

function collectingLines(pending: string, piece: string): readonly string[] {
  return [`${pending} += ${piece};`, `if (${pending}.length >= 65_536) {`, `  ${WRITE};`, `  ${pending} = '';`, '}'];
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

function adding(add: string, pending: string, site: AppendLoop, { style }: Subject): readonly string[] {
  const { isPromise } = site.pieces[0].append;
  const [typed, result] = style.isTypeScript ? [': string', isPromise ? ': Promise<void>' : ': void'] : ['', ''];
  return [
    `const ${add} = ${isPromise ? 'async ' : ''}(text${typed})${result} => {`,
    ...collectingLines(pending, 'text').map((line) => `  ${line}`),
    '};',
  ];
}

function writing({ pieces, file }: AppendLoop, what: string, sourceFile: ts.SourceFile): string {
  const { call, isPromise } = pieces[0].append;
  const text = `${call.expression.getText(sourceFile)}(${file.getText(sourceFile)}, ${what})`;
  return isPromise ? `await ${text}` : text;
}
