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
import type { LineLoop } from './read-lines.ts';
import type { Prepared, SplitAt } from './split-text.ts';
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
  const items = site.at === 'white-space' ? 'words' : 'lines';
  const reader = freshName(subject, handedOut === 'lines' ? `${items}Of` : `${items}InPieces`);
  const given = { pieces: `${reader}(${site.file.getText(subject.sourceFile)})`, edit };
  if (handedOut === 'lines') useLines(site, given, subject);
  else if (!usePieces(site, given, subject)) return undefined;
  const names = namesFor(site, subject, edit);
  const print = read.isPromise ? asyncReader : syncReader;
  const printed = print({ reader, handedOut, at: site.at, prepared: site.prepared, name: names }, subject);
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${inStyle(printed, subject)}`);
  const fields = commaFieldsIn(subject);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'lines',
    summary: `Reads the file in pieces and goes through the ${items} of one after the other, so that it is never in memory as a whole.`,
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
  const { expression } = read.call;
  // Beside the function that read, in the same object: `fs.promises.open`.
  const holder = ts.isPropertyAccessExpression(expression)
    ? expression.expression.getText(subject.sourceFile)
    : undefined;
  const locals = new Map<string, string>();
  const add = (wanted: WantedNames): void => {
    for (const [name, local] of moduleNames(edit, subject, wanted)) locals.set(name, local);
  };
  if (read.isPromise && holder !== undefined) locals.set('open', `${holder}.open`);
  else if (read.isPromise) add({ module: ['node:fs/promises', 'fs/promises'], names: ['open'], unused });
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
  readonly at: SplitAt;
  readonly prepared: Prepared;
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

/** Hands out the lines or words that a piece of the file ends. */
function ofPiece(asked: Reader, piece: string): string {
  const { at, prepared } = asked;
  if (at !== 'white-space' && prepared.trim === undefined && prepared.letters === undefined) {
    return `      const lines = ${piece}.split('\\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
${handOut(asked, '      ')}`;
  }
  const given =
    prepared.trim === 'trim'
      ? `      const text = ${piece};
      const piece = rest === '' ? text.trimStart() : text;`
      : `      const piece = ${piece};`;
  const isWords = at === 'white-space';
  const isHeldBack = isWords || prepared.trim !== undefined;
  const held = isHeldBack
    ? 'The last line may go on in the next piece, and white space behind it may be at the end of the file.'
    : 'The last line may go on in the next piece.';
  const whole = `(rest + piece.slice(0, end))${isWords ? '.trimEnd()' : ''}${lettersOf(prepared)}`;
  return `${given}
      // ${held}
      const end = piece${isHeldBack ? '.trimEnd()' : ''}.lastIndexOf('\\n');
      if (end < 0) rest += piece;
      else {
        const ${isWords ? String.raw`words = ${whole}.split(/\s+/)` : String.raw`lines = ${whole}.split('\n')`};
        rest = piece.slice(end + 1)${isWords ? '.trimStart()' : ''};
${handOut(asked, '        ')}
      }`;
}

function doc({ at, handedOut, prepared: { trim, letters } }: Reader): string {
  const before = [trim, letters].map((method) => (method === undefined ? '' : `${method}().`)).join('');
  const how = handedOut === 'lines' ? 'without the whole text in memory' : 'one piece of the file after the other';
  const items = at === 'white-space' ? 'words' : 'lines';
  return `/** The ${items} of a text file, exactly as \`${before}split(${separators[at]})\` gives them, ${how}. */`;
}

const separators: Readonly<Record<SplitAt, string>> = {
  lf: String.raw`'\n'`,
  'crlf-or-lf': String.raw`/\r?\n/`,
  'white-space': String.raw`/\s+/`,
};

function lettersOf({ letters }: Prepared): string {
  return letters === undefined ? '' : `.${letters}()`;
}

function handOut({ at, handedOut }: Reader, indent: string): string {
  const items = at === 'white-space' ? 'words' : 'lines';
  if (at !== 'crlf-or-lf') return `${indent}yield${handedOut === 'lines' ? '*' : ''} ${items};`;
  if (handedOut === 'lines')
    return `${indent}for (const line of lines) yield line.endsWith('\\r') ? line.slice(0, -1) : line;`;
  // In place: a list of its own for each piece takes a tenth of the time.
  return `${indent}for (let i = 0; i < lines.length; i++) {
${indent}  const line = lines[i];
${indent}  if (line?.endsWith('\\r')) lines[i] = line.slice(0, -1);
${indent}}
${indent}yield lines;`;
}

function last({ handedOut, prepared, at }: Reader): string {
  const rest = 'rest + decoder.end()';
  const isWords = at === 'white-space';
  const prepare = `${prepared.trim === undefined ? '' : '.trimEnd()'}${lettersOf(prepared)}`;
  if (isWords || prepared.trim !== undefined)
    return `yield${handedOut === 'lines' ? '*' : ''} (${rest})${prepare}.split(${separators[at]});`;
  const line = prepare === '' ? rest : `(${rest})${prepare}`;
  return handedOut === 'lines' ? `yield ${line};` : `yield [${line}];`;
}
