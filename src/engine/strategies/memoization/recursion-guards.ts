// The guard clauses of a recursion on whole numbers, and what they answer.
import ts from 'typescript';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { isCertain, isImpossible, isOnlyBelow, plain } from './arithmetic.ts';
import { type Guard, guardOf } from './recursion-text.ts';

export interface Guarded {
  /** Those that return, in order. */
  readonly guards: readonly Guard[];
  /** What runs when none of them holds. */
  readonly rest: readonly ts.Statement[];
}

/** Clauses that only turn away what is no whole number from 0 on are none of the guards: none of those numbers ever sees them. */
export function guardsOf({ statements }: ts.Block, names: readonly string[], symbols: SymbolFacts): Guarded {
  const guards: Guard[] = [];
  let at = 0;
  for (const statement of statements) {
    if (!turnsOthersAway(statement, names, symbols)) {
      const guard = guardOf(statement);
      if (guard === undefined) break;
      guards.push(guard);
    }
    at += 1;
  }
  return { guards, rest: statements.slice(at) };
}

/** `if (n < 0) throw ...;`, `if (!Number.isInteger(n)) return 0;` */
function turnsOthersAway(statement: ts.Statement, names: readonly string[], symbols: SymbolFacts): boolean {
  if (!ts.isIfStatement(statement) || statement.elseStatement) return false;
  const { expression, thenStatement } = statement;
  const [only, ...more] = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
  if (only === undefined || more.length > 0 || !isNeverWhole(expression, names, symbols)) return false;
  // What is answered below zero is a guard like others.
  const isBelow = names.some((name) => isOnlyBelow(expression, name, 0));
  return ts.isThrowStatement(only) || (ts.isReturnStatement(only) && !isBelow);
}

/** Whether a condition certainly fails when all the parameters are whole numbers from 0 on. */
function isNeverWhole(condition: ts.Expression, names: readonly string[], symbols: SymbolFacts): boolean {
  const inner = plain(condition);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return isNeverWhole(inner.left, names, symbols) && isNeverWhole(inner.right, names, symbols);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken)
    return isLibraryTest(inner.operand, ['isInteger', 'isSafeInteger', 'isFinite'], names, symbols);
  if (ts.isCallExpression(inner)) return isLibraryTest(inner, ['isNaN'], names, symbols);
  return names.some((name) => isOnlyBelow(inner, name, 0));
}

function isLibraryTest(
  node: ts.Expression,
  tests: readonly string[],
  names: readonly string[],
  symbols: SymbolFacts,
): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return false;
  const [argument] = node.arguments;
  const callees = symbols.libraryCallee(node) ?? [];
  return (
    argument !== undefined &&
    ts.isIdentifier(argument) &&
    names.includes(argument.text) &&
    callees.length > 0 &&
    callees.every(([owner, name]) => (owner === 'NumberConstructor' || owner === 'Global') && tests.includes(name))
  );
}

/** What a guard gives for that number, where it is a number itself or the parameter. */
export function answerOf(guards: readonly Guard[], name: string, value: number): string | undefined {
  const values = new Map([[name, value]]);
  for (const { condition, value: answer } of guards) {
    if (isImpossible(condition, values)) continue;
    if (!isCertain(condition, values)) return undefined;
    const given = plain(answer);
    if (ts.isIdentifier(given)) return given.text === name ? String(value) : undefined;
    return ts.isNumericLiteral(given) ? given.getText() : undefined;
  }
  return undefined;
}
