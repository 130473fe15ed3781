// The edits that read a file until its first lines are there, with a small reader beside the function.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { topLevelStatement, wholeLines } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import type { FirstLines } from './first-lines.ts';
import { type Names, namesFor } from './rewrite-lines.ts';
import { inStyle } from './text-of-rewrite.ts';

export function rewriteFirstLines(site: FirstLines, subject: Subject): Candidate {
  const { read, file, needless, lines, count } = site;
  const edit = editFile(subject);
  for (const statement of needless) edit.remove(wholeLines(statement, subject));
  const reader = freshName(subject, 'firstLines');
  const call = `${reader}(${file.getText(subject.sourceFile)}, ${count})`;
  const isFollowed = ts.isPropertyAccessExpression(lines.parent) || ts.isElementAccessExpression(lines.parent);
  const awaited = isFollowed ? `(await ${call})` : `await ${call}`;
  edit.replace(lines, read.isPromise ? awaited : call);
  const printed = readerText(site, { reader, name: namesFor(site, subject, edit) }, subject);
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${inStyle(printed, subject)}`);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'first-lines',
    summary: 'Reads the file until the first lines are there, instead of the whole of it.',
    caveats: [
      { code: 'S9', message: 'The rest of the file is not read: errors of the disk that are in it are not seen.' },
    ],
  });
}

interface Reader {
  readonly reader: string;
  readonly name: Names;
}

function readerText(site: FirstLines, { reader, name }: Reader, { style }: Subject): string {
  const { read, isLiteral } = site;
  const typed = (type: string): string => (style.isTypeScript ? `: ${type}` : '');
  const result = typed(read.isPromise ? 'Promise<string[]>' : 'string[]');
  const split = site.lineEnd === 'lf' ? String.raw`split('\n')` : String.raw`split(/\r?\n/)`;
  const added =
    site.lineEnd === 'lf' ? 'piece' : "piece.map((line) => (line.endsWith('\\r') ? line.slice(0, -1) : line))";
  const body = [
    `const decoder = new ${name('StringDecoder')}('utf8');`,
    'const buffer = Buffer.allocUnsafe(65_536);',
    `const lines${typed('string[]')} = [];`,
    "let rest = '';",
    'do {',
    read.isPromise
      ? '  const { bytesRead: length } = await handle.read(buffer);'
      : `  const length = ${name('readSync')}(descriptor, buffer);`,
    '  if (length === 0) break;',
    "  const piece = decoder.write(buffer.subarray(0, length)).split('\\n');",
    '  // The first one began in the piece before, and the last one may go on in the next.',
    '  piece[0] = rest + piece[0];',
    "  rest = piece.pop() ?? '';",
    `  lines.push(...${added});`,
    ...(isLiteral ? [] : ['  // Below zero it counts from the end, and without a count there is no last one.']),
    `} while (${isLiteral ? 'lines.length < count' : 'count < 0 || !(lines.length >= count)'});`,
    'lines.push(rest + decoder.end());',
    'return lines.slice(0, count);',
  ];
  const opening = read.isPromise
    ? `const handle = await ${name('open')}(file);`
    : `const descriptor = ${name('openSync')}(file, 'r');`;
  const closing = read.isPromise ? 'await handle.close();' : `${name('closeSync')}(descriptor);`;
  return `/** The first lines of a text file, exactly as \`${split}.slice(0, count)\` gives them, without reading the rest. */
${read.isPromise ? 'async ' : ''}function ${reader}(file${typed('string')}, count${typed('number')})${result} {
  ${opening}
  try {
${body.map((line) => `    ${line}`).join('\n')}
  } finally {
    ${closing}
  }
}`;
}
