// `for (const value of values)` over an array that keeps its place: by index it goes through the same elements.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import { areFixed } from '../../source/loops/counted-loop.ts';
import { indentAt, type LoopNames } from '../../source/loops/loop-text.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { typedArrayName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';

export interface IteratedArray {
  readonly node: ts.ForOfStatement;
  readonly array: ts.Identifier;
  readonly declaration: ts.VariableDeclarationList;
}

export function readIteratedArray(
  node: ts.Node,
  variables: FunctionVariables,
  checker: ts.TypeChecker,
): IteratedArray | undefined {
  if (!ts.isForOfStatement(node) || node.awaitModifier !== undefined) return undefined;
  const { initializer, expression } = node;
  if (!ts.isVariableDeclarationList(initializer) || !isConstOrLet(initializer) || !ts.isIdentifier(expression))
    return undefined;
  const type = checker.getTypeAtLocation(expression);
  const isArray = checker.isArrayType(type) || typedArrayName(type) !== undefined;
  return isArray && areFixed(expression, node, variables)
    ? { node, array: expression, declaration: initializer }
    : undefined;
}

function isConstOrLet({ flags }: ts.VariableDeclarationList): boolean {
  const isBlockScoped = (flags & ts.NodeFlags.BlockScoped) !== 0;
  return isBlockScoped && (flags & ts.NodeFlags.Using) === 0;
}

/** Writes the loop by index, with the elements under their names as before. Gives the index. */
export function iterateByIndex(
  { node, array, declaration }: IteratedArray,
  { subject, names, file }: { readonly subject: Subject; readonly names: LoopNames; readonly file: FileEdit },
): string {
  const { indent, semicolons, eol } = subject.style;
  const index = names.fresh('i');
  const name = array.text;
  const [variable] = declaration.declarations;
  const keyword = (declaration.flags & ts.NodeFlags.Const) !== 0 ? 'const' : 'let';
  const element = `${keyword} ${variable?.name.getText() ?? ''} = ${name}[${index}]${uncheckedMark(subject)}${semicolons ? ';' : ''}`;
  const { statement } = node;
  const head = `for (let ${index} = 0; ${index} < ${name}.length; ${index}++)`;
  file.replace({ start: node.getStart(), end: statement.getStart() }, `${head} `);
  const outer = file.indentOf(node);
  if (ts.isBlock(statement)) {
    const [first] = statement.statements;
    if (first !== undefined && file.indentOf(first) !== indentAt(subject.text, first.getStart()))
      file.insertLinesBefore(first, element);
    else file.insert(statement.getStart() + 1, `${eol}${outer}${indent}${element}`);
    return index;
  }
  file.insert(statement.getStart(), `{${eol}${outer}${indent}${element}${eol}${outer}${indent}`);
  file.insert(statement.end, `${eol}${outer}}`);
  return index;
}
