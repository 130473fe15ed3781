// The edits that let an asynchronous function wait for what it reads and writes.
import ts from 'typescript';
import { editFile, type FileEdit } from '../../source/edits.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { dropNames, moduleNames } from '../../source/module-names.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { type BlockingReads, twinOf } from './blocking-reads.ts';
import { hasKnownCaller } from './blocking-writes.ts';

export function rewriteBlockingReads({ calls, writes, copied }: BlockingReads, subject: Subject): Candidate {
  const { sourceFile } = subject;
  const edit = editFile(subject);
  const names = namesOf(calls, subject, edit);
  for (const { call, name } of calls) {
    const twin = twinOf(name) ?? name;
    const { expression, parent } = call;
    const waiting = ts.isPropertyAccessExpression(expression)
      ? `${expression.expression.getText(sourceFile)}.promises.${twin}`
      : (names.get(twin) ?? twin);
    const isInside =
      (ts.isPropertyAccessExpression(parent) ||
        ts.isElementAccessExpression(parent) ||
        ts.isNonNullExpression(parent)) &&
      parent.expression === call;
    edit.replace(
      { start: expression.getStart(sourceFile), end: expression.end },
      `${isInside ? '(' : ''}await ${waiting}`,
    );
    if (isInside) edit.insert(call.end, ')');
  }
  for (const list of copied) edit.replace(list, `[...${list.text}]`);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: writes ? 'waiting-writes' : 'waiting-reads',
    summary: `Waits for the files that it ${writes ? 'writes' : 'reads'} instead of stopping the whole program meanwhile; a single call may take longer.`,
    caveats: [
      {
        code: 'S9',
        message: writes
          ? `${whoCalls(subject)}Other code runs while it waits: the file is there only when the promise is settled, and calls that overlap write at once, so callers have to wait for it.`
          : 'Other code runs while it waits: a caller that changes the files before the promise is settled will find that the changed ones were read.',
      },
    ],
  });
}

function whoCalls(subject: Subject): string {
  return hasKnownCaller(subject) ? '' : 'No caller of it was found: apply this only where each of them waits for it. ';
}

/** Functions that were imported by name come from `fs/promises` by name. */
function namesOf(reads: readonly FileCall[], subject: Subject, edit: FileEdit): ReadonlyMap<string, string> {
  const named = reads.filter(({ call }) => ts.isIdentifier(call.expression));
  if (named.length === 0) return new Map();
  const blocking = [...new Set(named.map(({ name }) => name))];
  const unused = blocking.filter((name) => !isMentionedBeside(name, named, subject));
  const isPrefixed = !/from ['"]fs(?:\/promises)?['"]|require\(['"]fs/.test(subject.text);
  const prefixes: readonly [string, string] = isPrefixed ? ['node:', ''] : ['', 'node:'];
  const instead = dropNames(edit, subject, { module: ['node:fs', 'fs'], unused });
  const twins = blocking.map((name) => twinOf(name) ?? name);
  return moduleNames(edit, subject, {
    module: [`${prefixes[0]}fs/promises`, `${prefixes[1]}fs/promises`],
    names: [...twins].sort(),
    unused: [],
    instead,
  });
}

/** Whether the file says the function's name anywhere but in its import and in these calls. */
function isMentionedBeside(name: string, calls: readonly FileCall[], { sourceFile }: Subject): boolean {
  const own = calls.filter((one) => one.name === name).map(({ call }) => call.expression as ts.Node);
  const texts = new Set(own.map((callee) => callee.getText(sourceFile)));
  const visit = (node: ts.Node): boolean => {
    const isBinding = ts.isIdentifier(node) && (ts.isImportSpecifier(node.parent) || ts.isBindingElement(node.parent));
    if (ts.isIdentifier(node) && texts.has(node.text) && !isBinding && !own.includes(node)) return true;
    return ts.forEachChild(node, visit) === true;
  };
  return visit(sourceFile);
}
