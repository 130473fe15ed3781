// How the time grows with the size, in words: one short line for a report, a few words for a table or a chart.
import type { Growth, GrowthFit, Report, StrategyResult } from '../model/report.ts';
import { formatDuration, formatPercent } from './format-duration.ts';

/**
 * 'Grows as n log n (typical error 3.0 %); Typed arrays as n.' Where the sizes do not tell, the reason instead; undefined for cases without
 * sizes.
 */
export function growthSentence(report: Report, titleOf: (strategy: string) => string): string | undefined {
  const { growth, noGrowth } = report.baseline;
  if (growth === undefined) return noGrowth;
  const own = isConstant(growth) ? 'Takes the same time at every size' : `Grows ${growthWords(growth)}`;
  const titles = new Map<string, string[]>();
  for (const result of report.results) {
    const other = shownGrowth(result);
    if (other === undefined) continue;
    const words = growthWords(other);
    titles.set(words, [...(titles.get(words) ?? []), titleOf(result.strategy)]);
  }
  const rewrites = [...titles].map(([words, names]) => `${names.join(' and ')} ${words}`);
  return `${own} (typical error ${typicalError(growth)})${rewrites.length === 0 ? '' : `; ${rewrites.join(', ')}`}.`;
}

/** 'as n log n', 'as n or n log n', 'as n on top of 12.0 µs', 'about as n^1.46', 'not at all'. */
export function growthWords(growth: Growth): string {
  const constantNs = growth.fits[0]?.constantNs ?? 0;
  return `${growthForm(growth)}${constantNs > 0 ? ` on top of ${formatDuration(constantNs)}` : ''}`;
}

/** The same without the constant, for where there is little room. */
export function growthForm(growth: Growth): string {
  const [best] = growth.fits;
  if (best === undefined || isConstant(growth)) return 'not at all';
  const names = growth.fits.flatMap((fit) => (fit.form === '1' ? [] : formName(fit))).join(' or ');
  const about = best.form === 'n^k' || best.form === 'c^n' ? 'about ' : '';
  return `${growth.fits.some(({ form }) => form === '1') ? 'not at all or ' : ''}${about}as ${names}`;
}

/** '3.0 %', of the form that fits best. */
export function typicalError(growth: Growth): string {
  return formatPercent(growth.fits[0]?.typicalError ?? Number.NaN);
}

/** Of a rewrite whose times mean something: how fast a wrong result comes is of no interest. */
export function shownGrowth(result: StrategyResult): Growth | undefined {
  return result.verdict === 'not-equivalent' || result.verdict === 'failed' ? undefined : result.measured?.growth;
}

function formName({ form, parameter = 1 }: GrowthFit): string {
  if (form === 'n^k') return `n^${parameter.toFixed(2)}`;
  if (form === 'c^n') return `${parameter.toFixed(2)}^n`;
  return form;
}

function isConstant({ fits }: Growth): boolean {
  return fits.length === 1 && fits[0]?.form === '1';
}
