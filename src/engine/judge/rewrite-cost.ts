// What a rewrite costs whoever keeps it: lines, packages, bytes. What it costs the machine once is payback.ts.
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

/** Counted by the ranges of the hunks: a removed line that begins with two dashes looks like a header otherwise. */
function changedLines(diff: string): { readonly linesAdded: number; readonly linesRemoved: number } {
  let [linesAdded, linesRemoved, oldLeft, newLeft] = [0, 0, 0, 0];
  for (const line of diff.split('\n')) {
    const hunk = oldLeft + newLeft > 0 ? null : /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (hunk !== null) {
      oldLeft = Number(hunk[1] ?? 1);
      newLeft = Number(hunk[2] ?? 1);
    } else if (oldLeft + newLeft > 0) {
      if (line.startsWith('\\')) continue;
      if (!line.startsWith('+')) oldLeft--;
      if (!line.startsWith('-')) newLeft--;
      if (line.startsWith('+')) linesAdded++;
      if (line.startsWith('-')) linesRemoved++;
    }
  }
  return { linesAdded, linesRemoved };
}
