// Why files are read or written as they are: the strategy's own codes (S0-S9) beside the common ones.
import type ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Subject } from '../../source/subject.ts';

export function reasonAt(subject: Subject, node: ts.Node, code: string, message: string, unlock?: string): Reason {
  const { line, character } = subject.sourceFile.getLineAndCharacterOfPosition(node.getStart(subject.sourceFile));
  return { code, message, line: line + 1, column: character + 1, ...(unlock === undefined ? {} : { unlock }) };
}
