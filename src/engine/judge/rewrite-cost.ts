// What a rewrite costs whoever keeps it: lines, packages, bytes. What it costs the machine once is payback.ts.
import { type DiffLine, diffLines } from '../../model/diff-lines.ts';
import type { Rewrite, RewriteCost } from '../../model/report.ts';

/** `bundleBytes` of the original's and the rewrite's build; the difference is left out unless both are known. */
export function rewriteCost(
  rewrite: Rewrite,
  bundleBytes: { readonly baseline: number | undefined; readonly candidate: number | undefined },
): RewriteCost {
  const { baseline, candidate } = bundleBytes;
  return {
    ...changedLines(rewrite.diff),
    dependencies: Object.keys(rewrite.dependencies),
    ...(baseline === undefined || candidate === undefined ? {} : { bundleBytes: candidate - baseline }),
  };
}

function changedLines(diff: string): { readonly linesAdded: number; readonly linesRemoved: number } {
  const lines = diffLines(diff);
  const count = (wanted: DiffLine['kind']) => lines.filter(({ kind }) => kind === wanted).length;
  return { linesAdded: count('added'), linesRemoved: count('removed') };
}
