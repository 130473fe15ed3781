// The Markdown table of the races, and which of the bars are met.
import type { Entrant, Race } from './race.ts';

/** Ours against the version by hand: in the geometric mean, and at the least. */
const meanBar = 0.9;
const leastBar = 0.7;
/** Ours against C. */
const cBar = 1.5;

export function tableOf(races: readonly Race[]): string {
  const strategies = [...new Set(races.flatMap(({ entrants }) => entrants.map(({ name }) => name)))].filter(
    (name) => name !== 'by hand' && !name.includes('+'),
  );
  const head = ['kernel', 'size', 'original', ...strategies, 'by hand', 'ours / hand', 'ours / C'];
  const rows = races.map((race) => {
    const ours = ourBest(race);
    const hand = race.entrants.find(({ name }) => name === 'by hand');
    return [
      race.kernel.name,
      String(race.kernel.size),
      milliseconds(race.baselineNs),
      ...strategies.map((name) => cell(race.entrants.find((entrant) => entrant.name === name))),
      cell(hand),
      shareOfHand(race)?.toFixed(2) ?? '-',
      race.cNs === undefined || Number.isNaN(race.baselineNs)
        ? '-'
        : `${(race.baselineNs / ours / race.cNs).toFixed(2)} times`,
    ];
  });
  const reasons = races.flatMap((race) =>
    race.entrants.flatMap(({ name, verdict, reason }) =>
      verdict === 'faster' || reason === undefined || (name === 'by hand' && verdict !== 'failed')
        ? []
        : [`- ${race.kernel.name}, ${name}: ${verdict}, ${reason.code} ${reason.message}`],
    ),
  );
  return `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n${bars(races)}\n\n${reasons.join('\n')}\n`;
}

/** The best that is offered as faster; the original stays where nothing is. */
function ourBest({ entrants }: Race): number {
  const offered = entrants.filter(({ name, verdict }) => name !== 'by hand' && verdict === 'faster');
  return Math.max(1, ...offered.map(({ ratio }) => ratio ?? 1));
}

/** Against the better of the original and the version by hand. */
function shareOfHand(race: Race): number | undefined {
  const hand = race.entrants.find(({ name }) => name === 'by hand')?.ratio;
  return hand === undefined ? undefined : ourBest(race) / Math.max(1, hand);
}

function bars(races: readonly Race[]): string {
  const shares = races.flatMap((race) => {
    const share = shareOfHand(race);
    return share === undefined ? [] : [{ name: race.kernel.name, share }];
  });
  const mean = Math.exp(shares.reduce((sum, { share }) => sum + Math.log(share), 0) / Math.max(1, shares.length));
  const below = shares.filter(({ share }) => share < leastBar).map(({ name }) => name);
  const beyondC = races.filter((race) => race.cNs !== undefined && race.baselineNs / ourBest(race) > cBar * race.cNs);
  return [
    `Geometric mean of ours / hand over ${shares.length} kernels: ${mean.toFixed(2)} (bar ${meanBar}: ${shares.length === 0 ? 'not measured' : mean >= meanBar ? 'met' : 'missed'}).`,
    `Below ${leastBar} of the version by hand: ${below.length === 0 ? 'none' : below.join(', ')}.`,
    `Slower than ${cBar} times C: ${beyondC.length === 0 ? 'none' : beyondC.map(({ kernel }) => kernel.name).join(', ')}.`,
  ].join('\n');
}

function cell(entrant: Entrant | undefined): string {
  if (entrant === undefined) return '-';
  const { verdict, ratio, reason, variant } = entrant;
  if (ratio === undefined) return `${verdict}${reason === undefined ? '' : ` ${reason.code}`}`;
  const note = verdict === 'faster' ? '' : ` (${verdict})`;
  return `${ratio.toFixed(2)}x${variant === undefined || variant === 'by-hand' ? '' : ` ${variant}`}${note}`;
}

function milliseconds(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toPrecision(3)} ms`;
}
