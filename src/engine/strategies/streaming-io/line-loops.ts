// The forms in which a list is gone through once, from its first item to its last: `for (const line of lines)`, `lines.forEach((line) => ...)`
// `for (const [i, line] of lines.entries())`, and `for (let i = 0; i < lines.length; i++)` that says no other line than `lines[i]`. All of them become the first.

import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import { wholeLines } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { forEachForm } from './for-each-loops.ts';
import { counterFor, countingBlock, countingInBlock } from './line-numbers.ts';
import { usesOf } from './local-uses.ts';
import { edited, type LineLoopForm, rangeOf, type TextEdit } from './loop-form.ts';

/** Undefined when the list, at this one use of it, is not gone through in order. */
export function singleUseForm(list: ts.Expression, subject: Subject): LineLoopForm | undefined {
  const { parent } = list;
  if (ts.isForOfStatement(parent) && parent.expression === list && parent.awaitModifier === undefined) {
    return forOfForm(parent, subject);
  }
  if (!ts.isPropertyAccessExpression(parent) || !['forEach', 'entries'].includes(parent.name.text)) return undefined;
  const call = parent.parent;
  if (parent.questionDotToken !== undefined || !ts.isCallExpression(call) || call.expression !== parent)
    return undefined;
  if (parent.name.text === 'entries') return entriesForm(call, subject);
  return ts.isExpressionStatement(call.parent) ? forEachForm(call, call.parent, subject) : undefined;
}

function forOfForm(loop: ts.ForOfStatement, { text, sourceFile }: Subject): LineLoopForm {
  return {
    loop,
    body: loop.statement,
    before: text.slice(loop.getStart(sourceFile), loop.expression.getStart(sourceFile)),
    after: text.slice(loop.expression.end, loop.end),
    skipsFirst: false,
  };
}

/** `for (const [i, line] of lines.entries())` */
function entriesForm(call: ts.CallExpression, subject: Subject): LineLoopForm | undefined {
  const loop = call.parent;
  if (!ts.isForOfStatement(loop) || loop.expression !== call || loop.awaitModifier !== undefined) return undefined;
  const { initializer, statement: body } = loop;
  if (!ts.isVariableDeclarationList(initializer) || (initializer.flags & ts.NodeFlags.Const) === 0) return undefined;
  const pattern = initializer.declarations[0]?.name;
  if (pattern === undefined || !ts.isArrayBindingPattern(pattern)) return undefined;
  const [index, line, ...more] = pattern.elements.map(plainName);
  if (index === undefined || line === undefined || more.length > 0) return undefined;
  const counter = counterFor(index, 0, { body, uses: usesOf(index, subject) }, subject);
  if (counter === undefined) return undefined;
  const after = ts.isBlock(body)
    ? edited(body, [countingInBlock(body, index.text, counter, subject)], subject)
    : countingBlock(edited(body, [], subject), index.text, counter, { at: loop, subject });
  return { loop, body, before: `for (const ${line.text} of `, after: `) ${after}`, skipsFirst: false, counter };
}

function plainName(element: ts.ArrayBindingElement): ts.Identifier | undefined {
  if (!ts.isBindingElement(element) || element.initializer !== undefined || element.dotDotDotToken !== undefined)
    return undefined;
  return ts.isIdentifier(element.name) ? element.name : undefined;
}

/** For a list in a variable: a loop that counts from its first or second item to its last. */
export function countedForm(list: ts.Identifier, subject: Subject): LineLoopForm | undefined {
  const [inCondition, ...reads] = usesOf(list, subject);
  const loop = inCondition === undefined ? undefined : ts.findAncestor(inCondition, ts.isForStatement);
  const index = loop === undefined ? undefined : countingVariable(loop, list.text);
  if (loop === undefined || index === undefined || inCondition?.parent.parent !== loop.condition) return undefined;
  const items = reads.map(({ parent }) => parent);
  const isOnlyRead = items.every(
    (item): item is ts.ElementAccessExpression =>
      ts.isElementAccessExpression(item) &&
      item.pos >= loop.statement.pos &&
      item.end <= loop.end &&
      item.questionDotToken === undefined &&
      ts.isIdentifier(item.argumentExpression) &&
      item.argumentExpression.text === index.text &&
      ts.isIdentifier(item.expression) &&
      item.expression.text === list.text &&
      !isWriteTarget(item),
  );
  if (items.length === 0 || !isOnlyRead) return undefined;
  // Twice in the header besides its declaration, and once for each line that is read.
  const uses = usesOf(index, subject);
  const { statement: body } = loop;
  const skipsFirst = (index.parent as ts.VariableDeclaration).initializer?.getText() === '1';
  const inBody = uses.filter(({ pos }) => pos >= body.pos);
  const counter =
    uses.length === items.length + 2
      ? undefined
      : counterFor(index, skipsFirst ? 1 : 0, { body, uses: inBody }, subject);
  const isKnown = items.every((item) => inBody.some((use) => use === item.argumentExpression));
  if (uses.length !== inBody.length + 2 || !isKnown) return undefined;
  if (counter === undefined && inBody.length > items.length) return undefined;
  const { name, edits } = namedItems(body, items, 'line', subject);
  if (counter !== undefined && ts.isBlock(body)) edits.push(countingInBlock(body, index.text, counter, subject));
  const text = edited(body, edits, subject);
  const after =
    counter === undefined || ts.isBlock(body) ? text : countingBlock(text, index.text, counter, { at: loop, subject });
  return {
    loop,
    body,
    before: `for (const ${name} of `,
    after: `) ${after}`,
    skipsFirst,
    ...(counter === undefined ? {} : { counter }),
  };
}

/** The text of a loop that counts through a list from its first or second item on, as one over its items; with their numbers where its body says them. */
export function countedItems(
  loop: ts.ForStatement,
  list: ts.Identifier,
  wanted: string,
  subject: Subject,
): string | undefined {
  const declaration = subject.checker.getSymbolAtLocation(list)?.valueDeclaration;
  const index = countingVariable(loop, list.text);
  if (declaration === undefined || index === undefined) return undefined;
  if (!(ts.isParameter(declaration) || ts.isVariableDeclaration(declaration)) || !ts.isIdentifier(declaration.name))
    return undefined;
  const skipsFirst = (index.parent as ts.VariableDeclaration).initializer?.getText() === '1';
  const { statement: body } = loop;
  const inBody = (use: ts.Node): boolean => use.pos >= body.pos && use.end <= body.end;
  const numbers = usesOf(index, subject).filter(inBody);
  const items = usesOf(declaration.name, subject)
    .filter(inBody)
    .map(({ parent }) => parent);
  const areItems = items.every(
    (item): item is ts.ElementAccessExpression =>
      ts.isElementAccessExpression(item) &&
      item.questionDotToken === undefined &&
      numbers.some((number) => number === item.argumentExpression) &&
      !isWriteTarget(item),
  );
  if (items.length === 0 || !areItems || numbers.some(isWriteTarget)) return undefined;
  const isNumbered = numbers.length > items.length;
  if (skipsFirst && isNumbered) return undefined;
  const { name, edits } = namedItems(body, items, wanted, subject);
  const header = isNumbered
    ? `[${index.text}, ${name}] of ${list.text}.entries()`
    : `${name} of ${list.text}${skipsFirst ? '.slice(1)' : ''}`;
  return `for (const ${header}) ${edited(body, edits, subject)}`;
}

/** What the items of a body that counts are called, as its first statement says or by a name of ours, and the edits that say it. */
function namedItems(
  body: ts.Statement,
  items: readonly ts.ElementAccessExpression[],
  wanted: string,
  subject: Subject,
): { readonly name: string; readonly edits: TextEdit[] } {
  const [first] = ts.isBlock(body) ? body.statements : [];
  const named = first === undefined ? undefined : nameOf(first, items);
  const name = named?.text ?? freshName(subject, wanted);
  const edits: TextEdit[] = items
    .filter((item) => named === undefined || item.pos > named.parent.end)
    .map((item) => ({ ...rangeOf(withMark(item), subject), text: name }));
  if (named !== undefined && first !== undefined) edits.push({ ...wholeLines(first, subject), text: '' });
  return { name, edits };
}

/** `let i = 0; i < lines.length; i++`, or from 1 on. */
function countingVariable(
  { initializer, condition, incrementor }: ts.ForStatement,
  list: string,
): ts.Identifier | undefined {
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return undefined;
  const [declaration, ...more] = initializer.declarations;
  if (declaration === undefined || more.length > 0) return undefined;
  if (!/^[01]$/.test(declaration.initializer?.getText() ?? '')) return undefined;
  if ((initializer.flags & ts.NodeFlags.Let) === 0 || !ts.isIdentifier(declaration.name)) return undefined;
  const { text } = declaration.name;
  const counts = [`${text}++`, `++${text}`, `${text}+=1`].includes(incrementor?.getText().replaceAll(/\s/g, '') ?? '');
  return counts && condition?.getText().replaceAll(/\s/g, '') === `${text}<${list}.length`
    ? declaration.name
    : undefined;
}

/** The name of a first statement `const line = lines[i];`. */
function nameOf(first: ts.Statement, items: readonly ts.Node[]): ts.Identifier | undefined {
  if (!ts.isVariableStatement(first) || (first.declarationList.flags & ts.NodeFlags.Const) === 0) return undefined;
  const [declaration, ...more] = first.declarationList.declarations;
  if (declaration === undefined || more.length > 0 || !ts.isIdentifier(declaration.name)) return undefined;
  const value = declaration.initializer;
  const read = value !== undefined && ts.isNonNullExpression(value) ? value.expression : value;
  return read !== undefined && declaration.type === undefined && items.includes(read) ? declaration.name : undefined;
}

/** With the `!` behind it, which has nothing to say any more. */
function withMark(node: ts.Node): ts.Node {
  return ts.isNonNullExpression(node.parent) ? node.parent : node;
}

/** `break` leaves, and a label names, one loop; two would be needed. */
export function isLeftByName({ loop, body }: LineLoopForm): boolean {
  let isLeft = ts.isLabeledStatement(loop.parent);
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node)) return;
    if (ts.isBreakStatement(node) && node.label === undefined) isLeft = true;
    ts.forEachChild(node, visit);
  };
  visit(body);
  return isLeft;
}
