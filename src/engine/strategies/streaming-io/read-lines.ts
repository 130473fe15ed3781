// Finds the lines of a file that are read whole, split and then gone through once in order. Such a loop never needs more than one line.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { mentions } from '../../source/names.ts';
import { bare, outermost } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { whyNotAlternating } from './chain-callbacks.ts';
import { whyNotForEach } from './for-each-loops.ts';
import { type HeaderLine, headerLineOf, rowsWithoutHeader, toldOfHeader } from './header-line.ts';
import { type Chain, callOf, chainAfter, followedOnce, methodName } from './line-chains.ts';
import { countedForm, isLeftByName, singleUseForm } from './line-loops.ts';
import { type LineSink, sinkOf } from './line-sinks.ts';
import { isText, isUtf8, usesOf } from './local-uses.ts';
import { effectsWithin, pausesIn, touchesFiles } from './loop-effects.ts';
import { type LineLoopForm, wordsOf } from './loop-form.ts';
import { whyNotMoved } from './moved-read.ts';
import { methodCall, type Prepared, preparedText, type SplitAt, splitAt } from './split-text.ts';

export interface LineLoop {
  readonly read: FileCall;
  readonly file: ts.Expression;
  readonly at: SplitAt;
  readonly prepared: Prepared;
  /** Declarations of the text and the lines, which nothing else uses. */
  readonly needless: readonly ts.VariableStatement[];
  readonly chain: Chain;
  /** The first line, where something is told from it. */
  readonly header?: HeaderLine & { readonly told: readonly ts.Statement[] };
  /** A loop through the lines, or one value that comes of them. */
  readonly end:
    | { readonly kind: 'loop'; readonly form: LineLoopForm }
    | { readonly kind: 'sink'; readonly sink: LineSink };
}

export type LineLoopAnswer =
  | { readonly ok: true; readonly site: LineLoop }
  | { readonly ok: false; readonly reason: Reason };

const inOrder = 'Go through the lines once with `for (const line of ...)`, without looking back or ahead.';

const byNumber =
  'Where a line is looked at by itself, count the lines in a variable: `number++` at the start of a `for (const line of ...)` loop.';

/** For a call that reads a file as text. */
export function lineLoopOf(read: FileCall, subject: Subject, effects: Effects): LineLoopAnswer {
  const no = (node: ts.Node, code: string, message: string, unlock?: string): LineLoopAnswer => ({
    ok: false,
    reason: reasonFor(node, code, message, unlock),
  });
  const [file, options] = read.call.arguments;
  if (file === undefined || ts.isSpreadElement(file)) return no(read.call, 'S2', 'Which file it reads is not plain.');
  if (!isText(file, subject.checker)) {
    const unlock = 'Pass the path as a string.';
    return no(file, 'S2', 'The file is not named by a string: what it is cannot be told from the code.', unlock);
  }
  const needless: ts.VariableStatement[] = [];
  const whole = textOf(read, options, subject, needless);
  if (whole === undefined && read.isPromise && awaited(read.call) === undefined) {
    const message = 'It is not awaited where it is called: what becomes of the promise is not followed.';
    const unlock = 'Await it where it is called, or hand what `map` gives to `Promise.all` in a statement of its own.';
    return no(read.call, 'S6', message, unlock);
  }
  if (whole === undefined) {
    const message = 'The file is not read as UTF-8 text: bytes and other encodings are left as they are.';
    return no(read.call, 'S5', message, "Read it with 'utf8'.");
  }
  const text = preparedText(whole, subject, needless);
  if (text.second !== undefined) return no(text.second, 'S1', 'The whole text is used here as well.', inOrder);
  const split = methodCall(text.use, 'split');
  if (split === undefined) {
    const message = 'The whole content is needed at once: it is not split into lines first.';
    return no(
      text.use,
      'S1',
      message,
      'Where the format has one record a line, split it into lines and read them in order.',
    );
  }
  const at = splitAt(split.arguments);
  if (at === undefined) {
    const message =
      'It is split at something else than a line feed or white space, which may lie across two pieces of the file.';
    return no(split, 'S2', message, String.raw`Split at '\n', /\r?\n/ or /\s+/.`);
  }
  const header = headerLineOf(split, subject);
  const below = header ?? rowsWithoutHeader(split, subject);
  const chain = below === undefined ? chainAfter(split, subject, needless) : chainBelow(below, subject, needless);
  if ('code' in chain) return { ok: false, reason: chain };
  const end = chainEnd(chain, split, subject, needless);
  if ('code' in end) return { ok: false, reason: end };
  const place = end.end.kind === 'loop' ? end.end.form.loop : end.end.sink.place.anchor;
  const told = header === undefined ? [] : toldOfHeader(header, place, subject, effects);
  if ('code' in told) return { ok: false, reason: told };
  const top = header === undefined ? {} : { header: { ...header, told } };
  const site = { ...top, read, file, at, prepared: text.prepared, needless, ...end };
  const asText = bare(whole);
  const known = ts.isCallExpression(asText) ? [read.call, asText] : [read.call];
  const reason = whyNotInPieces(site, known, subject, effects);
  return reason === undefined ? { ok: true, site } : { ok: false, reason };
}

/** Of the rows below a header. */
function chainBelow(
  header: Pick<HeaderLine, 'needless' | 'rows' | 'rowsName'>,
  subject: Subject,
  needless: ts.VariableStatement[],
): Chain | Reason {
  needless.push(...header.needless);
  const chain = chainAfter(header.rows, subject, needless);
  if ('code' in chain) return chain;
  if (!chain.skipsFirst) return { ...chain, skipsFirst: true, listName: header.rowsName };
  const message = 'Which lines are left out cannot be told piece by piece.';
  return reasonFor(header.rows, 'S1', message, 'Leave out no more than the first line.');
}

/** The loop or the value that the chain ends in. */
function chainEnd(
  chain: Chain,
  split: ts.CallExpression,
  subject: Subject,
  needless: ts.VariableStatement[],
): Pick<LineLoop, 'chain' | 'end'> | Reason {
  const isPlain = chain.steps.length === 0 && !chain.skipsFirst;
  const counted = chain.second !== undefined && isPlain ? countedLines(split, subject) : undefined;
  if (counted !== undefined) {
    needless.push(counted.declaration);
    const { form } = counted;
    const counting = { ...chain, listName: counted.name, skipsFirst: form.skipsFirst };
    return whyNotLeft(counting, form) ?? { chain: counting, end: { kind: 'loop', form } };
  }
  const form = chain.second === undefined ? singleUseForm(chain.end, subject) : undefined;
  if (form !== undefined && chain.isNumbered === true) return numbersOf({ chain });
  if (form !== undefined) {
    const reason = whyNotAlternating(chain.callbacks, 'other-code') ?? whyNotLeft(chain, form);
    return reason ?? { chain, end: { kind: 'loop', form } };
  }
  const sink = sinkOf(chain, subject);
  if (sink !== undefined) return 'code' in sink ? sink : { chain, end: { kind: 'sink', sink } };
  const each = chain.second === undefined ? callOf(chain.end) : undefined;
  const reason = each === undefined ? undefined : whyNotForEach(each, subject);
  if (reason !== undefined) return reason;
  if (usesNumbers(chain, subject)) return numbersOf({ chain });
  return chain.second === undefined
    ? reasonFor(chain.end, 'S1', 'The list of lines is needed as a whole.', inOrder)
    : reasonFor(chain.second, 'S1', 'The list of lines is used here as well.', inOrder);
}

/** Of lines that are asked for in a way that a loop cannot be written for. */
export function numbersOf({ chain }: Pick<LineLoop, 'chain'>): Reason {
  const message = 'The numbers of the lines are used: a piece of the file does not know how many came before it.';
  return reasonFor(chain.second ?? chain.end, 'S1', message, byNumber);
}

/** `lines.forEach((line, i) => ...)`, or a loop that counts and says more than `lines[i]`, but of no other line. */
function usesNumbers({ end, second }: Chain, subject: Subject): boolean {
  if (second === undefined) {
    const call = callOf(end);
    const callback = call !== undefined && methodName(call) === 'forEach' ? call.arguments[0] : undefined;
    return callback !== undefined && ts.isFunctionLike(callback) && callback.parameters.length > 1;
  }
  const list = subject.checker.getSymbolAtLocation(second)?.valueDeclaration;
  if (list === undefined || !ts.isVariableDeclaration(list) || !ts.isIdentifier(list.name)) return false;
  const uses = usesOf(list.name, subject).map(({ parent }) => parent);
  const items = uses.filter((use) => ts.isElementAccessExpression(use));
  const places = new Set(items.map((item) => item.argumentExpression.getText()));
  const [place] = items.map((item) => item.argumentExpression);
  const isCounted = place !== undefined && ts.isIdentifier(place) && places.size === 1;
  const arePlain = uses.every((use) => (items as readonly ts.Node[]).includes(use) || isLength(use));
  return isCounted && arePlain && !items.some(isWriteTarget);
}

function isLength(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'length' && !isWriteTarget(node);
}

/** A loop over single lines, which `break` needs, has no steps in front of it. */
function whyNotLeft({ steps, skipsFirst }: Chain, form: LineLoopForm): Reason | undefined {
  if (form.counter !== undefined && !ts.isBlock(form.loop.parent)) {
    const message = 'There is no block around the loop in which the lines could be counted, or it has a label.';
    return reasonFor(form.loop, 'S1', message, 'Put braces around it.');
  }
  if (steps.length === 0 && !skipsFirst) return undefined;
  if (!isLeftByName(form)) {
    const isInBlock = ts.isBlock(form.loop.parent) || !skipsFirst;
    return isInBlock
      ? undefined
      : reasonFor(form.loop, 'S1', 'There is no block around the loop.', 'Put braces around it.');
  }
  const message = 'The loop is left by `break` or has a label, and pieces of lines would make it two loops.';
  return reasonFor(form.loop, 'S1', message, 'Leave the function by `return`, or leave lines out by `continue`.');
}

/** What the read is moved past, and what happens between two pieces. `known` are the calls that read, and that make text of what was read. */
function whyNotInPieces(
  { read, file, needless, end, chain, header }: LineLoop,
  known: readonly ts.CallExpression[],
  subject: Subject,
  effects: Effects,
): Reason | undefined {
  const place = end.kind === 'loop' ? end.form.loop : end.sink.place.anchor;
  if (end.kind === 'loop' && wordsOf(end.form.before).some((word) => mentions(file, word))) {
    const message = 'A variable of the loop has the name of the one that holds the path.';
    return reasonFor(file, 'S2', message, 'Rename one of them.');
  }
  if (end.kind === 'loop' && ts.findAncestor(place.parent, ts.isFunctionLike) !== subject.node) {
    const message = 'The loop is in a function inside of this one, whose effects are not told line by line.';
    return reasonFor(place, 'S7', message, 'Benchmark the inner function by itself.');
  }
  const moved = whyNotMoved([...needless, ...(header?.told ?? [])], file, place, subject);
  if (moved !== undefined) return moved;
  const pause = end.kind === 'loop' ? pausesIn(end.form.body) : undefined;
  if (pause !== undefined) {
    const message = 'It waits between two lines, and the file could change meanwhile.';
    return reasonFor(pause, 'S7', message, 'Collect what has to be waited for, and wait after the loop.');
  }
  const parts = [
    ...needless,
    ...(end.kind === 'loop' ? [ts.isExpressionStatement(place) ? end.form.body : place] : [place]),
  ];
  const between = [
    ...parts.flatMap((part) => effectsWithin(part, subject, effects, known)),
    ...chain.callbacks.flatMap((callback) => callback.effects),
  ];
  const files = between.find(({ kind }) => touchesFiles.includes(kind));
  if (files !== undefined) return whileReading(files);
  // A stream lets other code run between two lines.
  const shared = read.isPromise
    ? parts.flatMap((part) => effectsWithin(part, subject, effects, known)).find(({ kind }) => isSeenByOthers(kind))
    : undefined;
  if (shared === undefined) return undefined;
  return {
    code: 'S6',
    message: `It ${shared.message}, and with a stream other code could run between two lines.`,
    line: shared.line,
    column: shared.column,
    unlock: 'Change only local variables in the loop, and the rest after it.',
  };
}

/** `const lines = text.split(...)` that a counting loop goes through. */
function countedLines(split: ts.CallExpression, subject: Subject) {
  const declaration = split.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return undefined;
  const form = countedForm(declaration.name, subject);
  return form === undefined ? undefined : { form, declaration: statement, name: declaration.name.text };
}

function whileReading({ message, line, column }: { message: string; line: number; column: number }): Reason {
  return {
    code: 'S7',
    message: `It ${message} while the file is read, which could change what is read.`,
    line,
    column,
    unlock: 'Do it after the loop.',
  };
}

function isSeenByOthers(kind: string): boolean {
  return ['writes-parameter', 'writes-this', 'writes-outside', 'reads-this', 'reads-mutable-outside'].includes(kind);
}

/** The expression that is the file's whole text: the call, `await` of it, `.toString()` of it. */
export function textOf(
  read: FileCall,
  options: ts.Expression | undefined,
  subject: Subject,
  needless: ts.VariableStatement[],
): ts.Expression | undefined {
  const value = read.isPromise ? awaited(read.call) : read.call;
  if (value === undefined) return undefined;
  if (options !== undefined) return isUtf8(options) ? outermost(value) : undefined;
  const bytes = followedOnce(outermost(value), subject, needless);
  const toText = bytes.second === undefined ? methodCall(bytes.use, 'toString') : undefined;
  if (toText === undefined) return undefined;
  const [encoding] = toText.arguments;
  return encoding === undefined || isUtf8(encoding) ? outermost(toText) : undefined;
}

function awaited(call: ts.CallExpression): ts.Expression | undefined {
  return ts.isAwaitExpression(call.parent) ? call.parent : undefined;
}
