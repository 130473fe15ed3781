// What the conversions of one subject share.
import ts from 'typescript';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import type { Subject } from '../../source/subject.ts';
import type { RewriteText } from './rewrite-text.ts';

export interface ConversionContext {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  /** Arrays that are returned stay typed, for callers who take them like that: of doubles, and not copied. */
  readonly givesTyped?: boolean;
  /** Takes up the edits. A conversion that gives a reason has written nothing. */
  readonly text: RewriteText;
}

/** The function's own variables that an expression mentions. */
export function mentionedVariables(node: ts.Node, variables: ConversionContext['variables']): readonly Variable[] {
  const found: Variable[] = [];
  const visit = (child: ts.Node): void => {
    const variable = ts.isIdentifier(child) ? variables.of(child) : undefined;
    if (variable !== undefined && !variable.isFree) found.push(variable);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}
