// Variables that hold a number or nothing: `let best: number | null = null`. Beside the number there is a truth that says whether it is there; where it is read
// and is not, the original takes over.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { globalName } from '../source/ranges/library-facts.ts';
import { scalarKind } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type Expression, type Local, NotAKernel, type Statement, scalarKindOf } from './kernel-ir.ts';
import { assign, read, unless } from './kernel-steps.ts';

/** A number or a truth that may be absent. */
export interface AbsentLocal {
  readonly value: Local;
  readonly isThere: Local;
  /** Which of the two it holds then. */
  readonly absence: 'null' | 'undefined';
}

/** `let best: number | null = null`; undefined for other declarations. */
export function lowerAbsentDeclaration(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  if (!ts.isIdentifier(name) || initializer === undefined) return undefined;
  const given = absenceOf(scope, initializer);
  const type = scope.checker.getTypeAtLocation(name);
  const absence = given === undefined ? undefined : onlyAbsence(type);
  const kind = scalarKind(scope.checker.getNonNullableType(type));
  if (absence === undefined || absence !== given || kind === undefined) return undefined;
  const absent = { value: scope.temporary(kind), isThere: scope.temporary('boolean'), absence };
  scope.addAbsent(name, absent);
  const none: Expression = kind === 'number' ? { kind: 'constant', value: 0 } : { kind: 'truth', value: false };
  return [assign(absent.value, none), assign(absent.isThere, { kind: 'truth', value: false })];
}

function onlyAbsence(type: ts.Type): AbsentLocal['absence'] | undefined {
  const parts = type.isUnion() ? type.types : [];
  const isNull = parts.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);
  const isUndefined = parts.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0);
  if (isNull === isUndefined) return undefined;
  return isNull ? 'null' : 'undefined';
}

function absenceOf(scope: FunctionLowering, expression: ts.Expression): AbsentLocal['absence'] | undefined {
  const node = bare(expression);
  if (node.kind === ts.SyntaxKind.NullKeyword) return 'null';
  const isUndefined = ts.isIdentifier(node) && globalName(node, scope.checker) === 'undefined';
  return isUndefined ? 'undefined' : undefined;
}

function absentNamed(scope: FunctionLowering, expression: ts.Expression): AbsentLocal | undefined {
  const node = bare(expression);
  return ts.isIdentifier(node) ? scope.absentNamed(node) : undefined;
}

/** The number, which has to be there; undefined for other names. */
export function lowerAbsentRead(scope: FunctionLowering, node: ts.Expression): Expression | undefined {
  const absent = absentNamed(scope, node);
  return absent && { kind: 'sequence', first: [unless(read(absent.isThere))], last: read(absent.value) };
}

/** `best = value` and `best = null`, as statements; undefined for other targets. */
export function lowerAbsentAssignment(
  scope: FunctionLowering,
  target: ts.Expression,
  value: ts.Expression,
): readonly Statement[] | undefined {
  const absent = absentNamed(scope, target);
  if (absent === undefined) return undefined;
  const given = absenceOf(scope, value);
  if (given !== undefined) {
    if (given !== absent.absence) throw new NotAKernel('no-value', value, value.getText());
    return [assign(absent.isThere, { kind: 'truth', value: false })];
  }
  const lowered = scope.expression(value);
  if (scalarKindOf(lowered) !== absent.value.kind) throw new NotAKernel('type', value, value.getText());
  return [assign(absent.value, lowered), assign(absent.isThere, { kind: 'truth', value: true })];
}

/** `best === null`, `best != null`; undefined for other comparisons. */
export function lowerAbsentComparison(
  scope: FunctionLowering,
  { left, right, operatorToken: { kind } }: ts.BinaryExpression,
): Expression | undefined {
  const absent = absentNamed(scope, left);
  const given = absenceOf(scope, right);
  if (absent === undefined || given === undefined) return undefined;
  const isLoose = kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken;
  if (!isLoose && given !== absent.absence) return undefined;
  if (kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken)
    return read(absent.isThere);
  const isEquality = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
  return isEquality ? { kind: 'not', operand: read(absent.isThere) } : undefined;
}

/** `best ?? 0`; undefined for other expressions. */
export function lowerAbsentOr(scope: FunctionLowering, node: ts.BinaryExpression): Expression | undefined {
  const absent = absentNamed(scope, node.left);
  if (absent === undefined) return undefined;
  const other = scope.expression(node.right);
  if (scalarKindOf(other) !== absent.value.kind) throw new NotAKernel('type', node, node.getText());
  return { kind: 'choose', condition: read(absent.isThere), whenTrue: read(absent.value), whenFalse: other };
}

/** As a condition: absent is not true. */
export function lowerAbsentTruth(scope: FunctionLowering, node: ts.Expression): Expression | undefined {
  const absent = absentNamed(scope, node);
  if (absent === undefined) return undefined;
  const value = read(absent.value);
  const isTruthy: Expression = absent.value.kind === 'boolean' ? value : { kind: 'isTruthy', operand: value };
  return { kind: 'both', left: read(absent.isThere), right: isTruthy };
}
