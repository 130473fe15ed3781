// The edits that let a loop over the lines of a file read them one after the other, with a small reader beside the function.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { wholeLines } from '../../source/insertion-places.ts';
import { dropNames, moduleNames, type WantedNames } from '../../source/module-names.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate } from '../strategy.ts';
import type { LineEnd, LineLoop } from './read-lines.ts';
import { inStyle, topLevelStatement } from './text-of-rewrite.ts';

export function rewriteLines(site: LineLoop, subject: Subject): Candidate {
  const { read, file, loop, needless } = site;
  const { sourceFile } = subject;
  const edit = editFile(subject);
  const reader = freshName(subject, 'linesOf');
  for (const statement of needless) edit.remove(wholeLines(statement, subject));
  edit.replace(loop.expression, `${reader}(${file.getText(sourceFile)})`);
  if (read.isPromise) edit.insert(loop.getStart(sourceFile) + 'for'.length, ' await');
  const names = namesFor(site, subject, edit);
  const lines = read.isPromise ? asyncReader(reader, names, site, subject) : syncReader(reader, names, site, subject);
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${inStyle(lines, subject)}`);
  return {
    strategy: 'streaming-io',
    variant: 'lines',
    summary:
      'Reads the file in pieces and hands out one line after the other, so that it is never in memory as a whole.',
    signature: 'same',
    files: [edit.rewrittenFile()],
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats: [
      {
        code: 'S9',
        message:
          'The file is read while the loop runs: nobody may change it meanwhile, and an error of the disk can come after the first lines.',
      },
    ],
  };
}

type Names = (name: string) => string;

function namesFor({ read }: LineLoop, subject: Subject, edit: ReturnType<typeof editFile>): Names {
  const unused = isMentionedElsewhere(read.call, subject) ? [] : [read.name];
  const locals = new Map<string, string>();
  const add = (wanted: WantedNames): void => {
    for (const [name, local] of moduleNames(edit, subject, wanted)) locals.set(name, local);
  };
  if (read.isPromise) {
    const instead = dropNames(edit, subject, { module: ['node:fs/promises', 'fs/promises'], unused });
    add({ module: ['node:fs', 'fs'], names: ['createReadStream'], unused: [], instead });
  } else {
    add({ module: ['node:fs', 'fs'], names: ['closeSync', 'openSync', 'readSync'], unused });
    add({ module: ['node:string_decoder', 'string_decoder'], names: ['StringDecoder'], unused: [] });
  }
  return (name) => locals.get(name) ?? name;
}

/** Whether the file says the function's name anywhere but in its import and in this call. */
function isMentionedElsewhere(call: ts.CallExpression, { sourceFile }: Subject): boolean {
  const callee = call.expression;
  if (!ts.isIdentifier(callee)) return true;
  let isMentioned = false;
  const visit = (node: ts.Node): void => {
    const isBinding = ts.isImportSpecifier(node.parent) || ts.isBindingElement(node.parent);
    if (ts.isIdentifier(node) && node.text === callee.text && node !== callee && !isBinding) isMentioned = true;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(sourceFile, visit);
  return isMentioned;
}

function syncReader(reader: string, name: Names, { lineEnd }: LineLoop, { style }: Subject): string {
  const [typed, result] = style.isTypeScript ? [': string', ': Generator<string>'] : ['', ''];
  return `${doc(lineEnd)}
function* ${reader}(file${typed})${result} {
  const descriptor = ${name('openSync')}(file, 'r');
  try {
    const decoder = new ${name('StringDecoder')}('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = ${name('readSync')}(descriptor, buffer); length > 0; length = ${name('readSync')}(descriptor, buffer)) {
      const lines = decoder.write(buffer.subarray(0, length)).split('\\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
${handOut(lineEnd, '      ')}
    }
    yield rest + decoder.end();
  } finally {
    ${name('closeSync')}(descriptor);
  }
}`;
}

function asyncReader(reader: string, name: Names, { lineEnd }: LineLoop, { style }: Subject): string {
  const [typed, result] = style.isTypeScript ? [': string', ': AsyncGenerator<string>'] : ['', ''];
  const chunk = style.isTypeScript ? '(chunk as string)' : 'chunk';
  return `${doc(lineEnd)}
async function* ${reader}(file${typed})${result} {
  let rest = '';
  for await (const chunk of ${name('createReadStream')}(file, 'utf8')) {
    const lines = ${chunk}.split('\\n');
    // The first one began in the piece before, and the last one may go on in the next.
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
${handOut(lineEnd, '    ')}
  }
  yield rest;
}`;
}

function doc(lineEnd: LineEnd): string {
  const split = lineEnd === 'lf' ? String.raw`split('\n')` : String.raw`split(/\r?\n/)`;
  return `/** The lines of a text file, exactly as \`${split}\` gives them, without the whole text in memory. */`;
}

function handOut(lineEnd: LineEnd, indent: string): string {
  return lineEnd === 'lf'
    ? `${indent}yield* lines;`
    : `${indent}for (const line of lines) yield line.endsWith('\\r') ? line.slice(0, -1) : line;`;
}
