// The streaming strategy: lines of a file read one after the other instead of all at once, and pieces appended together instead of one by
// one. It gains memory more often than time; both are measured.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { analyzeEffects } from '../../source/effects.ts';
import { type FileCall, fileCallsIn } from '../../source/file-calls.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { candidateOfOriginal } from '../candidate-of-original.ts';
import { type Candidate, declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { withObservedTypes } from '../with-observed-types.ts';
import { appendLoopOf } from './append-loop.ts';
import { awaitedReadOf } from './awaited-reads.ts';
import { blockingReadsOf } from './blocking-reads.ts';
import { commaFieldsIn } from './comma-fields.ts';
import { countedReads, countedRows } from './counted-reads.ts';
import { csvRows } from './csv-rows.ts';
import { firstLinesOf } from './first-lines.ts';
import { jsonCopy } from './json-copy.ts';
import { roundTripsIn, whyNoCopy } from './json-round-trip.ts';
import { literalCopies } from './literal-copy.ts';
import { lineLoopOf, numbersOf } from './read-lines.ts';
import { readsAtOnce } from './reads-at-once.ts';
import { readsTogether, whyNotTogether } from './reads-together.ts';
import { readOnce, rereadReason } from './repeated-read.ts';
import { rewriteAppends } from './rewrite-appends.ts';
import { rewriteAwaitedReads } from './rewrite-awaited-reads.ts';
import { rewriteBlockingReads } from './rewrite-blocking-reads.ts';
import { rewriteFirstLines } from './rewrite-first-lines.ts';
import { rewriteLines } from './rewrite-lines.ts';
import { withAwaits } from './then-chain.ts';

export const streamingIo: Strategy = withObservedTypes({
  id: 'streaming-io',
  title: 'Streaming I/O',
  folklore: 'constant memory, 2-10x on many small writes',
  whenNotToUse: 'Files that fit in memory many times over: reading them whole is as fast, and simpler.',
  propose: proposeStreaming,
});

const readsText = new Set(['readFileSync', 'readFile']);
const appends = new Set(['appendFileSync', 'appendFile', 'writeSync']);

function proposeStreaming(context: StrategyContext): Proposal {
  const { subject, effects } = context;
  const calls = fileCallsIn(subject);
  const awaiting = calls.length === 0 ? undefined : proposeWithAwaits(context);
  if (awaiting !== undefined) return awaiting;
  const together = readsTogether(subject, effects);
  const besides = [...(together ? [together] : []), ...copiesIn(subject)];
  const [beside, ...others] = besides;
  if (calls.length === 0 && beside !== undefined) return { kind: 'candidates', candidates: [beside, ...others] };
  if (calls.length === 0)
    return declined(
      whyNoCopy(subject) ??
        whyPromisified(subject) ??
        whyNotTogether(subject) ?? { code: 'S0', message: 'It reads and writes no files.' },
    );
  const reasons: Reason[] = [];
  const candidates: Candidate[] = [];
  const parsed: Candidate[] = [];
  for (const file of calls) {
    const awaited = awaitedReadOf(file, subject, effects);
    const fewer =
      readsAtOnce(file, subject, effects) ?? (awaited?.ok === false ? countedReads(file, subject) : undefined);
    if (fewer !== undefined) candidates.push(fewer);
    else if (isOf(readsText, file)) {
      const csv = csvRows(file, subject);
      if (csv !== undefined) parsed.push(csv);
      const first = firstLinesOf(file, subject);
      const answer = lineLoopOf(file, subject, effects);
      const lines = first === undefined && answer.ok ? rewriteLines(answer.site, subject) : undefined;
      const rows = lines === undefined && first === undefined ? countedRows(file, subject) : undefined;
      if (first !== undefined) candidates.push(readOnce(file, subject, effects) ?? rewriteFirstLines(first, subject));
      else if (lines !== undefined) candidates.push(lines);
      else if (rows !== undefined) candidates.push(rows);
      else if (answer.ok) reasons.push(numbersOf(answer.site));
      else if (awaited?.ok === true) candidates.push(rewriteAwaitedReads(awaited.site, subject));
      else {
        const once = readOnce(file, subject, effects);
        if (once !== undefined) candidates.push(once);
        else reasons.push(awaited?.reason ?? rereadReason(file, subject) ?? answer.reason);
      }
    } else if (awaited !== undefined) {
      if (awaited.ok) candidates.push(rewriteAwaitedReads(awaited.site, subject));
      else reasons.push(awaited.reason);
    } else if (isOf(appends, file)) {
      const answer = appendLoopOf(file, calls, subject, effects);
      if (answer.ok) candidates.push(rewriteAppends(answer.site, subject));
      else reasons.push(answer.reason);
    } else {
      reasons.push(withoutRewrite(file));
    }
  }
  const waiting = blockingReadsOf(subject, effects);
  if (waiting?.ok === false) reasons.push(waiting.reason);
  // Of several places the first is offered; the next run offers the next.
  const [first, ...more] = [
    ...candidates.slice(0, 1),
    ...(waiting?.ok === true ? [rewriteBlockingReads(waiting.site, subject)] : []),
    ...besides,
    ...parsed.slice(0, 1),
  ];
  if (first !== undefined) return { kind: 'candidates', candidates: [first, ...more] };
  // What stands in the way of a rewrite comes before what has none.
  const near = reasons.filter(({ code }) => code !== 'S0');
  const fields = calls.some((call) => isOf(readsText, call)) ? commaFieldsIn(subject) : undefined;
  if (fields !== undefined) near.push(fields);
  const [reason, ...behind] = near.length > 0 ? near : reasons;
  if (reason === undefined) throw new Error('A file call was neither rewritten nor declined.');
  return declined(reason, ...behind);
}

/** What there is to propose for a chain of `then` with `await` in its place. */
function proposeWithAwaits(context: StrategyContext): Proposal | undefined {
  const { subject } = context;
  const written = withAwaits(subject);
  if (written === undefined) return undefined;
  const proposal = proposeStreaming({ ...context, subject: written, effects: analyzeEffects(written) });
  if (proposal.kind === 'declined') return undefined;
  const [first, ...others] = proposal.candidates.map((one) => candidateOfOriginal(one, written, subject));
  return first && { kind: 'candidates', candidates: [first, ...others] };
}

/** Of values that go through JSON to be copied. */
function copiesIn(subject: Subject): readonly Candidate[] {
  const roundTrips = roundTripsIn(subject);
  const [first] = roundTrips;
  return first === undefined ? [] : [...literalCopies(first, subject), jsonCopy(roundTrips, subject)];
}

/** `const read = promisify(fs.readFile)`, called by the function. */
function whyPromisified({ node, checker }: Subject): Reason | undefined {
  const find = (part: ts.Node): Reason | undefined => {
    if (!ts.isCallExpression(part) || !ts.isIdentifier(part.expression)) return ts.forEachChild(part, find);
    const declaration = checker.getSymbolAtLocation(part.expression)?.valueDeclaration;
    const made = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (made === undefined || !ts.isCallExpression(made) || !/^(util\.)?promisify$/.test(made.expression.getText()))
      return ts.forEachChild(part, find);
    const { text } = part.expression;
    const message = `\`${text}\` is made by \`promisify\`, and what it does is not followed.`;
    return reasonFor(part, 'S0', message, "Where it reads or writes files, import it from 'node:fs/promises'.");
  };
  return find(node);
}

/** What needs none, or has none. */
function withoutRewrite({ name, call }: FileCall): Reason {
  if (name === 'createReadStream') {
    const unlock =
      'Where `readline` takes most of the time: pieces of 64 KB that are split at line feeds took a third of it here, but leave CR, U+2028 and the empty line at the end to you.';
    return reasonFor(call, 'S0', 'It is read as a stream already, a piece at a time.', unlock);
  }
  if (name === 'createWriteStream') return reasonFor(call, 'S0', 'It is written as a stream already.');
  if (name === 'writeFile' && ts.findAncestor(call, (node) => ts.isIterationStatement(node, false)) !== undefined) {
    const message =
      'Files are written one after the other, and stay so: begun at once, those behind one that fails would be there as well.';
    const unlock = 'Where that does no harm, begin some of them at once and wait for all with `Promise.all`.';
    return reasonFor(call, 'S0', message, unlock);
  }
  const message = `\`${name}\` has no rewrite here: only files read line by line, first lines, reads that are waited for and appends in a loop have one.`;
  return reasonFor(call, 'S0', message);
}

/** `readFileSync` blocks, `fs/promises` waits; the callback forms are neither. */
function isOf(names: ReadonlySet<string>, { name, isPromise }: FileCall): boolean {
  return names.has(name) && name.endsWith('Sync') !== isPromise;
}
