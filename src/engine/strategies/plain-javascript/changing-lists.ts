// Whether a list, or a key of its elements, may change between two searches of it in one call, and what would change it.
import ts from 'typescript';
import type { Effect, EffectKind, Effects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { bare, isMemberName } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { isWriteOfAnotherMember, membersOf } from './kept-members.ts';
import { type Question, type SearchedList, scopeOf } from './searched-lists.ts';

/** What may change the list, or the keys of its elements, between these searches, as a clause. `path`: how elements give their keys, if at all. */
export function whyItMayChange(
  list: SearchedList,
  searches: readonly ts.Node[],
  { subject, effects }: Pick<Question, 'subject' | 'effects'>,
  path: string,
): string | undefined {
  const { declaration, variable } = list;
  if (declaration === undefined) return 'where it comes from is not known';
  if (variable !== undefined && isGivenAnotherValue(variable)) return 'it is given another value';
  const odd = list.references.find(
    (reference) =>
      reference.parent !== declaration &&
      !isOnlyRead(reference) &&
      !isAskedFirst(reference, list, subject) &&
      !runsAfter(reference, searches, subject.node.body),
  );
  if (odd !== undefined) return `\`${firstWords(odd.parent)}\` may do more than read it`;
  const isHere = ts.isVariableDeclaration(declaration) && variable?.isFree === false;
  // What nobody else gets hold of stays as it is, whatever the function does meanwhile.
  if (isHere && path === '') {
    const handed = list.references.find((reference) => isHandedOver(reference, subject.checker));
    if (handed !== undefined)
      return `\`${firstWords(handed.parent.parent)}\` hands it to a function that may change it`;
    return whyItIsNotItsOwn(list, declaration, subject);
  }
  const members = [...membersOf(path), ...(variable === undefined ? [list.name] : [])];
  const changing = whatChangesKeys(effects, members, subject);
  if (changing !== undefined) return `the function ${changing.message}`;
  if (isLeftInBetween(subject.node)) return 'other code runs where the function waits or yields';
  if (isHere) return whyItIsNotItsOwn(list, declaration, subject);
  if (variable?.isFree === true)
    return ts.isVariableDeclaration(declaration) ? undefined : 'it comes from outside of the function';
  // A field may be declared by a parameter of the constructor.
  if (ts.isParameter(declaration) && variable !== undefined)
    return declaration.parent === subject.node ? undefined : 'it belongs to a callback';
  return variable === undefined && !ts.isAccessor(declaration) ? undefined : 'where it comes from is not known';
}

/** In a later statement of the block in which the list is made: what happens to it there, no search sees. */
export function runsAfter(
  reference: ts.Node,
  searches: readonly ts.Node[],
  block: ts.ConciseBody | undefined,
): boolean {
  if (block === undefined || !ts.isBlock(block)) return false;
  const statement = block.statements.find(({ pos, end }) => pos <= reference.pos && reference.end <= end);
  if (statement === undefined || searches.some(({ end }) => end > statement.pos)) return false;
  // A declared function is known from the beginning.
  for (let outer: ts.Node = reference; outer !== block; outer = outer.parent)
    if (ts.isFunctionDeclaration(outer)) return false;
  return true;
}

function firstWords(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

function isGivenAnotherValue({ declaration, definitions, changesElsewhere, isFree }: Variable): boolean {
  if (!isFree) return definitions.length !== 1 || changesElsewhere;
  return declaration === undefined || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0;
}

function whyItIsNotItsOwn(
  list: SearchedList,
  declaration: ts.VariableDeclaration,
  { node, checker }: Subject,
): string | undefined {
  const block = declaration.parent.parent.parent;
  if (block !== node.body && block !== scopeOf(list, node)) return 'it is made in a part of the function only';
  return isMadeAnew(declaration.initializer, checker) ? undefined : 'other names may stand for the same list';
}

/** An effect that may change a list of somebody else, or one of these members of what is in it. */
export function whatChangesKeys(effects: Effects, members: readonly string[], subject: Subject): Effect | undefined {
  return effects.effects.find(
    (effect) => !leavesLists.has(effect.kind) && !isWriteOfAnotherMember(effect, members, subject),
  );
}

/** What a function does that changes neither a list nor what is in it. */
const leavesLists: ReadonlySet<EffectKind> = new Set([
  'may-throw',
  'reads-mutable-outside',
  'reads-this',
  'nondeterministic',
  'input-output',
]);

/** `if (!list) return`, before anything is read of it. */
function isAskedFirst(reference: ts.Expression, { references, declaration }: SearchedList, subject: Subject): boolean {
  return references
    .filter(({ pos, parent }) => pos <= reference.pos && parent !== declaration)
    .every((earlier) => isAbsenceThatLeaves(earlier, subject));
}

function isAbsenceThatLeaves(reference: ts.Expression, { node }: Subject): boolean {
  let condition: ts.Node = reference.parent;
  const isAsked =
    ts.isPrefixUnaryExpression(condition) ||
    (ts.isBinaryExpression(condition) && /^===?$/.test(condition.operatorToken.getText()));
  while (ts.isParenthesizedExpression(condition.parent)) condition = condition.parent;
  const statement = condition.parent;
  if (!isAsked || !ts.isIfStatement(statement) || statement.expression !== condition) return false;
  const { thenStatement } = statement;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  return (
    statement.parent === node.body && last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last))
  );
}

export function isLeftInBetween(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
  return ts.forEachChild(node, isLeftInBetween) ?? false;
}

const callingMethods: ReadonlySet<string> = new Set([
  ...['map', 'filter', 'some', 'every', 'forEach', 'flatMap', 'reduce', 'reduceRight'],
  ...['find', 'findIndex', 'findLast', 'findLastIndex'],
]);

export const readingMethods: ReadonlySet<string> = new Set([
  ...['includes', 'indexOf', 'join', 'slice', 'at', 'concat', 'map', 'filter', 'some', 'every'],
  ...['find', 'findIndex', 'findLast', 'findLastIndex', 'lastIndexOf', 'forEach', 'flatMap', 'reduce', 'reduceRight'],
]);

export function isOnlyRead(reference: ts.Expression): boolean {
  const { parent } = reference;
  if (ts.isForOfStatement(parent)) return parent.expression === reference;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === reference) {
    if (parent.name.text === 'length') return !isWriteTarget(parent);
    return readingMethods.has(parent.name.text) && ts.isCallExpression(parent.parent) && takesNoArray(parent.parent);
  }
  return (
    ts.isElementAccessExpression(parent) &&
    parent.expression === reference &&
    !isWriteTarget(parent) &&
    !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent)
  );
}

/** `list.forEach(visit)`: the function gets the list itself as its third argument. */
export function isHandedOver(reference: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = reference;
  const call = parent.parent;
  if (!ts.isPropertyAccessExpression(parent) || !ts.isCallExpression(call) || call.expression !== parent) return false;
  if (!callingMethods.has(parent.name.text)) return false;
  const [given] = call.arguments;
  if (given === undefined || ts.isArrowFunction(given) || ts.isFunctionExpression(given)) return false;
  return !/^(Boolean|Number|String)$/.test(globalName(bare(given), checker) ?? '');
}

/** Callbacks that do not get hold of the list itself as their last argument, or only read it. */
function takesNoArray(call: ts.CallExpression): boolean {
  return call.arguments.every((argument) => {
    if (!ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument)) return true;
    const { parameters, body } = argument;
    if (ts.isFunctionExpression(argument) && mentionsArguments(body)) return false;
    if (parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) return false;
    const [, , list, ...more] = parameters;
    return (
      list === undefined || (more.length === 0 && ts.isIdentifier(list.name) && isOnlyReadIn(body, list.name.text))
    );
  });
}

/** The list is in there as well. */
function mentionsArguments(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return node.text === 'arguments' || node.text === 'eval';
  return ts.forEachChild(node, mentionsArguments) ?? false;
}

function isOnlyReadIn(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name && !isMemberName(node)) return isOnlyRead(node);
  return !(ts.forEachChild(node, (child) => !isOnlyReadIn(child, name)) ?? false);
}

const copyingMethods = new Set([
  ...['map', 'filter', 'slice', 'split', 'concat', 'flat', 'flatMap'],
  ...['toSorted', 'toReversed', 'toSpliced', 'with'],
]);

export function isMadeAnew(initializer: ts.Expression | undefined, checker: ts.TypeChecker): boolean {
  const value = initializer && bare(initializer);
  if (value === undefined) return false;
  if (ts.isArrayLiteralExpression(value)) return true;
  if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false;
  if (!isLibrarySymbol(checker.getSymbolAtLocation(value.expression))) return false;
  const { name, expression } = value.expression;
  if (['Object', 'Array'].includes(globalName(bare(expression), checker) ?? ''))
    return ['keys', 'values', 'from', 'of'].includes(name.text);
  // `[...scores].sort(byScore)` is the copy.
  if (['sort', 'reverse', 'fill'].includes(name.text)) return isMadeAnew(expression, checker);
  return copyingMethods.has(name.text);
}
