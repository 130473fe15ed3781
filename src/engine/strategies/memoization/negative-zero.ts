// A Map cannot tell -0 from 0. Whether the function can: follows each number from the parameter to where it is used, as long as only the
// sign of a zero may differ. Conservative: a use that is not understood tells them apart.
import ts from 'typescript';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import type { KeyPart } from './cache-keys.ts';
import { holdsForZero, numberOf } from './zero-guards.ts';
import { useByLibrary } from './zero-in-library.ts';

export interface ZeroQuestion {
  readonly keys: readonly KeyPart[];
  readonly guards: readonly (ts.IfStatement | ts.VariableStatement)[];
  /** Its condition and first value become a guard clause. */
  readonly split: ts.ConditionalExpression | undefined;
  readonly rest: readonly ts.Node[];
  readonly subjectSymbol: ts.Symbol | undefined;
  readonly symbols: SymbolFacts;
}

/** The keys whose zeros must not be remembered. */
export function zeroSensitiveKeys(question: ZeroQuestion): readonly KeyPart[] {
  const conditions = question.guards.filter(ts.isIfStatement).map((guard) => guard.expression);
  if (question.split) conditions.push(question.split.condition);
  const candidates = question.keys.filter(
    ({ kinds, read }) => kinds.has('number') && !conditions.some((condition) => holdsForZero(condition, read)),
  );
  const insensitive = insensitiveKeys(question);
  // Constants between the guards carry what they are made of into the rest.
  const rest = [...question.guards.filter(ts.isVariableStatement), ...question.rest];
  return candidates.filter((key) => isSensitive(key, insensitive, { ...question, rest }));
}

/**
 * Those whose zeros a whole call cannot tell apart, the guards in front included: recursion passes one parameter into another, and its guards
 * answer as well. Assumes that none is sensitive, and drops those that prove to be, until nothing changes.
 */
function insensitiveKeys(question: ZeroQuestion): ReadonlySet<KeyPart> {
  const { guards, split, rest } = question;
  const whole = { ...question, rest: [...guards, ...(split ? [split.condition, split.whenTrue] : []), ...rest] };
  let insensitive = new Set(question.keys);
  for (;;) {
    const next = new Set([...insensitive].filter((key) => !isSensitive(key, insensitive, whole)));
    if (next.size === insensitive.size) return insensitive;
    insensitive = next;
  }
}

function isSensitive({ variable, field }: KeyPart, insensitive: ReadonlySet<KeyPart>, question: ZeroQuestion): boolean {
  if (field?.isReadElsewhere) return true;
  const followed = new Set<ts.Declaration>(field ? [] : [variable]);
  for (const use of field?.uses ?? []) {
    if (!question.rest.some((node) => node.pos <= use.pos && use.end <= node.end)) continue;
    const next = ts.isBindingElement(use) ? use : useOf(use, insensitive, question);
    if (next === 'sensitive') return true;
    if (next !== 'harmless') followed.add(next);
  }
  // The set grows while it is iterated: variables that a value flows into are followed in turn.
  for (const declaration of followed) {
    for (const reference of referencesIn(question, declaration)) {
      const use = useOf(reference, insensitive, question);
      if (use === 'sensitive') return true;
      if (use !== 'harmless') followed.add(use);
    }
  }
  return false;
}

function referencesIn({ rest, symbols }: ZeroQuestion, declaration: ts.Declaration): readonly ts.Identifier[] {
  const name = ts.getNameOfDeclaration(declaration);
  if (name === undefined || !ts.isIdentifier(name)) return [];
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name && means(node, declaration, symbols.checker))
      found.push(node);
    ts.forEachChild(node, visit);
  };
  rest.forEach(visit);
  return found;
}

function means(node: ts.Identifier, declaration: ts.Declaration, checker: ts.TypeChecker): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol?.valueDeclaration === declaration;
}

type Use = 'harmless' | 'sensitive' | ts.Declaration;

/** What becomes of a value of which only the sign of a zero is uncertain. */
function useOf(node: ts.Expression, insensitive: ReadonlySet<KeyPart>, question: ZeroQuestion): Use {
  const { parent } = node;
  const outer = (): Use => useOf(parent as ts.Expression, insensitive, question);
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent)
  ) {
    return outer();
  }
  if (ts.isBinaryExpression(parent)) return useInBinary(node, parent, outer, question);
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? 'harmless' : outer();
  if (ts.isPrefixUnaryExpression(parent)) {
    const keepsZero = parent.operator === ts.SyntaxKind.MinusToken || parent.operator === ts.SyntaxKind.PlusToken;
    // `++n` and `~n` give the same for both zeros.
    return keepsZero ? outer() : 'harmless';
  }
  if (ts.isPostfixUnaryExpression(parent))
    return ts.isExpressionStatement(parent.parent) || ts.isForStatement(parent.parent) ? 'harmless' : outer();
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node ? 'harmless' : 'sensitive';
  if (ts.isTemplateSpan(parent)) return ts.isTaggedTemplateExpression(parent.parent.parent) ? 'sensitive' : 'harmless';
  if (ts.isTypeOfExpression(parent) || ts.isExpressionStatement(parent)) return 'harmless';
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent) || ts.isForStatement(parent))
    return 'harmless';
  if (ts.isSwitchStatement(parent) || ts.isCaseClause(parent)) return 'harmless';
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) ? parent : 'sensitive';
  if (ts.isCallExpression(parent)) return useAsArgument(node, parent, outer, insensitive, question);
  if (ts.isPropertyAccessExpression(parent)) return isPlainMethod(parent) ? 'harmless' : 'sensitive';
  return 'sensitive';
}

/** `n.toString()`, `n.toFixed(2)` print both zeros alike. */
function isPlainMethod(access: ts.PropertyAccessExpression): boolean {
  return (
    ['toString', 'toFixed', 'toPrecision', 'toExponential'].includes(access.name.text) &&
    ts.isCallExpression(access.parent)
  );
}

function useInBinary(
  node: ts.Expression,
  parent: ts.BinaryExpression,
  outer: () => Use,
  { symbols: { checker } }: ZeroQuestion,
): Use {
  const { left, right, operatorToken } = parent;
  const other = left === node ? right : left;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken: {
      const isText = (checker.getTypeAtLocation(other).flags & ts.TypeFlags.StringLike) !== 0;
      return isText || isNonZero(other) || isLength(other, checker) ? 'harmless' : outer();
    }
    case ts.SyntaxKind.MinusToken:
      return isNonZero(other) || (right === node && isLength(other, checker)) ? 'harmless' : outer();
    case ts.SyntaxKind.AsteriskToken:
      return outer();
    case ts.SyntaxKind.PercentToken:
      return left === node ? outer() : 'harmless';
    case ts.SyntaxKind.SlashToken:
      return left === node ? outer() : 'sensitive';
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return outer();
    case ts.SyntaxKind.CommaToken:
      return left === node ? 'harmless' : outer();
    case ts.SyntaxKind.EqualsToken:
      return left === node ? 'harmless' : assignedTo(left, checker);
    case ts.SyntaxKind.PlusEqualsToken:
    case ts.SyntaxKind.MinusEqualsToken:
    case ts.SyntaxKind.AsteriskEqualsToken:
      return left === node ? ownUpdate(parent, outer) : assignedTo(left, checker);
    case ts.SyntaxKind.PercentEqualsToken:
      return left === node ? ownUpdate(parent, outer) : 'harmless';
    case ts.SyntaxKind.SlashEqualsToken:
      return left === node ? ownUpdate(parent, outer) : 'sensitive';
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.AmpersandToken:
    case ts.SyntaxKind.BarToken:
    case ts.SyntaxKind.CaretToken:
    case ts.SyntaxKind.LessThanLessThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return 'harmless';
    default:
      return 'sensitive';
  }
}

function isNonZero(node: ts.Expression): boolean {
  const value = numberOf(node);
  return value !== undefined && value !== 0;
}

/** `text.length` is never -0: either zero is lost beside it in a sum, and behind it in a difference. */
function isLength(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'length') return false;
  const type = checker.getTypeAtLocation(node.expression);
  return checker.isArrayType(type) || checker.isTupleType(type) || (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** `n += x`: what `n` is afterwards is followed anyway, what the expression gives is used where it stands. */
function ownUpdate(assignment: ts.BinaryExpression, outer: () => Use): Use {
  return ts.isExpressionStatement(assignment.parent) || ts.isForStatement(assignment.parent) ? 'harmless' : outer();
}

/** The assigned variable carries the value on; the value of the assignment itself is a read of the variable. */
function assignedTo(target: ts.Expression, checker: ts.TypeChecker): Use {
  if (!ts.isIdentifier(target)) return 'sensitive';
  const isStatement = ts.isExpressionStatement(target.parent.parent) || ts.isForStatement(target.parent.parent);
  return isStatement ? (checker.getSymbolAtLocation(target)?.valueDeclaration ?? 'sensitive') : 'sensitive';
}

function useAsArgument(
  node: ts.Expression,
  call: ts.CallExpression,
  outer: () => Use,
  insensitive: ReadonlySet<KeyPart>,
  { symbols, keys, subjectSymbol }: ZeroQuestion,
): Use {
  const callee = call.expression;
  const index = call.arguments.indexOf(node);
  if (index < 0) return 'sensitive';
  const symbol = symbols.checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  if (symbol !== undefined && symbol === subjectSymbol) {
    const target = keys.find((key) => key.index === index && ts.isParameter(key.variable) && !key.field);
    return target !== undefined && insensitive.has(target) ? 'harmless' : 'sensitive';
  }
  const uses = (symbols.libraryCallee(call) ?? []).map(([owner, name]) => useByLibrary(owner, name, index));
  const [use] = uses;
  if (use === undefined || uses.some((other) => other !== use)) return 'sensitive';
  return use === 'keeps' ? outer() : use;
}
