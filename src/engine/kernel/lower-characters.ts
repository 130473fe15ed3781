// Texts of at most one character, as their code unit, and the empty one as -1: in that form they compare as in JavaScript, which is all that is
// done with them here. `s[i]`, `s.charAt(i)`, literals, and variables that hold nothing else.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, type Expression, NotAKernel, type Statement } from './kernel-ir.ts';
import { assign, constant, isEqual, read, unless } from './kernel-steps.ts';
import { numberOf } from './lower-operands.ts';

const empty = -1;
const [firstSurrogate, lastSurrogate] = [0xd800, 0xdfff];
/** Longer literals are searched by a loop or a table in engines, not one character after the other. */
const longestSearched = 16;

/** Where there is no such character, the original takes over; undefined when the expression is no character. */
export function characterOf(scope: FunctionLowering, expression: ts.Expression): Expression | undefined {
  const node = bare(expression);
  if (ts.isStringLiteralLike(node) && node.text.length <= 1)
    return constant(node.text === '' ? empty : node.text.charCodeAt(0));
  if (ts.isIdentifier(node)) {
    const local = scope.characterNamed(node);
    return local && read(local);
  }
  return characterAt(scope, node);
}

/** `s[i]` and `s.charAt(i)`. */
function characterAt(scope: FunctionLowering, node: ts.Expression): Expression | undefined {
  if (ts.isElementAccessExpression(node) && node.questionDotToken === undefined) {
    const array = textOf(scope, node.expression);
    return array && { kind: 'read', array, index: numberOf(scope, node.argumentExpression) };
  }
  const call = ts.isCallExpression(node) ? callOfMethod(node) : undefined;
  const array = call?.method === 'charAt' ? textOf(scope, call.receiver) : undefined;
  return array && call?.argument && { kind: 'read', array, index: numberOf(scope, call.argument) };
}

/** A code unit as a number, `s.charCodeAt(i)` or that of a character; where that gives NaN, the original takes over. */
export function codeUnitOf(scope: FunctionLowering, node: ts.CallExpression): Expression | undefined {
  const call = callOfMethod(node);
  if (call?.method !== 'charCodeAt') return undefined;
  const array = textOf(scope, call.receiver);
  if (array !== undefined) return call.argument && { kind: 'read', array, index: numberOf(scope, call.argument) };
  const character = characterOf(scope, call.receiver);
  const isFirst = call.argument === undefined || (ts.isNumericLiteral(call.argument) && call.argument.text === '0');
  if (character === undefined || !isFirst) return undefined;
  if (character.kind !== 'local') return character.kind === 'constant' ? undefined : character;
  const isThere: Expression = { kind: 'compare', operator: '>=', left: character, right: constant(0) };
  return { kind: 'sequence', first: [unless(isThere)], last: character };
}

/** `'aeiou'.includes(c)`, one comparison after the other. */
export function isOneOf(scope: FunctionLowering, node: ts.CallExpression): Expression | undefined {
  const call = callOfMethod(node);
  if (call?.method !== 'includes' || call.argument === undefined) return undefined;
  const searched = bare(call.receiver);
  if (!ts.isStringLiteralLike(searched) || searched.text.length > longestSearched) return undefined;
  const character = characterOf(scope, call.argument);
  if (character === undefined) return undefined;
  const kept = scope.temporary('number');
  // Every text includes the empty one.
  const units = [empty, ...Array.from({ length: searched.text.length }, (_, index) => searched.text.charCodeAt(index))];
  const isFound = units
    .map((unit) => isEqual(read(kept), constant(unit)))
    .reduce((left, right) => ({ kind: 'either', left, right }));
  return { kind: 'sequence', first: [assign(kept, character)], last: isFound };
}

/** `const c = s[i]`; undefined when the variable does not begin as a character. */
export function lowerCharacterDeclaration(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  if (initializer === undefined || !ts.isIdentifier(name)) return undefined;
  const character = characterOf(scope, initializer);
  return character && [assign(scope.declareCharacter(name), character)];
}

/** `c = s[i]` as a statement. */
export function lowerCharacterAssignment(
  scope: FunctionLowering,
  node: ts.Expression,
): readonly Statement[] | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const target = bare(node.left);
  const local = ts.isIdentifier(target) ? scope.characterNamed(target) : undefined;
  if (local === undefined) return undefined;
  const character = characterOf(scope, node.right);
  if (character === undefined) throw new NotAKernel('expression', node.right, node.right.getText());
  return [assign(local, character)];
}

/** What `for (const c of text)` does first in each round: it goes by code points, so texts with surrogates are left to the original. */
export function iteratedCharacter(
  scope: FunctionLowering,
  name: ts.Identifier,
  element: Expression,
): readonly Statement[] {
  const local = scope.declareCharacter(name);
  const isCodePoint: Expression = {
    kind: 'either',
    left: { kind: 'compare', operator: '<', left: read(local), right: constant(firstSurrogate) },
    right: { kind: 'compare', operator: '>', left: read(local), right: constant(lastSurrogate) },
  };
  return [assign(local, element), unless(isCodePoint)];
}

function textOf(scope: FunctionLowering, expression: ts.Expression): ArrayLocal | undefined {
  const receiver = bare(expression);
  const array = scope.held(receiver);
  return array?.kind === 'array' && array.group.isText === true ? array : undefined;
}

/** A method called with at most one argument. */
function callOfMethod(
  node: ts.CallExpression,
):
  | { readonly method: string; readonly receiver: ts.Expression; readonly argument: ts.Expression | undefined }
  | undefined {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return undefined;
  const [argument, ...more] = node.arguments;
  if (
    node.questionDotToken !== undefined ||
    more.length > 0 ||
    (argument !== undefined && ts.isSpreadElement(argument))
  )
    return undefined;
  return { method: callee.name.text, receiver: callee.expression, argument };
}

/** Characters are compared and set to one another; in all else they are texts. */
export function isCharacter(scope: FunctionLowering, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && scope.characterNamed(node) !== undefined;
}
