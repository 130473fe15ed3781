// The edits that let a loop look at what was read while the next files are on their way, with a small function beside the subject.

import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { topLevelStatement, wholeLines } from '../../source/insertion-places.ts';
import { freshName, mentions } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import type { AwaitedRead } from './awaited-reads.ts';
import { usesOf } from './local-uses.ts';
import { indentOf, inStyle } from './text-of-rewrite.ts';

/** As many as keep Node's four file threads busy while one result is looked at. */
const underWay = 8;

export function rewriteAwaitedReads(site: AwaitedRead, subject: Subject): Candidate {
  const { loop, items, path } = site;
  const { item, index } = items;
  const { sourceFile } = subject;
  const edit = editFile(subject);
  const ahead = freshName(subject, 'readAhead');
  const result = takeResult(site, subject, edit);
  const isPathKept = path !== undefined && usesOf(path.name, subject).some((use) => !isInside(use, site.read.call));
  if (path !== undefined && !isPathKept) edit.remove(wholeLines(path.statement, subject));
  const isItemUsed = usesOf(item, subject).some(
    (use) => !isInside(use, site.read.call) && (isPathKept || path === undefined || !isInside(use, path.statement)),
  );
  const name = item.text;
  edit.insert(loop.getStart(sourceFile) + 'for'.length, ' await');
  const counted = index === undefined ? '' : `, ${index.text}`;
  edit.replace(loop.initializer, `const [${isItemUsed ? `${name}, ` : ', '}${result}${counted}]`);
  const given = [items.list.getText(sourceFile), `(${name}) => ${readOf(site, subject)}`];
  edit.replace(loop.expression, `${ahead}${argumentList(given, indentOf(loop, subject), subject)}`);
  edit.insertLinesAfter(
    topLevelStatement(subject.node),
    `\n${inStyle(readAhead(ahead, index !== undefined, subject), subject)}`,
  );
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'read-ahead',
    summary: `Reads up to ${underWay} files at once instead of one after the other, and looks at them in the same order.`,
    caveats: [
      {
        code: 'S9',
        message: `Up to ${underWay} files are in memory at once, some are read in vain when the loop is left early, and neither the list nor the files may change while it runs.`,
      },
    ],
  });
}

/** On one line where that is not too long. */
function argumentList(given: readonly string[], indent: string, { style }: Subject): string {
  const line = given.join(', ');
  if (line.length <= 75) return `(${line})`;
  return `(\n${given.map((argument) => `${indent}${style.indent}${argument},\n`).join('')}${indent})`;
}

/** What the loop calls the result, and its statement without the read. */
function takeResult(
  { awaited, statement, read, loop, path }: AwaitedRead,
  subject: Subject,
  edit: ReturnType<typeof editFile>,
): string {
  const declaration = awaited.parent;
  const isItsOwn =
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer === awaited &&
    declaration.type === undefined &&
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.Const) !== 0 &&
    !isSaidInHeader(declaration.name);
  if (isItsOwn) {
    edit.remove(wholeLines(statement, subject));
    return declaration.name.getText(subject.sourceFile);
  }
  const name = freshName(subject, resultNames[read.name] ?? 'found');
  edit.replace(awaited, name);
  return name;

  /** In the header of the loop a name hides another one of outside. */
  function isSaidInHeader(binding: ts.BindingName): boolean {
    const header = [loop.expression, read.call, ...(path === undefined ? [] : [path.value])];
    return namesIn(binding).some((one) => header.some((part) => mentions(part, one)));
  }
}

function namesIn(binding: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(binding)) return [binding.text];
  return binding.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

const resultNames: Readonly<Record<string, string>> = {
  readFile: 'content',
  readdir: 'entries',
  stat: 'stats',
  lstat: 'stats',
};

/** The call, with the path written out that a constant stood for. */
function readOf({ read, path }: AwaitedRead, { sourceFile, text }: Subject): string {
  const { call } = read;
  const [file] = call.arguments;
  if (path === undefined || file === undefined) return call.getText(sourceFile);
  const value = path.value.getText(sourceFile);
  return text.slice(call.getStart(sourceFile), file.getStart(sourceFile)) + value + text.slice(file.end, call.end);
}

function readAhead(name: string, isCounted: boolean, { style }: Subject): string {
  const [generic, files, read, result, list, first] = style.isTypeScript
    ? [
        '<T>',
        ': readonly string[]',
        ': (file: string) => Promise<T>',
        `: AsyncGenerator<[string, T${isCounted ? ', number' : ''}]>`,
        ': Promise<T>[]',
        'await (ahead.shift() as Promise<T>)',
      ]
    : ['', '', '', '', '', 'await ahead.shift()'];
  const given = isCounted ? 'What `read` gives for each file, and its number' : 'What `read` gives for each file';
  return `/** ${given}, in their order, with up to ${underWay} of them read at once. */
async function* ${name}${generic}(files${files}, read${read})${result} {
  const ahead${list} = [];
  for (const [index, file] of files.entries()) {
    for (const next of files.slice(index + ahead.length, index + ${underWay})) {
      const content = Promise.resolve(next).then(read);
      // An error is thrown when it is the turn of its file; until then nobody waits for it.
      content.catch(() => undefined);
      ahead.push(content);
    }
    yield [file, ${first}${isCounted ? ', index' : ''}];
  }
}`;
}
