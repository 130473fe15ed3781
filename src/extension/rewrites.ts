// The rewrites of stored reports as texts: which there are, and what a file looks like before and after one. Writes nothing.
import type { Report, Rewrite, RewrittenFile, StrategyResult, TextEdit } from '../model/report.ts';
import { mendables } from './mendable.ts';
import type { ReportStore, StoredReport } from './report-store.ts';

/** Names one rewrite: the report by its function, and the strategy in it. */
export interface RewriteReference {
  readonly file: string;
  readonly name: string;
  readonly strategy: string;
}

export interface FoundRewrite {
  readonly reference: RewriteReference;
  readonly stored: StoredReport;
  readonly rewrite: Rewrite;
}

export function findRewrite(store: ReportStore, reference: RewriteReference): FoundRewrite {
  const stored = store.of(reference.file, reference.name);
  if (stored === undefined) throw mendables.noReport();
  const result = stored.report.results.find((candidate) => candidate.strategy === reference.strategy);
  if (result?.rewrite === undefined) throw mendables.noRewrite(reference.name);
  return { reference, stored, rewrite: result.rewrite };
}

/** Strategies whose rewrite may be applied: shown faster, and no case where the results differ. */
export function applicableResults(report: Report): readonly (StrategyResult & { readonly rewrite: Rewrite })[] {
  return report.results.filter(
    (result): result is StrategyResult & { readonly rewrite: Rewrite } =>
      result.rewrite !== undefined &&
      result.verdict === 'faster' &&
      result.equivalence !== undefined &&
      result.equivalence.cases > 0 &&
      result.equivalence.counterexample === undefined,
  );
}

/** The text of a file before the rewrite; undefined for one that the rewrite creates, and for one that changed during the run. */
export function textBefore({ stored }: FoundRewrite, file: RewrittenFile): string | undefined {
  if (file.newText !== undefined) return undefined;
  return file.path === stored.report.subject.file ? stored.text : stored.otherTexts?.[file.path];
}

/** Undefined for a file that changed during the run. */
export function textAfter(found: FoundRewrite, file: RewrittenFile): string | undefined {
  const before = textBefore(found, file);
  return file.newText ?? (before === undefined ? undefined : withEdits(before, file.edits ?? []));
}

/** Edits are ascending and do not overlap; offsets are those of the text before. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}
