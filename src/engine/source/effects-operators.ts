// Binary operators: which of them convert their operands, and assignments.
import ts from 'typescript';
import { convertToPrimitive } from './effects-conversions.ts';
import { runSetter } from './effects-invocations.ts';
import { noRoots, type Roots, union } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { assign } from './effects-writes.ts';
import { throwsForBigIntegers } from './throwing-builtins.ts';

export function evaluateBinary(state: WalkState, node: ts.BinaryExpression): Roots {
  const operator = node.operatorToken.kind;
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment)
    return evaluateAssignment(state, node);
  const left = state.evaluate(node.left);
  const right = state.evaluate(node.right);
  switch (operator) {
    case ts.SyntaxKind.CommaToken:
      return right;
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return union(left, right);
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return noRoots;
    case ts.SyntaxKind.InKeyword:
      convertToPrimitive(state, node.left, left);
      return noRoots;
    case ts.SyntaxKind.InstanceOfKeyword:
      checkInstanceOf(state, node, right);
      return noRoots;
    default: {
      // `x == null` converts nothing.
      const isEquality =
        operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
      if (isEquality && (isNullish(node.left) || isNullish(node.right))) return noRoots;
      convertToPrimitive(state, node.left, left);
      convertToPrimitive(state, node.right, right);
      emitThrowing(state, node);
      return noRoots;
    }
  }
}

function emitThrowing(state: WalkState, node: ts.BinaryExpression): void {
  const { left, operatorToken, right } = node;
  if (throwsForBigIntegers(operatorToken.kind, state.facts.symbols.typeOf(left), right))
    state.emit('may-throw', node, 'may throw');
}

function isNullish(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** A class may decide itself what its instances are. */
function checkInstanceOf(state: WalkState, node: ts.BinaryExpression, right: Roots): void {
  const isKnown = [...right].every((root) => root.startsWith('global:') || state.facts.unitOf(root) !== undefined);
  const hook = state.facts.symbols
    .typeOf(node.right)
    .getProperties()
    .find((property) => property.name.startsWith('__@hasInstance'));
  const isOwnHook = hook !== undefined && !state.facts.symbols.isLibrarySymbol(hook);
  if (!isKnown || isOwnHook) state.emit('unknown-call', node, `tests \`${textOf(node)}\`, which may run code`);
}

function evaluateAssignment(state: WalkState, node: ts.BinaryExpression): Roots {
  const operator = node.operatorToken.kind;
  const right = state.evaluate(node.right);
  if (operator === ts.SyntaxKind.EqualsToken) {
    assign(state, node.left, right, runSetter);
    return right;
  }
  const left = state.evaluate(node.left);
  const isLogical =
    operator === ts.SyntaxKind.AmpersandAmpersandEqualsToken ||
    operator === ts.SyntaxKind.BarBarEqualsToken ||
    operator === ts.SyntaxKind.QuestionQuestionEqualsToken;
  if (!isLogical) {
    convertToPrimitive(state, node.left, left);
    convertToPrimitive(state, node.right, right);
    emitThrowing(state, node);
  }
  const value = isLogical ? union(left, right) : noRoots;
  assign(state, node.left, value, runSetter);
  return value;
}
