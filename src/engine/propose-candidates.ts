// Lets every strategy propose, and holds each proposal against the type gate. Declined strategies get their row in the report here.

import type { Reason } from '../model/reason.ts';
import type { StrategyResult } from '../model/report.ts';
import { atLine } from '../present/verdict-sentence.ts';
import { eventsHandled } from './events-handled.ts';
import { hiddenGlobal } from './hidden-globals.ts';
import type { ReportDraft } from './report-draft.ts';
import { rewriteOf } from './rewrite-of.ts';
import type { ProposedCandidate } from './run-stage.ts';
import type { AddedDiagnostic } from './source/project.ts';
import type { Subject } from './source/subject.ts';
import type { Candidate, Strategy, StrategyContext } from './strategies/strategy.ts';
import { diagnosticsOf, missingOfNode, unusedNameOf } from './type-gate.ts';

export interface WhileProposing {
  /** After a strategy that has no candidate, with its row in the draft. */
  readonly onDeclined: () => void;
  /** With the first candidate of each strategy, which is never spared. */
  readonly onFirst: (candidate: ProposedCandidate) => void;
}

export async function proposeCandidates(
  strategies: readonly Strategy[],
  context: StrategyContext,
  draft: ReportDraft,
  { onDeclined, onFirst }: WhileProposing,
): Promise<readonly ProposedCandidate[]> {
  // What is declined is told before any rewrite is type-checked, which takes longer.
  const found: { readonly strategy: Strategy; readonly candidates: readonly Candidate[] }[] = [];
  for (const strategy of strategies) {
    const proposal = strategy.propose(context);
    if (proposal.kind === 'declined') {
      draft.setResult({ strategy: strategy.id, verdict: 'declined', reasons: proposal.reasons });
      onDeclined();
    } else found.push({ strategy, candidates: proposal.candidates });
    await eventsHandled();
  }
  const proposed: ProposedCandidate[] = [];
  for (const { strategy, candidates } of found) {
    const passed = typeChecked(strategy, candidates, context, draft);
    const [first] = passed;
    if (first === undefined) onDeclined();
    else onFirst(first);
    proposed.push(...passed);
    await eventsHandled();
  }
  return proposed;
}

function typeChecked(
  strategy: Strategy,
  candidates: readonly Candidate[],
  context: StrategyContext,
  draft: ReportDraft,
): readonly ProposedCandidate[] {
  const passed: ProposedCandidate[] = [];
  for (const candidate of candidates) {
    const hidden = hiddenGlobal(context.subject, candidate);
    if (hidden !== undefined) {
      if (passed.length === 0)
        draft.setResult({
          strategy: strategy.id,
          variant: candidate.variant,
          verdict: 'declined',
          reasons: [hides(hidden)],
        });
      continue;
    }
    const [diagnostic] = diagnosticsOf(context.subject, candidate);
    if (diagnostic === undefined) {
      passed.push({
        id: `${strategy.id}/${candidate.variant}`,
        candidate,
        rewrite: rewriteOf(context.subject, candidate),
      });
    } else if (passed.length === 0) {
      draft.setResult({
        strategy: strategy.id,
        variant: candidate.variant,
        ...againstTypes(diagnostic, context.subject),
      });
    }
  }
  return passed;
}

function hides(name: string): Reason {
  return {
    code: 'C6',
    message: `Something of this file is called \`${name}\`, which the rewrite needs as the language's own.`,
    unlock: `Rename \`${name}\`.`,
  };
}

function againstTypes(diagnostic: AddedDiagnostic, subject: Subject): Pick<StrategyResult, 'verdict' | 'reasons'> {
  const missing = missingOfNode(diagnostic);
  if (missing !== undefined) {
    const reason = {
      code: 'node-types',
      message: `the rewrite uses \`${missing}\`, and this project has no types of Node.`,
      unlock: 'Add them: `npm install --save-dev @types/node`.',
    };
    return { verdict: 'declined', reasons: [reason] };
  }
  const unused = unusedNameOf(diagnostic);
  if (unused !== undefined && !subject.text.includes(unused)) {
    const { name } = subject.listing;
    const reason = {
      code: 'unused',
      message: `the rewrite puts \`${unused}\` beside \`${name}\`; nothing in the file calls it yet, and this project allows nothing that is unused.`,
      unlock: `Export \`${name}\`: the new function is then exported as well.`,
    };
    return { verdict: 'declined', reasons: [reason] };
  }
  const message = `the rewrite does not type-check under this project's settings: ${atLine(diagnostic)} (TS${diagnostic.code})`;
  return { verdict: 'failed', reasons: [{ code: 'type-check', message }] };
}
