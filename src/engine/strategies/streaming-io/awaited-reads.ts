// Finds loops over a list of files that wait for one read in each round, before anything else happens. The next files can be read meanwhile:
// a read changes nothing, and what comes of it is still looked at in the order of the list.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { mentions } from '../../source/names.ts';
import { isInside, outermost } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { type ItemLoop, itemLoopOf } from './item-loops.ts';
import { isFreshList, isPlainPath } from './lists-of-files.ts';
import { isText, usesOf } from './local-uses.ts';
import { effectsWithin, pausesIn, touchesFiles } from './loop-effects.ts';

export interface AwaitedRead {
  readonly read: FileCall;
  /** The `await` with the parentheses around it. */
  readonly awaited: ts.Expression;
  readonly loop: ts.ForOfStatement;
  readonly items: ItemLoop;
  /** `const path = join(folder, name)` in front of the read. */
  readonly path?: {
    readonly statement: ts.VariableStatement;
    readonly name: ts.Identifier;
    readonly value: ts.Expression;
  };
  /** The statement of the read. */
  readonly statement: ts.Statement;
}

export type AwaitedReadAnswer =
  | { readonly ok: true; readonly site: AwaitedRead }
  | { readonly ok: false; readonly reason: Reason };

/** Promise functions that only look. */
export const onlyReads: ReadonlySet<string> = new Set(['readFile', 'readdir', 'stat', 'lstat', 'readlink', 'realpath']);

/** Undefined when the call is not one that a loop over a list waits for: there is nothing to say about it then. */
export function awaitedReadOf(read: FileCall, subject: Subject, effects: Effects): AwaitedReadAnswer | undefined {
  const no = (node: ts.Node, message: string, unlock?: string): AwaitedReadAnswer => ({
    ok: false,
    reason: reasonFor(node, 'S6', message, unlock),
  });
  const { call } = read;
  if (!read.isPromise || !onlyReads.has(read.name) || !ts.isAwaitExpression(call.parent)) return undefined;
  const awaited = outermost(call.parent);
  const loop = ts.findAncestor(call, ts.isForOfStatement);
  const counting = ts.findAncestor(call, (node) => ts.isForStatement(node) || ts.isForOfStatement(node));
  if (counting !== undefined && ts.isForStatement(counting) && readsByNumber(call, counting)) {
    const message = 'The loop counts, so which file comes next is not plain.';
    return no(counting, message, 'Write `for (const file of files) { ... }`.');
  }
  if (loop === undefined || loop.awaitModifier !== undefined || isInside(call, loop.expression)) return undefined;
  if (ts.findAncestor(call, ts.isFunctionLike) !== subject.node) return undefined;
  const items = itemLoopOf(loop);
  const body = loop.statement;
  if (items === undefined) {
    return no(loop, 'The loop has no plain variable.', 'Write `for (const file of files) { ... }`.');
  }
  const { item } = items;
  const statements = ts.isBlock(body) ? body.statements : [body];
  const before = awaited.getStart(subject.sourceFile);
  const index = statements.findIndex(({ end }) => end > before);
  const statement = statements[index];
  const path = index === 1 ? pathBefore(statements[0], item, subject) : undefined;
  if (statement === undefined || (index > 0 && path === undefined) || !comesFirst(awaited, statement)) {
    const message = 'Something happens before the read, or decides whether there is one.';
    return no(call, message, 'Read at the start of each round, and do the rest after it.');
  }
  const [file, ...options] = call.arguments;
  const named = path !== undefined && file !== undefined && isNameOf(file, path.name) ? path.value : file;
  if (!isText(item, subject.checker)) {
    const message = `\`${item.text}\` is not known to be a text: an object can name another file when it is asked again.`;
    return no(item, message, 'Say that the list holds texts, as in `@param {string[]} files`.');
  }
  if (named === undefined || !isPlainPath(named, item, subject)) {
    const message = 'Which file is read could change while the loop runs.';
    return no(file ?? call, message, 'Make the path of the item and of constants.');
  }
  // The same file in every round is read once instead.
  if (!mentions(named, item.text)) return undefined;
  if (!options.every(isPlainOption)) return no(call, 'What the options of the read do is not plain.', "Pass 'utf8'.");
  if (!isFreshList(items.list, loop, subject)) {
    const message = 'The list could get other items while the loop runs.';
    return no(items.list, message, 'Go through an array of strings that is complete before the loop.');
  }
  const pause = pausesIn(body, awaited);
  if (pause !== undefined) {
    const message = 'It waits a second time in each round: whether that may come after later reads cannot be told.';
    return no(pause, message, 'Read everything first, and wait for the rest in a second loop.');
  }
  const other = effectsWithin(body, subject, effects, path === undefined ? [call] : [call, path.statement]).find(
    ({ kind }) => touchesFiles.includes(kind) || kind.startsWith('writes-'),
  );
  if (other !== undefined) {
    const message = `It ${other.message} between two reads, and later files would have been read before that.`;
    const unlock = 'Keep what was read, and do the rest in a second loop.';
    return { ok: false, reason: { code: 'S6', message, line: other.line, column: other.column, unlock } };
  }
  return { ok: true, site: { read, awaited, loop, items, statement, ...(path === undefined ? {} : { path }) } };
}

/** `readFile(files[i])` */
function readsByNumber({ arguments: [file] }: ts.CallExpression, { initializer }: ts.ForStatement): boolean {
  if (file === undefined || initializer === undefined || !ts.isVariableDeclarationList(initializer)) return false;
  return initializer.declarations.some(({ name }) => ts.isIdentifier(name) && mentions(file, name.text));
}

function isNameOf(expression: ts.Expression, name: ts.Identifier): boolean {
  return ts.isIdentifier(expression) && expression.text === name.text;
}

function pathBefore(statement: ts.Statement | undefined, item: ts.Identifier, subject: Subject): AwaitedRead['path'] {
  if (statement === undefined || !ts.isVariableStatement(statement)) return undefined;
  const { declarations, flags } = statement.declarationList;
  const [declaration, ...more] = declarations;
  if (declaration === undefined || more.length > 0 || (flags & ts.NodeFlags.Const) === 0) return undefined;
  const { name, initializer } = declaration;
  if (!ts.isIdentifier(name) || initializer === undefined || !isPlainPath(initializer, item, subject)) return undefined;
  return usesOf(name, subject).length > 0 ? { statement, name, value: initializer } : undefined;
}

/** Whether the read is the first thing that a statement does, in any case, so that doing it earlier is no difference. */
function comesFirst(awaited: ts.Expression, statement: ts.Statement): boolean {
  // What is only waited for, and not looked at, is a check.
  if (awaited.parent === statement && ts.isExpressionStatement(statement)) return false;
  for (let node: ts.Node = awaited; node !== statement; node = node.parent) {
    const { parent } = node;
    if (ts.isConditionalExpression(parent) && parent.condition !== node) return false;
    if (
      ts.isBinaryExpression(parent) &&
      parent.left !== node &&
      !isSafeBefore(parent.left, parent.operatorToken.kind)
    ) {
      return false;
    }
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      if (ts.isOptionalChain(parent)) return false;
      const earlier = (parent.arguments ?? []).filter(({ end }) => end <= awaited.pos);
      if (parent.expression !== node && ![parent.expression, ...earlier].every(isQuietName)) return false;
    } else if (ts.isElementAccessExpression(parent) && parent.expression !== node) {
      return false;
    } else if (!isTransparent(parent) && parent !== statement) {
      return false;
    }
  }
  if (ts.isIfStatement(statement)) return isInside(awaited, statement.expression);
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.length === 1;
  return ts.isExpressionStatement(statement);
}

function isTransparent(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isBinaryExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isVariableDeclarationList(node)
  );
}

/** `total += ` and `found[name] = ` only name where the result goes; `a && ` decides whether there is a read. */
function isSafeBefore(left: ts.Expression, operator: ts.SyntaxKind): boolean {
  const isAssignment = operator === ts.SyntaxKind.EqualsToken || operator === ts.SyntaxKind.PlusEqualsToken;
  const isPlain = isAssignment || operator === ts.SyntaxKind.PlusToken;
  return (
    isPlain &&
    (isQuietName(left) ||
      (ts.isElementAccessExpression(left) && isQuietName(left.argumentExpression) && ts.isIdentifier(left.expression)))
  );
}

/** A variable, a literal, a method of a variable: nothing happens when they are looked up. */
function isQuietName(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.questionDotToken === undefined && ts.isIdentifier(node.expression);
  return ts.isIdentifier(node) || ts.isLiteralExpression(node);
}

/** An encoding, written out. */
export function isPlainOption(option: ts.Expression): boolean {
  if (ts.isStringLiteral(option)) return true;
  return (
    ts.isObjectLiteralExpression(option) &&
    option.properties.every(
      (property) =>
        ts.isPropertyAssignment(property) &&
        ts.isIdentifier(property.name) &&
        property.name.text === 'encoding' &&
        ts.isStringLiteral(property.initializer),
    )
  );
}
