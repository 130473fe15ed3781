// The edits that let a loop over the lines of a file read them one after the other, with a small reader beside the function.

import ts from 'typescript';
import { editFile, type FileEdit } from '../../source/edits.ts';
import { topLevelStatement, wholeLines } from '../../source/insertion-places.ts';
import { moduleNames, type WantedNames } from '../../source/module-names.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { commaFieldsIn } from './comma-fields.ts';
import { isLeftByName } from './line-loops.ts';
import { useLines, usePieces } from './print-line-use.ts';
import type { LineEnd, LineLoop, Trim } from './read-lines.ts';
import { inStyle, startWithComments } from './text-of-rewrite.ts';

/** Lines come in the pieces of the file where the loop can be one inside of another: handing out each by itself costs up to four times as much. */
type HandedOut = 'pieces' | 'lines';

/** Undefined where lines have numbers that a loop cannot be written with. */
export function rewriteLines(site: LineLoop, subject: Subject): Candidate | undefined {
  const { read, needless } = site;
  const edit = editFile(subject);
  for (const statement of needless) edit.remove(wholeLines(statement, subject));
  for (const statement of site.header?.told ?? []) {
    const start = startWithComments(statement, subject);
    const line = subject.text.lastIndexOf('\n', start - 1) + 1;
    const isFirst = subject.text.slice(line, start).trim() === '';
    edit.remove({ start: isFirst ? line : start, end: wholeLines(statement, subject).end });
  }
  const handedOut = site.end.kind === 'loop' && isLeftByName(site.end.form) ? 'lines' : 'pieces';
  const reader = freshName(subject, handedOut === 'lines' ? 'linesOf' : 'linesInPieces');
  const given = { pieces: `${reader}(${site.file.getText(subject.sourceFile)})`, edit };
  if (handedOut === 'lines') useLines(site, given, subject);
  else if (!usePieces(site, given, subject)) return undefined;
  const names = namesFor(site, subject, edit);
  const print = read.isPromise ? asyncReader : syncReader;
  const printed = print({ reader, handedOut, lineEnd: site.lineEnd, trim: site.trim, name: names }, subject);
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${inStyle(printed, subject)}`);
  const fields = commaFieldsIn(subject);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'lines',
    summary:
      'Reads the file in pieces and goes through the lines of one after the other, so that it is never in memory as a whole.',
    caveats: [
      {
        code: 'S9',
        message:
          'The file is read while the loop runs: nobody may change it meanwhile, and an error of the disk can come after the first lines.',
      },
      ...(fields === undefined ? [] : [fields]),
    ],
  });
}

export type Names = (name: string) => string;

/** Imports what readers of files need, and says what it is called here. */
export function namesFor({ read }: Pick<LineLoop, 'read'>, subject: Subject, edit: FileEdit): Names {
  const unused = isMentionedBeside([read.call], subject) ? [] : [read.name];
  const locals = new Map<string, string>();
  const add = (wanted: WantedNames): void => {
    for (const [name, local] of moduleNames(edit, subject, wanted)) locals.set(name, local);
  };
  if (read.isPromise) add({ module: ['node:fs/promises', 'fs/promises'], names: ['open'], unused });
  else add({ module: ['node:fs', 'fs'], names: ['closeSync', 'openSync', 'readSync'], unused });
  add({ module: ['node:string_decoder', 'string_decoder'], names: ['StringDecoder'], unused: [] });
  return (name) => locals.get(name) ?? name;
}

/** Whether the file says the name of the called function anywhere but in its import and in these calls. */
export function isMentionedBeside(calls: readonly ts.CallExpression[], { sourceFile }: Subject): boolean {
  const callees = new Set<ts.Node>(calls.map(({ expression }) => expression));
  const [callee] = callees;
  if (callee === undefined || !ts.isIdentifier(callee)) return true;
  let isMentioned = false;
  const visit = (node: ts.Node): void => {
    const isBinding = ts.isImportSpecifier(node.parent) || ts.isBindingElement(node.parent);
    if (ts.isIdentifier(node) && node.text === callee.text && !callees.has(node) && !isBinding) isMentioned = true;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(sourceFile, visit);
  return isMentioned;
}

interface Reader {
  readonly reader: string;
  readonly handedOut: HandedOut;
  readonly lineEnd: LineEnd;
  readonly trim: Trim | undefined;
  readonly name: Names;
}

function syncReader(asked: Reader, { style }: Subject): string {
  const { reader, name } = asked;
  const typed = style.isTypeScript ? ': string' : '';
  return `${doc(asked)}
function* ${reader}(file${typed})${resultType('Generator', asked, style.isTypeScript)} {
  const descriptor = ${name('openSync')}(file, 'r');
  try {
    const decoder = new ${name('StringDecoder')}('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = ${name('readSync')}(descriptor, buffer); length > 0; length = ${name('readSync')}(descriptor, buffer)) {
${ofPiece(asked, 'decoder.write(buffer.subarray(0, length))')}
    }
    ${last(asked)}
  } finally {
    ${name('closeSync')}(descriptor);
  }
}`;
}

function asyncReader(asked: Reader, { style }: Subject): string {
  const { reader, name } = asked;
  const typed = style.isTypeScript ? ': string' : '';
  return `${doc(asked)}
async function* ${reader}(file${typed})${resultType('AsyncGenerator', asked, style.isTypeScript)} {
  const handle = await ${name('open')}(file);
  try {
    const decoder = new ${name('StringDecoder')}('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) break;
${ofPiece(asked, 'decoder.write(buffer.subarray(0, bytesRead))')}
    }
    ${last(asked)}
  } finally {
    await handle.close();
  }
}`;
}

function resultType(generator: string, { handedOut }: Reader, isTypeScript: boolean): string {
  return isTypeScript ? `: ${generator}<${handedOut === 'lines' ? 'string' : 'string[]'}>` : '';
}

/** Hands out the lines that a piece of the file ends. */
function ofPiece(asked: Reader, piece: string): string {
  if (asked.trim === undefined) {
    return `      const lines = ${piece}.split('\\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
${handOut(asked, '      ')}`;
  }
  const isWhole = asked.trim === 'trim';
  const given = isWhole
    ? `      const text = ${piece};
      const piece = rest === '' ? text.trimStart() : text;`
    : `      const piece = ${piece};`;
  return `${given}
      // The last line may go on in the next piece, and white space behind it may be at the end of the file.
      const end = piece.trimEnd().lastIndexOf('\\n');
      if (end >= 0) {
        const lines = (rest + piece.slice(0, end)).split('\\n');
        rest = '';
${handOut(asked, '        ')}
      }
      rest += piece.slice(end + 1);`;
}

function doc({ lineEnd, handedOut, trim }: Reader): string {
  const split = lineEnd === 'lf' ? String.raw`split('\n')` : String.raw`split(/\r?\n/)`;
  const how = handedOut === 'lines' ? 'without the whole text in memory' : 'one piece of the file after the other';
  return `/** The lines of a text file, exactly as \`${trim === undefined ? '' : `${trim}().`}${split}\` gives them, ${how}. */`;
}

function handOut({ lineEnd, handedOut }: Reader, indent: string): string {
  if (handedOut === 'lines') {
    return lineEnd === 'lf'
      ? `${indent}yield* lines;`
      : `${indent}for (const line of lines) yield line.endsWith('\\r') ? line.slice(0, -1) : line;`;
  }
  return lineEnd === 'lf'
    ? `${indent}yield lines;`
    : // In place: a list of its own for each piece takes a tenth of the time.
      `${indent}for (let i = 0; i < lines.length; i++) {
${indent}  const line = lines[i];
${indent}  if (line?.endsWith('\\r')) lines[i] = line.slice(0, -1);
${indent}}
${indent}yield lines;`;
}

function last({ handedOut, trim, lineEnd }: Reader): string {
  const rest = 'rest + decoder.end()';
  if (trim === undefined) return handedOut === 'lines' ? `yield ${rest};` : `yield [${rest}];`;
  const separator = lineEnd === 'lf' ? String.raw`'\n'` : String.raw`/\r?\n/`;
  return `yield${handedOut === 'lines' ? '*' : ''} (${rest}).trimEnd().split(${separator});`;
}
