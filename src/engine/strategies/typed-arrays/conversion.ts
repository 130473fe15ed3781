// What the conversions of one subject share.
import type ts from 'typescript';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import type { Subject } from '../../source/subject.ts';
import type { RewriteText } from './rewrite-text.ts';

export interface ConversionContext {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  /** Takes up the edits. A conversion that gives a reason has written nothing. */
  readonly text: RewriteText;
}
