// The straightforward improvement, with the same signature: chains of array methods become one loop, arrays are made at their final length,
// tables are read row by row, lists that are searched again and again get a set or map, bits of checksums are looked up by bytes. What is slow about the methods is the call per element
// and, below some ten thousand calls of the function, that V8 does not inline the callbacks.

import type { Reason } from '../../../model/reason.ts';
import { hiddenArrayClass } from '../../source/array-subclasses.ts';
import { editFile } from '../../source/edits.ts';
import { LoopNames } from '../../source/loops/loop-text.ts';
import { collectVariables, type FunctionVariables } from '../../source/ranges/function-variables.ts';
import { analyzeRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import { type Candidate, declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { withObservedTypes } from '../with-observed-types.ts';
import { answerSearches } from './answer-searches.ts';
import { lookUpBytes } from './byte-tables.ts';
import { preallocate } from './grown-arrays.ts';
import { fillInPlace } from './grown-copies.ts';
import { walkQueues } from './queue-heads.ts';
import { reasons } from './reasons.ts';
import { rewritePipelines } from './rewrite-pipelines.ts';
import { readRowByRow } from './row-by-row.ts';

export const plainJavaScript: Strategy = withObservedTypes({
  id: 'plain-javascript',
  title: 'Plain JavaScript',
  folklore: 'nothing to gain: engines inline callbacks by themselves',
  whenNotToUse:
    'Callbacks that do much work for each element, arrays of a few elements, and lists that are searched once.',
  propose: proposePlainJavaScript,
});

function proposePlainJavaScript(context: StrategyContext): Proposal {
  const { subject } = context;
  const ofClass = hiddenArrayClass(subject);
  if (ofClass !== undefined) return declined(reasonAt(ofClass, reasons.arrayClass()));
  const variables = collectVariables(subject.node, subject.checker);
  const searches = answerSearches({ ...context, variables, names: new LoopNames(subject) });
  const loops = rewriteLoops(context, variables);
  const caveats = [...loops.refused, ...searches.refused];
  const candidates = [
    lookUpBytes(subject, variables),
    // Whoever gets a Map need not hear why no loop was written.
    searches.candidate && { ...searches.candidate, caveats: searches.refused },
    loops.candidate && { ...loops.candidate, caveats },
  ];
  const [candidate, ...others] = candidates.filter((one) => one !== undefined);
  if (candidate !== undefined) return { kind: 'candidates', candidates: [candidate, ...others] };
  const [first, ...more] = caveats;
  return first === undefined ? declined(reasonAt(subject.node, reasons.nothingFound())) : declined(first, ...more);
}

interface Version {
  readonly candidate: Candidate | undefined;
  readonly refused: readonly Reason[];
}

/** All rewrites of loops together. */
function rewriteLoops({ subject }: StrategyContext, variables: FunctionVariables): Version {
  const file = editFile(subject);
  const names = new LoopNames(subject);
  const queues = walkQueues({ subject, variables, names, file });
  // Before chains: what is copied in each round grows with the square of the length.
  const filled = fillInPlace({ subject, variables, names, file, edited: queues.edited });
  const edited = [...queues.edited, ...filled.edited];
  const pipelines = rewritePipelines({ subject, variables, names, file, edited });
  const ranges = analyzeRanges({ variables, checker: subject.checker });
  const products = readRowByRow({ subject, variables, ranges, names, file });
  const rewritten = [...pipelines.regions, ...products, ...filled.edited];
  const grown = preallocate({ subject, variables, ranges, names, file, rewritten });
  const refused = [...pipelines.refused, ...grown.refused, ...filled.refused, ...queues.refused];
  const done = [
    ...(pipelines.regions.length === 0 ? [] : [chainsSummary(pipelines.regions.length)]),
    ...(products.length === 0 ? [] : ['Changes the order of two loops so that tables are read row by row.']),
    ...(grown.names.length === 0 ? [] : [`Makes ${grown.names.join(' and ')} at the final length at once.`]),
    ...(filled.names.length === 0 ? [] : [`Fills ${filled.names.join(' and ')} instead of copying it in every round.`]),
    ...(queues.names.length === 0
      ? []
      : [`Takes from ${queues.names.join(' and ')} by an index; what was taken stays in memory until the queue goes.`]),
  ];
  if (done.length === 0) return { candidate: undefined, refused };
  const candidate = inPlaceCandidate(file.rewrittenFile(), {
    strategy: 'plain-javascript',
    variant:
      products.length > 0
        ? 'row-by-row'
        : pipelines.regions.length > 0
          ? 'loop'
          : filled.names.length > 0
            ? 'filled-in-place'
            : queues.names.length > 0
              ? 'queue-index'
              : 'preallocated',
    summary: done.join(' '),
    caveats: [],
  });
  return { candidate, refused };
}

function chainsSummary(count: number): string {
  const [what, into] = count === 1 ? ['a chain', 'one loop'] : [`${count} chains`, 'loops'];
  return `Writes ${what} of array methods as ${into}, without a call for each element.`;
}
