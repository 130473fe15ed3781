// What one shape of the strategy answers, and reasons with their place.
import type ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { positionAt } from '../../source/parse-source.ts';
import type { Candidate } from '../strategy.ts';

export type ShapeProposal =
  | {
      readonly kind: 'candidates';
      readonly candidates: readonly [Candidate, ...Candidate[]];
      /** It stands in a loop of the subject, so one call hands over again and again. */
      readonly isRepeated?: boolean;
    }
  | { readonly kind: 'declined'; readonly reasons: readonly Reason[] };

export function against(...reasons: Reason[]): ShapeProposal {
  return { kind: 'declined', reasons };
}

/** A reason at a node; nodes of other files keep no line, since lines are of the subject's file. */
export function reasonAt(node: ts.Node, subjectFile: string, code: string, message: string, unlock?: string): Reason {
  const sourceFile = node.getSourceFile();
  const place = sourceFile.fileName === subjectFile ? positionAt(sourceFile, node.getStart(sourceFile)) : {};
  return { code, message, ...place, ...(unlock === undefined ? {} : { unlock }) };
}
