// The Markdown table of the races, and which of the bars are met.
import { byHandName, type Entrant, type Race } from './race.ts';
import type { ReferenceTimes } from './references.ts';

/** Ours against the version by hand: in the geometric mean, and at the least. */
const meanBar = 0.9;
const leastBar = 0.7;
/** Ours against C. */
const cBar = 1.5;
/** Gains below are none: nothing is offered for them. */
const leastGain = 1.05;

export interface TimedRace extends Race {
  readonly references: ReferenceTimes;
}

export function tableOf(races: readonly TimedRace[]): string {
  const names = races.flatMap(({ entrants, absent }) => [...entrants, ...absent].map(({ name }) => name));
  const strategies = [...new Set(names)].filter((name) => name !== byHandName);
  const head = ['kernel', 'size', 'original', ...strategies, byHandName];
  const shares = [
    'on lists: ours / hand',
    'ours / NumPy',
    'other roundings',
    'ours / Numba',
    'ours / C on arrays',
    'on arrays: ours / C',
    'ours / NumPy',
    'other roundings',
    'ours / Numba',
  ];
  const rows = races.map((race) => {
    const { kernel, references } = race;
    const [onLists, onArrays] = [ourBest(race), ourBestOnArrays(race)];
    const times = (ours: number, reference: number | undefined): string =>
      reference === undefined ? '-' : `${(ours / reference).toFixed(2)} times`;
    return [
      kernel.name,
      String(kernel.size),
      milliseconds(race.baselineNs),
      ...[...strategies, byHandName].map((name) => cell(race, name)),
      shareOfHand(race)?.toFixed(2) ?? '-',
      ...[references.numpyOnLists, references.otherRoundingsOnLists, references.numbaOnLists, references.c].map((one) =>
        times(onLists, one),
      ),
      ...[references.c, references.numpy, references.otherRoundings, references.numba].map((one) =>
        times(onArrays, one),
      ),
    ];
  });
  const reasons = races.flatMap(({ kernel, absent }) =>
    absent.map(
      ({ name, verdict, reason }) => `- ${kernel.name}, ${name}: ${verdict}, ${reason.code} ${reason.message}`,
    ),
  );
  const columns = [...head, ...shares];
  const table = [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `${table}\n\n${bars(races)}\n\n${reasons.join('\n')}\n`;
}

/** What is known as soon as a kernel is done. */
export function lineOf(race: TimedRace): string {
  const share = shareOfHand(race);
  const onArrays = ourBestOnArrays(race);
  const against = [
    ['by hand, on lists', share],
    ['C', race.references.c && onArrays / race.references.c],
    ['NumPy, on arrays', race.references.numpy && onArrays / race.references.numpy],
    ['other roundings', race.references.otherRoundings && onArrays / race.references.otherRoundings],
  ] as const;
  const shown = against.flatMap(([name, ratio]) => (ratio === undefined ? [] : [`${name} ${ratio.toFixed(2)}`]));
  return `${race.kernel.name}: ours against ${shown.length === 0 ? 'nothing: no other version stands' : shown.join(', ')}`;
}

/** Nanoseconds of the best that would be offered for the calls as they are; the original's where nothing is. */
function ourBest({ entrants, baselineNs }: Race): number {
  return bestOf(
    entrants.filter(({ isTyped }) => !isTyped),
    baselineNs,
  );
}

/** The same where what takes typed arrays counts as well. */
function ourBestOnArrays({ entrants, baselineNs }: Race): number {
  return bestOf(entrants, baselineNs);
}

function bestOf(entrants: readonly Entrant[], baselineNs: number): number {
  const ours = entrants.filter(({ name }) => name !== byHandName).map(({ nanoseconds }) => nanoseconds);
  return Math.min(baselineNs, ...ours.filter((time) => time * leastGain < baselineNs));
}

/** Against the better of the original and the version by hand. */
function shareOfHand(race: Race): number | undefined {
  const hand = race.entrants.find(({ name }) => name === byHandName)?.nanoseconds;
  return hand === undefined || Number.isNaN(hand) ? undefined : Math.min(race.baselineNs, hand) / ourBest(race);
}

function bars(races: readonly TimedRace[]): string {
  const shares = races.flatMap((race) => {
    const share = shareOfHand(race);
    return share === undefined ? [] : [{ name: race.kernel.name, share }];
  });
  const mean = Math.exp(shares.reduce((sum, { share }) => sum + Math.log(share), 0) / Math.max(1, shares.length));
  const least = shares.toSorted((a, b) => a.share - b.share)[0];
  const behind = (ours: (race: Race) => number, reference: keyof ReferenceTimes, bar = 1): string =>
    listed(races.filter((race) => ours(race) > bar * (race.references[reference] ?? Infinity)));
  return [
    `Geometric mean of ours / hand over ${shares.length} kernels: ${mean.toFixed(2)} (bar ${meanBar}: ${isMet(mean >= meanBar)}).`,
    `Least of ours / hand: ${least === undefined ? 'not measured' : `${least.share.toFixed(2)}, ${least.name} (bar ${leastBar}: ${isMet(least.share >= leastBar)})`}.`,
    `Below ${leastBar} of the version by hand: ${listed(races.filter((race) => (shareOfHand(race) ?? 1) < leastBar))}.`,
    `Slower than ${cBar} times C on arrays: ${behind(ourBestOnArrays, 'c', cBar)}; with the copying from and to plain arrays: ${behind(ourBest, 'c', cBar)}.`,
    `Behind NumPy (the same bits) on lists: ${behind(ourBest, 'numpyOnLists')}; on arrays: ${behind(ourBestOnArrays, 'numpy')}.`,
    `Behind what NumPy has with other roundings on lists: ${behind(ourBest, 'otherRoundingsOnLists')}; on arrays: ${behind(ourBestOnArrays, 'otherRoundings')}.`,
    `Behind Numba on lists: ${behind(ourBest, 'numbaOnLists')}; on arrays: ${behind(ourBestOnArrays, 'numba')}.`,
  ].join('\n');
}

function listed(races: readonly Race[]): string {
  return races.length === 0 ? 'none' : races.map(({ kernel }) => kernel.name).join(', ');
}

function isMet(met: boolean): string {
  return met ? 'met' : 'not met';
}

function cell(race: Race, name: string): string {
  const racing = race.entrants.filter((entrant) => entrant.name === name);
  if (racing.length > 0) return racing.map((entrant) => speedUp(race, entrant)).join(', ');
  const absent = race.absent.find((one) => one.name === name);
  return absent === undefined ? '-' : `${absent.verdict} ${absent.reason.code}`;
}

function speedUp({ baselineNs }: Race, { name, variant, nanoseconds }: Entrant): string {
  return `${(baselineNs / nanoseconds).toFixed(2)}x${name === byHandName ? '' : ` ${variant}`}`;
}

function milliseconds(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toPrecision(3)} ms`;
}
