// The edits that let a loop collect what it appends and write it in larger pieces.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate } from '../strategy.ts';
import { type AppendLoop, regionOf } from './append-loop.ts';
import { inStyle } from './text-of-rewrite.ts';

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
  const { append, statement, loop } = site;
  const { sourceFile, text, style } = subject;
  const region = regionOf(loop);
  const pending = freshName(subject, 'pending');
  const write = writing(site, pending, sourceFile);
  const collect = [
    `${pending} += ${site.piece.getText(sourceFile)};`,
    `if (${pending}.length >= 65_536) {`,
    `  ${write};`,
    `  ${pending} = '';`,
    '}',
  ];
  const isAlone = !ts.isBlock(statement.parent);
  const styled = inStyle((isAlone ? ['{', ...collect.map((line) => `  ${line}`), '}'] : collect).join('\n'), subject);
  const indent = indentOf(isAlone ? loop : statement, subject);
  const inside = styled.split('\n').join(`\n${indent}`);
  const start = region.getStart(sourceFile);
  const shortened = text.slice(start, statement.getStart(sourceFile)) + inside + text.slice(statement.end, region.end);
  const outer = indentOf(region, subject);
  const body = hasLongText(region) ? shortened : shortened.replaceAll(/\n(?=[^\r\n])/g, `\n${style.indent}`);
  const end = style.semicolons ? ';' : '';
  const lines = [
    `let ${pending} = ''${end}`,
    'try {',
    `${style.indent}${body}`,
    '} finally {',
    `${style.indent}// What was collected before an error is written as well.`,
    `${style.indent}if (${pending} !== '') ${write}${end}`,
    '}',
  ];
  const joined = lines.map((line, index) => (index === 0 ? line : outer + line)).join('\n');
  return style.quote === '"'
    ? joined.replaceAll(`${pending} = ''`, `${pending} = ""`).replaceAll(`${pending} !== ''`, `${pending} !== ""`)
    : joined;

  function writing(from: AppendLoop, what: string, file: ts.SourceFile): string {
    const call = `${from.append.call.expression.getText(file)}(${from.file.getText(file)}, ${what})`;
    return append.isPromise ? `await ${call}` : call;
  }
}

function indentOf(node: ts.Node, { text, sourceFile }: Subject): string {
  const start = node.getStart(sourceFile);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** A template over several lines must not be indented. */
function hasLongText(node: ts.Node): boolean {
  let found = false;
  const visit = (part: ts.Node): void => {
    const isTemplate = ts.isTemplateLiteralToken(part) || ts.isTemplateExpression(part);
    if (isTemplate && part.getText().includes('\n')) found = true;
    if (!found) ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}
