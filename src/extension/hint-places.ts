// Which hints a report gives, and where they stand after an edit. Plain data, without VS Code; showing them is decline-hints.ts's.
import type { Reason } from '../model/reason.ts';
import type { Report } from '../model/report.ts';
import { reasonSentence } from '../present/verdict-sentence.ts';

export interface Hint {
  readonly code: string;
  /** What stands in the hover: strategy, sentence and the edit that would unlock it. */
  readonly message: string;
  /** 0-based, as editors count. */
  readonly line: number;
  readonly character: number;
}

/** An edit in 0-based lines. */
interface LineChange {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** One for each reason of a strategy that declined and names a place. Two strategies with the same sentence share one. */
export function hintsOf({ results }: Report, titleOf: (strategy: string) => string): readonly Hint[] {
  const byPlace = new Map<string, { readonly reason: Reason; readonly line: number; readonly titles: string[] }>();
  for (const { verdict, strategy, reasons } of results) {
    if (verdict !== 'declined') continue;
    for (const reason of reasons) {
      if (reason.line === undefined) continue;
      const key = JSON.stringify([reason.line, reason.column, reason.code, reason.message]);
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, { reason, line: reason.line, titles: [titleOf(strategy)] });
      else if (!known.titles.includes(titleOf(strategy))) known.titles.push(titleOf(strategy));
    }
  }
  return [...byPlace.values()].map(({ reason, line, titles }) => ({
    code: reason.code,
    message: `${titles.join(', ')} declined: ${reasonSentence(reason)}${reason.unlock === undefined ? '' : ` To unlock it: ${reason.unlock}`}`,
    line: line - 1,
    character: (reason.column ?? 1) - 1,
  }));
}

/** Hints on lines that the edits touch are gone; those below move along. The edits are of one change, in whatever order. */
export function hintsAfter(hints: readonly Hint[], changes: readonly LineChange[]): readonly Hint[] {
  // From the last line up: an edit does not move what stands above it.
  const fromBelow = changes.toSorted((a, b) => b.startLine - a.startLine);
  return fromBelow.reduce<readonly Hint[]>((left, { startLine, endLine, text }) => {
    const added = text.split('\n').length - 1 - (endLine - startLine);
    return left.flatMap((hint) => {
      if (hint.line < startLine) return hint;
      return hint.line <= endLine ? [] : { ...hint, line: hint.line + added };
    });
  }, hints);
}
