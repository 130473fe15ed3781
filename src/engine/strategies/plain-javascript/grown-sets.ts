// `if (!seen.includes(x)) seen.push(x)`: a list that is searched while it grows gets a Set that grows with it. Both compare in the same way, so the
// list holds what it held, in its order; -0 stays -0 in the list, which a Set alone would not keep.

import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { bare, enclosingFunction } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import { isFreshLiteral } from './accumulators.ts';
import { isOnlyRead } from './changing-lists.ts';
import { byList, type Question, type RepeatedCall, repeatedCalls, whenItRuns } from './searched-lists.ts';

export interface GrownSet {
  readonly list: Variable;
  readonly name: string;
  readonly declared: ts.VariableStatement;
  readonly declaration: string;
  /** `seen.includes` at each place, to become `seenSet.has`. */
  readonly callees: readonly ts.PropertyAccessExpression[];
  readonly pushes: readonly { readonly statement: ts.ExpressionStatement; readonly also: string }[];
}

export function findGrownSets(question: Question): readonly GrownSet[] {
  const calls = byList(repeatedCalls(question, new Set(['includes'])));
  return [...calls].flatMap(([{ variable }, asked]) =>
    variable === undefined ? [] : (grownSet(variable, asked, question) ?? []),
  );
}

function grownSet(list: Variable, calls: readonly RepeatedCall[], { subject, names }: Question): GrownSet | undefined {
  const { declaration } = list;
  if (list.isFree || list.definitions.length !== 1 || declaration === undefined) return undefined;
  if (list.references.some((reference) => whenItRuns(reference, subject.node, subject.checker) === 'later'))
    return undefined;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  const declared = declaration.parent.parent;
  const initial = bare(declaration.initializer);
  if (!ts.isVariableStatement(declared) || declared.declarationList.declarations.length > 1) return undefined;
  if (!ts.isArrayLiteralExpression(initial) || !isFreshLiteral(initial) || !ts.isBlock(declared.parent))
    return undefined;
  const pushed: ts.CallExpression[] = [];
  for (const reference of list.references) {
    if (reference === declaration.name || isGivenBack(reference, declaration)) continue;
    const push = pushOn(reference);
    if (push === undefined && !isOnlyRead(reference)) return undefined;
    if (push !== undefined) pushed.push(push);
  }
  if (pushed.length === 0 || !pushed.every(({ arguments: values }) => values.length === 1 && values.every(isSimple)))
    return undefined;
  const end = subject.style.semicolons ? ';' : '';
  const name = names.fresh(`${list.name}Set`);
  const type = subject.style.isTypeScript ? `<(typeof ${list.name})[number]>` : '';
  const written = elementText(declaration);
  const isEmpty = initial.elements.length === 0;
  return {
    list,
    name,
    declared,
    declaration: `const ${name} = new Set${isEmpty ? (written ?? type) : ''}(${isEmpty ? '' : list.name})${end}`,
    callees: calls.map(({ callee }) => callee),
    pushes: pushed.map((call) => ({
      statement: call.parent as ts.ExpressionStatement,
      also: `${name}.add(${call.arguments[0]?.getText() ?? ''})${end}`,
    })),
  };
}

/** `<string>` of `const seen: string[] = []`. */
function elementText({ type }: ts.VariableDeclaration): string | undefined {
  return type !== undefined && ts.isArrayTypeNode(type) ? `<${type.elementType.getText()}>` : undefined;
}

function pushOn(reference: ts.Identifier): ts.CallExpression | undefined {
  const member = reference.parent;
  if (!ts.isPropertyAccessExpression(member) || member.expression !== reference || member.name.text !== 'push')
    return undefined;
  const call = member.parent;
  const isPush = ts.isCallExpression(call) && call.expression === member && call.questionDotToken === undefined;
  return isPush && member.questionDotToken === undefined && ts.isExpressionStatement(call.parent) ? call : undefined;
}

/** Given back by the function that made it, when nothing more is asked; a callback that gives it back hands it to somebody meanwhile. */
function isGivenBack(reference: ts.Identifier, declaration: ts.Declaration): boolean {
  return ts.isReturnStatement(reference.parent) && enclosingFunction(reference) === enclosingFunction(declaration);
}

/** May be written twice. */
function isSimple(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node);
}

export function growAlong(set: GrownSet, file: FileEdit, indent: string): void {
  file.insertLinesAfter(set.declared, set.declaration);
  for (const callee of set.callees) file.replace(callee, `${set.name}.has`);
  for (const { statement, also } of set.pushes) {
    if (ts.isBlock(statement.parent)) file.insertLinesAfter(statement, also);
    else {
      const outer = lineIndent(statement.parent);
      file.replace(statement, `{\n${outer}${indent}${statement.getText()}\n${outer}${indent}${also}\n${outer}}`);
    }
  }
}

function lineIndent(node: ts.Node): string {
  const { text } = node.getSourceFile();
  const start = text.lastIndexOf('\n', node.getStart() - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}
