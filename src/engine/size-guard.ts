// A rewrite that pays from some size on leaves smaller inputs to the original, once measuring has told from which size. The line is added after the
// rewrite was compared and measured without it, so that small cases could not hide behind the original; guard-small-inputs.ts proves it.
import type { PayingSizes, RewrittenFile } from '../model/report.ts';
import type { ObservedCase } from './observe-cases.ts';
import type { Candidate, SizeGuard } from './strategies/strategy.ts';

export interface GuardedRewrite {
  readonly files: readonly RewrittenFile[];
  /** Fewer pieces than this are left to the original. */
  readonly fewest: number;
}

/** Undefined when the sizes measured do not show a break-even, or are not the number of pieces that the rewrite hands out. */
export function withSizeGuard(
  { files, sizeGuard }: Candidate,
  paying: PayingSizes | undefined,
  cases: readonly ObservedCase[],
  eol: string,
): GuardedRewrite | undefined {
  const [edited, ...added] = files;
  const crossing = paying?.measured === 'from' ? paying.crossing : undefined;
  if (sizeGuard === undefined || crossing === undefined || edited?.edits === undefined) return undefined;
  const fewest = Number(crossing.size.toPrecision(2));
  if (!countsPieces(sizeGuard, cases) || !Number.isInteger(fewest)) return undefined;
  const { head, indent, count, original, pieces, end } = sizeGuard;
  const shown = String(fewest).replaceAll(/\B(?=(\d{3})+$)/g, '_');
  const guard = [
    `${indent}// Measured in ${pieces}: below that, handing them over takes longer than the work.`,
    `${indent}if (${count} < ${shown}) return ${original}${end}`,
  ];
  const opening = `${head}${eol}`;
  const edits = edited.edits.map((edit) => ({
    ...edit,
    text: edit.text.replace(opening, () => opening + guard.map((line) => line + eol).join('')),
  }));
  const isPlaced = edits.some(({ text }, index) => text !== edited.edits?.[index]?.text);
  return isPlaced ? { files: [{ ...edited, edits }, ...added], fewest } : undefined;
}

/** Whether the sizes of the cases are what the rewrite hands out. */
export function countsPieces({ parameter, counts }: SizeGuard, cases: readonly ObservedCase[]): boolean {
  return cases.every(({ listing, observed }) => {
    const profile = observed.arguments[parameter];
    const seen = counts === 'length' ? profile?.length : profile?.numbers?.max;
    return listing.size !== undefined && seen === listing.size;
  });
}
