// A loop stands in front of the statement that its chain was a part of. What the statement has read before the chain, `total + load().filter(...)`,
// is then read after it: that is fine unless the chain may have changed it.
import ts from 'typescript';
import { analyzeEffects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { StatementPlace } from '../../source/statement-place.ts';
import type { Subject } from '../../source/subject.ts';
import type { Pipeline } from './pipeline.ts';

/** Whether something that stands before the chain in its statement may have another value after it. */
export function mayChangeWhatStandsBefore(
  { source, hasEffects }: Pipeline,
  { before }: StatementPlace,
  subject: Subject,
  variables: FunctionVariables,
): boolean {
  if (!before.some((node) => mayGetAnotherValue(node, subject, variables))) return false;
  return hasEffects || !isStill(source.kind === 'array' ? source.expression : source.length, subject);
}

function mayGetAnotherValue(given: ts.Expression, subject: Subject, variables: FunctionVariables): boolean {
  const node = bare(given);
  if (ts.isLiteralExpression(node)) return false;
  if (!ts.isIdentifier(node)) {
    const isOfTheLibrary = ts.isPropertyAccessExpression(node) && isFixed(node.expression, subject);
    return !(isOfTheLibrary && isLibrarySymbol(subject.checker.getSymbolAtLocation(node)));
  }
  if (isFixed(node, subject)) return false;
  const variable = variables.of(node);
  return variable === undefined || variable.isFree || variable.definitions.length > 1 || variable.changesElsewhere;
}

/** A constant, a function, a class, an import, or something of the language. */
function isFixed(node: ts.Expression, { checker }: Subject): boolean {
  if (!ts.isIdentifier(node)) return false;
  const symbol = checker.getSymbolAtLocation(node);
  if (isLibrarySymbol(symbol)) return true;
  return (symbol?.declarations ?? []).some(
    (declaration) =>
      ts.isFunctionDeclaration(declaration) ||
      ts.isClassDeclaration(declaration) ||
      ts.isImportSpecifier(declaration) ||
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0,
  );
}

const leaving: ReadonlySet<string> = new Set([
  ...['map', 'filter', 'slice', 'concat', 'flat', 'flatMap', 'toSorted', 'toReversed', 'toSpliced', 'with', 'at'],
  ...['split', 'trim', 'toLowerCase', 'toUpperCase', 'keys', 'values', 'entries', 'from', 'of', 'get', 'has', 'join'],
]);

/** It calls nothing that may change something, and assigns nothing. */
function isStill(expression: ts.Expression, subject: Subject): boolean {
  const { checker } = subject;
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return true;
    if (ts.isExpression(node) && isWriteTarget(node)) return false;
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node) || ts.isTaggedTemplateExpression(node)) return false;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = bare(node.expression);
      const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
      const isLeaving =
        isLibrarySymbol(checker.getSymbolAtLocation(name)) &&
        (!ts.isPropertyAccessExpression(callee) || leaving.has(callee.name.text));
      const given = isLeaving ? (node.arguments ?? []) : [callee];
      if (!isLeaving && functionOf(callee, subject) === 'library') return false;
      if (!given.every((one) => isQuiet(one, subject))) return false;
    }
    return !(ts.forEachChild(node, (child) => !visit(child)) ?? false);
  };
  return visit(expression);
}

/** Not a function, or one that changes nothing. */
function isQuiet(given: ts.Expression, subject: Subject): boolean {
  const called = functionOf(given, subject);
  if (called === undefined) return subject.checker.getTypeAtLocation(given).getCallSignatures().length === 0;
  if (called === 'library') return true;
  return analyzeEffects(subject, called).effects.every(({ kind }) =>
    ['may-throw', 'reads-mutable-outside', 'reads-this'].includes(kind),
  );
}

type Written = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

function functionOf(given: ts.Expression, { checker, sourceFile }: Subject): Written | 'library' | undefined {
  const node = bare(given);
  const symbol = checker.getSymbolAtLocation(node);
  if (isLibrarySymbol(symbol)) return 'library';
  const declaration = symbol?.valueDeclaration;
  const called = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : (declaration ?? node);
  if (called === undefined || called.getSourceFile() !== sourceFile) return undefined;
  const isWritten = ts.isFunctionDeclaration(called) || ts.isArrowFunction(called) || ts.isFunctionExpression(called);
  return isWritten ? called : undefined;
}
