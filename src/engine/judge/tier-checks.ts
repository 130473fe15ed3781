// Two rows of the integrity panel: whether V8 had compiled the original and the winner equally well, and whether it kept throwing away code.
// Pure; where the figures come from is diagnose/code-tiers.ts.
import type { IntegrityCheck } from '../../model/report.ts';
import { formatCount, formatPercent } from '../../present/format-duration.ts';
import type { CodeTiers } from '../diagnose/code-tiers.ts';

export interface VariantTiers {
  /** 'the original', 'the Memoization rewrite'. */
  readonly name: string;
  readonly tiers: CodeTiers;
}

/** Below so many samples shares say nothing. */
const FEWEST_SAMPLES = 50;
/** The share of time in optimised code may differ by so much between two variants that count as equally compiled. */
const SAME_WITHIN = 0.25;
/** Code that is thrown away so often at one place while the function is warm is made again and again. */
const LOOP = 10;

const WORTH_NAMING = 0.05;

const SAME_TIER = 'Same tier in both';
const NO_LOOP = 'No deopt loop';

/** A row that the figures say nothing about is left out. */
export function tierChecks(original: VariantTiers, winner: VariantTiers | undefined): readonly IntegrityCheck[] {
  const variants = [original, ...(winner === undefined ? [] : [winner])].filter(
    ({ tiers }) => tiers.samples >= FEWEST_SAMPLES,
  );
  const [first, second] = variants;
  return [
    ...(first === undefined || second === undefined ? [] : [sameTier(first, second)]),
    ...(first === undefined ? [] : [noDeoptLoop(variants)]),
  ];
}

function sameTier(original: VariantTiers, winner: VariantTiers): IntegrityCheck {
  const ok = Math.abs(optimized(original) - optimized(winner)) <= SAME_WITHIN;
  const figures = `Once warm, ${tierWords(original)}, ${tierWords(winner)}.`;
  return {
    check: SAME_TIER,
    ok,
    detail: ok
      ? figures
      : `${figures} A part of the difference is how far V8 had compiled each, not what they do; it may be another with other inputs.`,
  };
}

function noDeoptLoop(variants: readonly VariantTiers[]): IntegrityCheck {
  const worst = variants
    .flatMap(({ name, tiers }) => tiers.deopts.map((deopt) => ({ name, calls: tiers.calls, deopt })))
    .filter(({ deopt }) => deopt.whileWarm > 0)
    .toSorted((a, b) => b.deopt.whileWarm - a.deopt.whileWarm)[0];
  const ok = worst === undefined || worst.deopt.whileWarm < LOOP;
  if (worst === undefined) {
    const names = variants.map(({ name }) => name).join(' and ');
    return { check: NO_LOOP, ok, detail: `V8 threw away no optimised code of ${names} once they were warm.` };
  }
  const { name, calls, deopt } = worst;
  const figure = `Once warm, V8 threw away optimised code of ${name} ${formatCount(deopt.whileWarm)} times in ${formatCount(calls)} calls at line ${deopt.line} (“${deopt.reason}”).`;
  return {
    check: NO_LOOP,
    ok,
    detail: ok ? figure : `${figure} Its times are those of code that is compiled again and again. ${deopt.sentence}`,
  };
}

function optimized({ tiers: { shares } }: VariantTiers): number {
  return shares.turbofan + shares.maglev;
}

function tierWords(variant: VariantTiers): string {
  const { maglev } = variant.tiers.shares;
  const ofMaglev = maglev >= WORTH_NAMING ? ` (${formatPercent(maglev)} by Maglev)` : '';
  return `${variant.name} ran in optimised code for ${formatPercent(optimized(variant))} of the time${ofMaglev}`;
}
