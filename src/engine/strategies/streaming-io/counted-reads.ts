// Loops that count through a list, of files or of lines: what can be done with them where they are written as loops over the items.
import ts from 'typescript';
import { analyzeEffects } from '../../source/effects.ts';
import { type FileCall, fileCallsIn } from '../../source/file-calls.ts';
import type { Subject } from '../../source/subject.ts';
import { candidateOfOriginal } from '../candidate-of-original.ts';
import type { Candidate } from '../strategy.ts';
import { awaitedReadOf } from './awaited-reads.ts';
import { withItemLoop } from './item-loops.ts';
import { lineLoopOf } from './read-lines.ts';
import { rewriteAwaitedReads } from './rewrite-awaited-reads.ts';
import { rewriteLines } from './rewrite-lines.ts';

/** For a read that a loop through files waits for in each round. Undefined where others may not be read meanwhile. */
export function countedReads(read: FileCall, subject: Subject): Candidate | undefined {
  const loop = ts.findAncestor(read.call, ts.isForStatement);
  if (loop === undefined || ts.findAncestor(read.call, ts.isFunctionLike) !== subject.node) return undefined;
  return onItems(read, loop, 'file', subject, (same, written) => {
    const answer = awaitedReadOf(same, written, analyzeEffects(written));
    return answer?.ok === true ? rewriteAwaitedReads(answer.site, written) : undefined;
  });
}

/** For the text of a file whose first line is looked at, and the others in a loop that counts: `for (let i = 1; i < lines.length; i++)`. */
export function countedRows(read: FileCall, subject: Subject): Candidate | undefined {
  const find = (part: ts.Node): ts.ForStatement | undefined => {
    if (ts.isFunctionLike(part)) return undefined;
    return ts.isForStatement(part) && part.pos > read.call.end ? part : ts.forEachChild(part, find);
  };
  const loop = subject.node.body && find(subject.node.body);
  if (loop === undefined) return undefined;
  return onItems(read, loop, 'line', subject, (same, written) => {
    const answer = lineLoopOf(same, written, analyzeEffects(written));
    return answer.ok ? rewriteLines(answer.site, written) : undefined;
  });
}

function onItems(
  read: FileCall,
  loop: ts.ForStatement,
  wanted: string,
  subject: Subject,
  propose: (same: FileCall, written: Subject) => Candidate | undefined,
): Candidate | undefined {
  const written = withItemLoop(loop, wanted, subject);
  const place = fileCallsIn(subject).findIndex(({ call }) => call === read.call);
  const same = written && fileCallsIn(written)[place];
  const candidate = written && same && propose(same, written);
  return candidate && candidateOfOriginal(candidate, written, subject);
}
