// `lines.forEach((line) => ...)`, `lines.forEach(function (line) {...})` and `lines.forEach(addLine)` as `for (const line of lines)`: what a function has and
// a loop has not (`this`, `arguments`, `return` from within a loop, `var`) is asked first.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshLocalName, mentions } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { chainCallback } from './chain-callbacks.ts';
import { counterFor, countingBlock, countingInBlock, isUsed } from './line-numbers.ts';
import { usesOf } from './local-uses.ts';
import { edited, type LineLoopForm, rangeOf, type TextEdit } from './loop-form.ts';
import { indentOf } from './text-of-rewrite.ts';

type WrittenOut = ts.ArrowFunction | ts.FunctionExpression;

/** Undefined where the callback means something else in a loop; `whyNotForEach` says what. */
export function forEachForm(
  call: ts.CallExpression,
  loop: ts.ExpressionStatement,
  subject: Subject,
): LineLoopForm | undefined {
  const [given, ...more] = call.arguments;
  if (given === undefined || more.length > 0) return undefined;
  const callback = bare(given);
  if (ts.isIdentifier(callback)) return namedForm(callback, loop, subject);
  return isWrittenOut(callback) ? writtenForm(callback, loop, subject) : undefined;
}

/** Why the lines that `forEach` goes through are no loop; undefined for another call. */
export function whyNotForEach(call: ts.CallExpression, subject: Subject): Reason | undefined {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'forEach') return undefined;
  const [given, self] = call.arguments;
  if (given === undefined || !ts.isExpressionStatement(call.parent)) return undefined;
  const no = (node: ts.Node, message: string, unlock: string): Reason => reasonFor(node, 'S1', message, unlock);
  const callback = bare(given);
  if (!isWrittenOut(callback)) {
    const message = 'What `forEach` calls may use the number of a line or the whole list, or its code is not known.';
    return no(callback, message, 'Call it in a function of one parameter: `(line) => add(line)`.');
  }
  if (callback.modifiers !== undefined) {
    const message = 'Nobody waits for what is begun for each line: all lines are begun before the first one goes on.';
    return no(callback, message, 'Wait for each line in a `for (const line of ...)` loop.');
  }
  const own = callback.asteriskToken ?? ownWord(callback) ?? self;
  if (own !== undefined) {
    const what =
      own === callback.asteriskToken
        ? 'It is a generator'
        : `\`${own.getText(subject.sourceFile)}\` belongs to the function`;
    return no(own, `${what} that \`forEach\` calls, and a loop over lines has none.`, 'Write it as `(line) => ...`.');
  }
  if (callback.parameters.length > 2) {
    return no(callback, 'It asks for the list of lines as a whole.', 'Use the line and its number only.');
  }
  const edits = ts.isBlock(callback.body) ? bodyEdits(callback.body, subject) : [];
  if ('node' in edits) {
    const message = `\`${edits.word}\` means something else in a loop than in the function that \`forEach\` calls.`;
    return no(edits.node, message, edits.unlock);
  }
  return undefined;
}

function isWrittenOut(node: ts.Expression): node is WrittenOut {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** `lines.forEach(add)`, with a function that takes the line alone. */
function namedForm(callback: ts.Identifier, loop: ts.ExpressionStatement, subject: Subject): LineLoopForm | undefined {
  if (chainCallback(callback, { takes: 1, isGivenLines: true }, subject) === undefined) return undefined;
  // Nothing else is said in the loop that another `line` could be meant by.
  const line = callback.text === 'line' ? freshLocalName(subject, 'line') : 'line';
  const after = `) ${callback.text}(${line})${subject.style.semicolons ? ';' : ''}`;
  return { loop, body: callback, before: `for (const ${line} of `, after, skipsFirst: false };
}

/** Only where the callback knows its line and the number of it, and never leaves early from an inner loop. */
function writtenForm(callback: WrittenOut, loop: ts.ExpressionStatement, subject: Subject): LineLoopForm | undefined {
  const { sourceFile } = subject;
  const [line, number, ...others] = callback.parameters;
  if (line === undefined || others.length > 0 || callback.modifiers !== undefined) return undefined;
  if (callback.asteriskToken !== undefined || ownWord(callback) !== undefined) return undefined;
  if (!isPlainParameter(line) || (number !== undefined && !isPlainParameter(number))) return undefined;
  const index = number !== undefined && isUsed(number.name, subject) ? number.name : undefined;
  const uses = index === undefined ? [] : usesOf(index, subject);
  const counter = index && counterFor(index, 0, { body: callback.body, uses }, subject);
  if (index !== undefined && counter === undefined) return undefined;
  const counted = counter === undefined ? {} : { counter };
  const word = usesOf(line.name, subject).some(isWriteTarget) ? 'let' : 'const';
  const before = `for (${word} ${line.name.text} of `;
  const { body } = callback;
  if (!ts.isBlock(body)) {
    const end = subject.style.semicolons ? ';' : '';
    const isBare = ts.isParenthesizedExpression(body) && ts.isBinaryExpression(body.expression);
    const value = `${(isBare ? body.expression : body).getText(sourceFile)}${end}`;
    const after =
      index === undefined || counter === undefined
        ? value
        : countingBlock(value, index.text, counter, { at: loop, subject });
    return { loop, body, before, after: `) ${after}`, skipsFirst: false, ...counted };
  }
  const edits = bodyEdits(body, subject);
  if ('node' in edits) return undefined;
  const counting =
    index !== undefined && counter !== undefined ? [countingInBlock(body, index.text, counter, subject)] : [];
  // The lines of a callback may stand deeper than the statement that they are in.
  const ownIndent = indentAt(body.end - 1, subject.text);
  const block = edited(body, [...edits, ...counting], subject);
  const moved = hasLongText(body) ? block : block.replaceAll(`\n${ownIndent}`, `\n${indentOf(loop, subject)}`);
  return { loop, body, before, after: `) ${moved}`, skipsFirst: false, ...counted };
}

function isPlainParameter(
  parameter: ts.ParameterDeclaration,
): parameter is ts.ParameterDeclaration & { readonly name: ts.Identifier } {
  const { name, initializer, dotDotDotToken } = parameter;
  return ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined;
}

/** `this`, `arguments`, `new.target` or the function's own name, which arrows take from around them. */
function ownWord(callback: WrittenOut): ts.Node | undefined {
  if (ts.isArrowFunction(callback)) return undefined;
  const { name } = callback;
  const visit = (node: ts.Node): ts.Node | undefined => {
    const isOwn =
      node.kind === ts.SyntaxKind.ThisKeyword ||
      ts.isMetaProperty(node) ||
      (ts.isIdentifier(node) && node.text === 'arguments');
    return isOwn ? node : ts.forEachChild(node, visit);
  };
  if (name !== undefined && mentions(callback.body, name.text)) return name;
  const declared = callback.parameters.find((parameter) => parameter.name.getText() === 'this');
  return declared?.name ?? visit(callback.body);
}

interface OtherInLoop {
  readonly node: ts.Node;
  readonly word: string;
  readonly unlock: string;
}

/** `return` as `continue` and `var` as `let` or `const`, or what has no such form. */
function bodyEdits(body: ts.Block, subject: Subject): readonly TextEdit[] | OtherInLoop {
  const edits: TextEdit[] = [];
  const visit = (node: ts.Node, isInLoop: boolean): OtherInLoop | undefined => {
    if (ts.isFunctionLike(node)) return undefined;
    if (ts.isExpressionStatement(node) && node.parent === body && ts.isStringLiteral(node.expression)) {
      return { node, word: node.getText(), unlock: 'Leave it out.' };
    }
    if (ts.isReturnStatement(node)) {
      const unlock = 'Leave lines out by a plain `return`, outside of inner loops.';
      if (isInLoop || !isNothing(node.expression)) return { node, word: 'return', unlock };
      const end = node.getText(subject.sourceFile).endsWith(';') ? ';' : '';
      edits.push({ ...rangeOf(node, subject), text: `continue${end}` });
    }
    if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) {
      const word = blockScopedWord(node, isInLoop, subject);
      if (word === undefined) return { node, word: 'var', unlock: 'Declare it with `let` or `const`.' };
      const start = node.getStart(subject.sourceFile);
      edits.push({ start, end: start + 'var'.length, text: word });
    }
    const isLoop = ts.isIterationStatement(node, false);
    return ts.forEachChild(node, (part) => visit(part, isInLoop || isLoop));
  };
  return visit(body, false) ?? edits;
}

/** What `return` gives to nobody, and nothing happens for. */
function isNothing(value: ts.Expression | undefined): boolean {
  const kinds = [ts.SyntaxKind.NullKeyword, ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword];
  return (
    value === undefined || kinds.includes(value.kind) || ts.isNumericLiteral(value) || value.getText() === 'undefined'
  );
}

/** `let` or `const` for a `var` that is used behind its declaration and in the block or the loop that it stands in; else undefined. */
function blockScopedWord(
  list: ts.VariableDeclarationList,
  isInLoop: boolean,
  subject: Subject,
): 'let' | 'const' | undefined {
  const place = ts.isVariableStatement(list.parent) ? list.parent.parent : list.parent;
  const isEach = ts.isForOfStatement(place) || ts.isForInStatement(place);
  if (!ts.isBlock(place) && !ts.isForStatement(place) && !isEach) return undefined;
  let word: 'let' | 'const' = 'const';
  for (const { name, initializer, end } of list.declarations) {
    if (!ts.isIdentifier(name)) return undefined;
    const symbol = subject.checker.getSymbolAtLocation(name);
    if (symbol?.declarations?.length !== 1) return undefined;
    // Declared anew in each round of an inner loop, it would lose what it held.
    if (initializer === undefined && !isEach && isInLoop) return undefined;
    const from = isEach ? place.statement.pos : end;
    const uses = usesOf(name, subject);
    const isPlain = uses.every(
      (use) => use.pos >= from && use.end <= place.end && !isCalledElsewhere(use, place, isInLoop),
    );
    if (!isPlain) return undefined;
    if ((initializer === undefined && !isEach) || uses.some(isWriteTarget)) word = 'let';
  }
  return word;
}

/** In a declared function, which may be called before it is reached, or in any function that outlives a round of an inner loop. */
function isCalledElsewhere(use: ts.Node, place: ts.Node, isInLoop: boolean): boolean {
  for (let node = use.parent; node !== place; node = node.parent) {
    if (ts.isFunctionDeclaration(node) || (isInLoop && ts.isFunctionLike(node))) return true;
  }
  return false;
}
