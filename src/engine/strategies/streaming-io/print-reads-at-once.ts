// How reads that are begun all at once are begun a few at a time. Where a read is all that a round waits for, and the first thing that it does, the
// round itself comes later: `mapLimit(files, 8, round)`. Elsewhere only the read does: `files.map((file) => limit(() => readFile(file)))`.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { topLevelStatement, wholeLines } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { KeptOfReads } from './kept-of-reads.ts';
import { indentOf, inStyle } from './text-of-rewrite.ts';

/** As many as keep Node's four file threads busy. */
export const underWay = 8;

interface WholeRound {
  readonly call: ts.CallExpression;
  /** What is given to `map`, which is given to `all`. */
  readonly callback: ts.ArrowFunction;
  readonly all: ts.CallExpression;
  readonly kept: KeptOfReads | undefined;
}

/** Whether `Promise.all` waits for rounds that begin with the call and wait for nothing else. */
export function isWholeRound(call: ts.CallExpression, callback: ts.ArrowFunction, subject: Subject): boolean {
  const [item] = callback.parameters;
  const all = callback.parent.parent as ts.CallExpression;
  return (
    all.expression.getText() === 'Promise.all' &&
    item?.initializer === undefined &&
    isFirstIn(callback.body, call) &&
    !/\/[/*]/.test(textAround(callback, all, subject)) &&
    !waitsForMore(callback.body, call, subject)
  );
}

/** What becomes another text: all but the list and the round. */
function textAround(callback: ts.ArrowFunction, all: ts.CallExpression, { sourceFile, text }: Subject): string {
  const list = (callback.parent as ts.CallExpression).expression as ts.PropertyAccessExpression;
  const start = list.expression.getStart(sourceFile);
  return `${text.slice(all.getStart(sourceFile), start)}${text.slice(list.expression.end, callback.getStart(sourceFile))}${text.slice(callback.end, all.end)}`;
}

function isFirstIn(node: ts.Node | undefined, call: ts.CallExpression): boolean {
  if (node === undefined || node === call) return node === call;
  if (ts.isBlock(node)) return isFirstIn(node.statements[0], call);
  if (ts.isVariableStatement(node)) {
    const [first] = node.declarationList.declarations;
    return first !== undefined && ts.isIdentifier(first.name) && isFirstIn(first.initializer, call);
  }
  const isLed =
    ts.isReturnStatement(node) ||
    ts.isExpressionStatement(node) ||
    ts.isAwaitExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node);
  return isLed && isFirstIn(node.expression, call);
}

/** For another promise than the one of the call and those that `then` makes of it. */
function waitsForMore(body: ts.ConciseBody, call: ts.CallExpression, { checker }: Subject): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
    // Of what it waits for, the type may be unknown.
    if (ts.isAwaitExpression(node) && !isFirstIn(node, call)) return true;
    if (ts.isExpression(node) && !isFirstIn(node, call)) {
      const type = checker.getTypeAtLocation(node);
      const kinds = type.isUnion() ? type.types : [type];
      if (kinds.some((one) => checker.getPropertyOfType(one, 'then') !== undefined)) return true;
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(body);
}

export function printMapLimit({ call, callback, all, kept }: WholeRound, subject: Subject, edit: FileEdit): void {
  const { sourceFile } = subject;
  const name = freshName(subject, 'mapLimit');
  const list = (callback.parent as ts.CallExpression).expression as ts.PropertyAccessExpression;
  const begun = `${name}(${list.expression.getText(sourceFile)}, ${underWay}, `;
  const mapped =
    kept === undefined
      ? `${begun}${asDeepAs(all, callback, subject)})`
      : `${begun}${keptText(kept, call, callback, subject)})`;
  if (kept === undefined) edit.replace(all, mapped);
  else {
    if (kept.needless !== undefined) edit.remove(wholeLines(kept.needless, subject));
    edit.replace(kept.map, ts.isPropertyAccessExpression(kept.map.parent) ? `(await ${mapped})` : `await ${mapped}`);
  }
  edit.insertLinesAfter(
    topLevelStatement(subject.node),
    `\n${inStyle(mapLimitText(name, kept !== undefined, subject), subject)}`,
  );
}

/** A round with fewer spaces in front of its lines, where it comes up to the line of what waited for it. */
function asDeepAs(all: ts.CallExpression, callback: ts.ArrowFunction, subject: Subject): string {
  const text = callback.getText(subject.sourceFile);
  const deeper = indentOf(callback, subject).slice(indentOf(all, subject).length);
  return deeper === '' || hasLongText(callback)
    ? text
    : text.replaceAll(`\n${indentOf(callback, subject)}`, `\n${indentOf(all, subject)}`);
}

/** On one line where that is not too long. */
function keptText(kept: KeptOfReads, call: ts.CallExpression, callback: ts.ArrowFunction, subject: Subject): string {
  const { sourceFile, text, style } = subject;
  const head = text.slice(callback.getStart(sourceFile), call.getStart(sourceFile));
  const told = `${call.getText(sourceFile)}.then(${kept.callback.getText(sourceFile)})`;
  if (head.length + told.length <= 75) return head + told;
  const indent = indentOf(kept.map, subject);
  return `${head.trimEnd()}\n${indent}${style.indent}${told},\n${indent}`;
}

/** Whether there is a place for it. */
export function printLimited(call: ts.CallExpression, subject: Subject, edit: FileEdit): boolean {
  const limited = freshName(subject, 'limited');
  const limit = freshName(subject, 'limit');
  const statement = ts.findAncestor(call, (one) => {
    const isOwn = ts.findAncestor(one, ts.isFunctionLike) === subject.node;
    return isOwn && ts.isStatement(one) && ts.isBlock(one.parent);
  });
  if (statement === undefined) return false;
  edit.insertLinesBefore(
    statement as ts.Statement,
    `const ${limit} = ${limited}(${underWay})${subject.style.semicolons ? ';' : ''}`,
  );
  edit.replace(call, `${limit}(() => ${call.getText(subject.sourceFile)})`);
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${inStyle(limitedText(limited, subject), subject)}`);
  return true;
}

/** What `map` gives of a hole is one, which `Promise.all` fills with undefined. What keeps something of each text fails at it, and so does the read of it. */
function mapLimitText(name: string, isKept: boolean, { style }: Subject): string {
  const typed = (text: string): string => (style.isTypeScript ? text : '');
  const given = style.isTypeScript
    ? `items: readonly T[], limit: number, task: (item: T) => Promise<R>`
    : 'items, limit, task';
  const left = isKept
    ? 'const left = [...items].entries();'
    : '// As for `map`, holes are no items.\n  const left = items.flatMap((item, index) => [{ index, item }]).values();';
  const one = isKept ? '[index, item]' : '{ index, item }';
  return `/** What \`task\` gives for each of the items, in their order: up to \`limit\` of them are under way at a time. */
async function ${name}${typed('<T, R>')}(${given})${typed(': Promise<R[]>')} {
  const results = new Array${typed('<R>')}(items.length);
  ${left}
  // Each takes the next item that nobody has taken.
  const work = async ()${typed(': Promise<void>')} => {
    for (const ${one} of left) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
  return ${isKept ? 'results' : '[...results]'};
}`;
}

function limitedText(name: string, { style }: Subject): string {
  const typed = (text: string): string => (style.isTypeScript ? text : '');
  return `/** Begins up to \`most\` of the tasks that it is given, and the next one when one of them ends. */
function ${name}(most${typed(': number')})${typed(': <T>(task: () => Promise<T>) => Promise<T>')} {
  const waiting${typed(': (() => void)[]')} = [];
  let running = 0;
  return async (task) => {
    if (running < most) running += 1;
    else await new Promise${typed('<void>')}((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The next one takes its place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}`;
}
