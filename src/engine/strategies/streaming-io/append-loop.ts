// Finds loops that append to one file piece by piece: each call opens, writes and closes it. Pieces can be collected and written together
// as long as nothing looks at the file meanwhile, and what was collected is written even when the loop throws.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import type { FileCall } from '../../source/file-calls.ts';
import type { Subject } from '../../source/subject.ts';
import { isConstantText, isText } from './local-uses.ts';
import { effectsWithin, pausesIn, touchesFiles } from './loop-effects.ts';
import { reasonAt } from './reasons.ts';

export interface AppendLoop {
  readonly append: FileCall;
  readonly statement: ts.ExpressionStatement;
  readonly file: ts.Expression;
  readonly piece: ts.Expression;
  readonly loop: ts.IterationStatement;
}

export type AppendLoopAnswer =
  | { readonly ok: true; readonly site: AppendLoop }
  | { readonly ok: false; readonly reason: Reason };

export function appendLoopOf(append: FileCall, subject: Subject, effects: Effects): AppendLoopAnswer {
  const no = (node: ts.Node, code: string, message: string, unlock?: string): AppendLoopAnswer => ({
    ok: false,
    reason: reasonAt(subject, node, code, message, unlock),
  });
  const { call } = append;
  const [file, piece, ...more] = call.arguments;
  const value = append.isPromise && ts.isAwaitExpression(call.parent) ? call.parent : call;
  const statement = value.parent;
  if (append.isPromise && value === call) {
    const message = 'The promise is not awaited, so the order of what is written is left to chance already.';
    return no(call, 'S7', message, 'Await it.');
  }
  if (file === undefined || piece === undefined || !ts.isExpressionStatement(statement)) {
    return no(call, 'S7', 'What it writes is not plain.');
  }
  const loop = loopAround(statement, subject.node);
  if (loop === undefined) return no(call, 'S0', 'It is written once, not in a loop.');
  if (ts.isForOfStatement(loop) && loop.awaitModifier !== undefined) {
    return no(loop, 'S7', 'The loop waits for its items, and the file is expected to grow meanwhile.');
  }
  if (more.length > 0)
    return no(more[0] ?? call, 'S7', 'Options of the write are not carried over.', 'Leave them out.');
  if (!isConstantText(file, subject) || isDeclaredIn(loop, file, subject)) {
    const message = 'Each piece may go to another file, or the file is not named by a string.';
    return no(file, 'S7', message, 'Keep the path in a constant outside of the loop.');
  }
  if (!isText(piece, subject.checker)) return no(piece, 'S5', 'What it writes is not text.', 'Write strings.');
  if (!endsPlainly(piece)) {
    const message = 'A piece that ends in half of a character would be joined with the next one.';
    return no(piece, 'S5', message, String.raw`End each piece with a line break, as in text + '\n'.`);
  }
  const handler = tryBetween(statement, loop);
  if (handler !== undefined) {
    const message = 'Errors of a single write are caught here; a later write of several pieces would fail elsewhere.';
    return no(handler, 'S7', message, 'Catch errors outside of the loop.');
  }
  const pause = pauseBeside(loop, value);
  if (pause !== undefined) {
    const message = 'It waits inside of the loop, and others may look at the file meanwhile.';
    return no(pause, 'S7', message, 'Collect the pieces first, and write them after the loop.');
  }
  if (!ts.isBlock(regionOf(loop).parent)) {
    return no(loop, 'S7', 'There is no block around the loop to collect the pieces in.', 'Put braces around the loop.');
  }
  const inLoop = effectsWithin(loop, subject, effects, [call]);
  // Should the first write fail, the original would not get to change anything after it.
  const change = inLoop.find(({ kind }) => kind.startsWith('writes-'));
  if (change !== undefined) {
    return {
      ok: false,
      reason: {
        code: 'S7',
        message: `It ${change.message} between two writes, which would still happen when a write fails.`,
        line: change.line,
        column: change.column,
        unlock: 'Change only local variables in the loop.',
      },
    };
  }
  const other = inLoop.find(({ kind }) => touchesFiles.includes(kind));
  if (other !== undefined) {
    return {
      ok: false,
      reason: {
        code: 'S7',
        message: `It ${other.message} between two writes, which could read or move the file.`,
        line: other.line,
        column: other.column,
        unlock: 'Do it before or after the loop.',
      },
    };
  }
  return { ok: true, site: { append, statement, file, piece, loop } };
}

/** The outermost loop around a statement, within the function that the statement is in. */
function loopAround(statement: ts.Statement, subject: ts.Node): ts.IterationStatement | undefined {
  let found: ts.IterationStatement | undefined;
  for (let node: ts.Node = statement.parent; node !== subject.parent; node = node.parent) {
    if (ts.isFunctionLike(node)) return node === subject ? found : undefined;
    if (ts.isIterationStatement(node, false)) found = node;
  }
  return found;
}

/** The loop with its label. */
export function regionOf(loop: ts.IterationStatement): ts.Statement {
  return ts.isLabeledStatement(loop.parent) ? loop.parent : loop;
}

function isDeclaredIn(loop: ts.Node, file: ts.Expression, { checker }: Subject): boolean {
  const declaration = ts.isIdentifier(file) ? checker.getSymbolAtLocation(file)?.valueDeclaration : undefined;
  return declaration !== undefined && declaration.pos >= loop.pos && declaration.end <= loop.end;
}

function tryBetween(statement: ts.Node, loop: ts.Node): ts.Node | undefined {
  for (let node = statement.parent; node !== loop; node = node.parent) if (ts.isTryStatement(node)) return node;
  return undefined;
}

/** A pause of the loop other than for the write itself. */
function pauseBeside(loop: ts.Node, write: ts.Node): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node === write || ts.isFunctionLike(node) || found !== undefined) return;
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(loop);
  return found ?? (ts.isCallExpression(write) ? undefined : pausesInArguments(write));
}

function pausesInArguments(write: ts.Node): ts.Node | undefined {
  return ts.isAwaitExpression(write) && ts.isCallExpression(write.expression)
    ? write.expression.arguments.map(pausesIn).find((node) => node !== undefined)
    : undefined;
}

/** Ends in written-out text whose last character is no half of one, so that no pair comes together across two pieces. */
function endsPlainly(piece: ts.Expression): boolean {
  if (ts.isStringLiteralLike(piece)) return isWholeCharacter(piece.text);
  if (ts.isTemplateExpression(piece)) return isWholeCharacter(piece.templateSpans.at(-1)?.literal.text ?? '');
  return (
    ts.isBinaryExpression(piece) && piece.operatorToken.kind === ts.SyntaxKind.PlusToken && endsPlainly(piece.right)
  );
}

function isWholeCharacter(text: string): boolean {
  return text !== '' && !/[\uD800-\uDFFF]$/.test(text);
}
