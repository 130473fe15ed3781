// At which sizes a rewrite pays and what it costs to have it, in words. What is extrapolated always says so.
import type { StrategyResult } from '../model/report.ts';
import { formatBytes, formatCount, formatDuration } from './format-duration.ts';

/** 'Pays from about n = 520 on (480 to 560).' Undefined where the sizes do not say plainly. */
export function payingSentence({ payingSizes, breakEven }: StrategyResult): string | undefined {
  const crossing = payingSizes === undefined ? (breakEven ?? undefined) : payingSizes.crossing;
  switch (payingSizes?.measured ?? 'from') {
    case 'from':
      return crossing === undefined ? undefined : `Pays from about ${sizeWithRange(crossing, 3)} on.`;
    case 'up-to':
      return crossing === undefined
        ? undefined
        : `Pays up to about ${sizeWithRange(crossing, 3)}; above it the original is faster.`;
    case 'all':
      return `Pays at all sizes measured.${expectation('stop', payingSizes?.extrapolated)}`;
    case 'none':
      return `Pays at none of the sizes measured.${expectation('begin', payingSizes?.extrapolated)}`;
  }
}

/** 'Costs 12.0 ms once, paid back after 4 calls. Adds 23 lines, removes 4; the built code grows by 1.20 KB, without piscina.' */
export function costSentence({ payback, cost }: StrategyResult): string | undefined {
  const sentences: string[] = [];
  if (payback !== undefined && payback.callsToPayBack !== null && payback.callsToPayBack > 0)
    sentences.push(
      `Costs ${formatDuration(payback.oneTimeMs * 1e6)} once, paid back after ${counted(payback.callsToPayBack, 'call')}.`,
    );
  if (cost !== undefined) {
    const lines = `Adds ${counted(cost.linesAdded, 'line')}, removes ${formatCount(cost.linesRemoved)}`;
    sentences.push(`${lines}${bundleWords(cost)}.`);
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

function bundleWords({ bundleBytes, dependencies }: NonNullable<StrategyResult['cost']>): string {
  const without = dependencies.length === 0 ? '' : `, not counting ${dependencies.join(' and ')}`;
  if (bundleBytes === undefined) return dependencies.length === 0 ? '' : `; needs ${dependencies.join(' and ')}`;
  if (bundleBytes === 0) return `; the built code keeps its size${without}`;
  return `; the built code ${bundleBytes > 0 ? 'grows' : 'shrinks'} by ${formatBytes(Math.abs(bundleBytes))}${without}`;
}

type Extrapolated = NonNullable<NonNullable<StrategyResult['payingSizes']>['extrapolated']>;

function expectation(what: 'begin' | 'stop', extrapolated: Extrapolated | undefined): string {
  if (extrapolated === undefined) return '';
  const side = extrapolated.pays === 'from' ? 'from' : 'up to';
  const would = what === 'begin' ? 'It would pay' : 'It would pay only';
  return ` ${would} ${side} about ${sizeWithRange(extrapolated, 2)}: extrapolated from the growth, not measured.`;
}

type SizeRange = NonNullable<NonNullable<StrategyResult['payingSizes']>['crossing']>;

function sizeWithRange({ size, low, high }: SizeRange, digits: 2 | 3): string {
  return `n = ${rounded(size, digits)} (${rounded(low, digits)} to ${rounded(high, digits)})`;
}

/** A size between measured ones, with no more digits than it is known to. */
export function rounded(size: number, digits: 2 | 3): string {
  const short = Number(size.toPrecision(digits));
  return formatCount(short < 10 ? short : Math.round(short));
}

function counted(count: number, noun: string): string {
  return `${formatCount(Math.round(count))} ${noun}${Math.round(count) === 1 ? '' : 's'}`;
}
