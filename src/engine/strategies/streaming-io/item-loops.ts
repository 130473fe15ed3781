// Loops that go through a list, of files or of lines, from the first to the last: `for (const file of files)`, `for (const [i, file] of files.entries())`, and
// `for (let i = 0; i < files.length; i++)` that says no other item than `files[i]`, which is written as one of the first two.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import { countedItems } from './line-loops.ts';

export interface ItemLoop {
  readonly list: ts.Expression;
  readonly item: ts.Identifier;
  /** Holds the number of the item. */
  readonly index?: ts.Identifier;
}

/** Undefined where the variables of the loop are not plain constants. */
export function itemLoopOf({ initializer, expression }: ts.ForOfStatement): ItemLoop | undefined {
  const [declaration] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  if (declaration === undefined || (initializer.flags & ts.NodeFlags.Const) === 0) return undefined;
  const { name } = declaration;
  if (ts.isIdentifier(name)) return { list: expression, item: name };
  if (!ts.isArrayBindingPattern(name) || name.elements.length !== 2) return undefined;
  const [index, item] = name.elements.map((element) =>
    ts.isBindingElement(element) && element.initializer === undefined && element.dotDotDotToken === undefined
      ? element.name
      : undefined,
  );
  const list = listOfEntries(expression);
  if (list === undefined || item === undefined || !ts.isIdentifier(item)) return undefined;
  if (index === undefined || !ts.isIdentifier(index)) return undefined;
  return { list, item, index };
}

/** `files` of `files.entries()` */
function listOfEntries(value: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(value) || value.arguments.length > 0) return undefined;
  const { expression } = value;
  const isEntries = ts.isPropertyAccessExpression(expression) && expression.questionDotToken === undefined;
  return isEntries && expression.name.text === 'entries' ? expression.expression : undefined;
}

/** The subject with a loop that counts written as one through the items, which are called as `wanted`. Undefined where it says more than them and their numbers. */
export function withItemLoop(loop: ts.ForStatement, wanted: string, subject: Subject): Subject | undefined {
  const { condition } = loop;
  const length = condition !== undefined && ts.isBinaryExpression(condition) ? condition.right : undefined;
  const list = length !== undefined && ts.isPropertyAccessExpression(length) ? length.expression : undefined;
  if (list === undefined || !ts.isIdentifier(list)) return undefined;
  const written = countedItems(loop, list, wanted, subject);
  if (written === undefined) return undefined;
  const { text, node, sourceFile } = subject;
  const start = node.getStart(sourceFile);
  const around = text.slice(0, loop.getStart(sourceFile)) + written + text.slice(loop.end);
  return subjectWithText(subject, around, start, node.end + around.length - text.length);
}
