// Which variants run in the next round, and on which cases.
import { gainSoFar } from './claim-budget.ts';
import type { Track } from './measure-variants.ts';
import { EARLY_ROUNDS } from './schedule.ts';

type CostOf = (track: Track) => number;

/** A difference that three rounds can show. */
const PLAINLY_FASTER = 1.5;
/** Of one candidate and what it is compared with: where the others cost less than this beside them, nothing is won by leaving them for later. */
const LITTLE_MORE = 0.2;

/**
 * What runs in the next round. Verdicts speak of the headline case, so it comes first: alone until a claim is possible, then together with one of
 * the other cases, the one that had the fewest rounds. When the headline needs no more, the others share what is left. A group whose round does not
 * fit in the budget is passed over; in the rounds that a claim needs it may go beyond it by `overdraftMs`, and the first has no costs to go by yet.
 */
export function chooseRound(
  tracks: readonly Track[],
  rounds: { readonly done: number; readonly headlineAloneUntil: number; readonly overdraftMs: number },
  leftMs: number,
  costOf: CostOf,
): readonly Track[] {
  const active = groupsOf(tracks.filter((track) => track.active));
  const headline = active.filter(isHeadline);
  const others = active.filter((group) => !isHeadline(group));
  const runsOf = (group: readonly Track[]): number => Math.min(...group.map(({ runs }) => runs.length));
  const isEarly = headline.length > 0 && rounds.done < EARLY_ROUNDS;
  const isAlone = headline.length > 0 && rounds.done < rounds.headlineAloneUntil;
  const fewest = Math.min(...others.map(runsOf));
  const nextCase = others.filter((group) => runsOf(group) === fewest).sort((a, b) => sizeOf(b) - sizeOf(a))[0]?.[0]
    ?.cell.casePlan;
  const turn = headline.length === 0 ? others : others.filter((group) => group[0]?.cell.casePlan === nextCase);
  let left = leftMs;
  return [...headline, ...(isAlone ? [] : turn)].flatMap((group) => {
    const cost = costOfAll(group, costOf);
    if (cost > left + (isEarly ? rounds.overdraftMs : 0) && !(isEarly && rounds.done === 0)) return [];
    left -= cost;
    return group;
  });
}

function isHeadline(group: readonly Track[]): boolean {
  return group[0]?.cell.isHeadline === true;
}

/**
 * The candidate that one round, or the look at it before any, showed to be plainly ahead, and what it takes to judge it: it has the rounds of a
 * claim before the others do, so that the first verdict is there early, and that there is one where the budget does not hold those of all. Empty
 * when none is plainly ahead, when these rounds would take from the others theirs, or when the others cost little beside them.
 */
export function firstToJudge(tracks: readonly Track[], leftMs: number, costOf: CostOf): readonly Track[] {
  const headline = tracks.filter((track) => track.active && track.cell.isHeadline);
  const candidates = headline.filter(({ cell }) => cell.role === 'candidate');
  if (candidates.length < 2) return [];
  const gains = candidates.map((track) => ({
    track,
    gain: track.runs.length === 0 ? (track.cell.pace ?? 1) : gainSoFar(track, headline),
  }));
  const ahead = gains.filter(({ gain }) => gain >= PLAINLY_FASTER);
  const asksNothing = ahead.filter(({ track }) => track.cell.asksOfCallers !== true);
  const [leader] = (asksNothing.length > 0 ? asksNothing : ahead)
    .sort((a, b) => b.gain - a.gain)
    .map(({ track }) => track);
  if (leader === undefined || leader.runs.length >= EARLY_ROUNDS) return [];
  const { group } = leader.cell;
  const round = headline.filter(
    (track) =>
      track === leader ||
      track.cell.role === 'twin' ||
      (track.cell.role === 'baseline' && (track.cell.group === group || track.cell.workload === 'single')),
  );
  if (costOfAll(headline, costOf) <= (1 + LITTLE_MORE) * costOfAll(round, costOf)) return [];
  const roundsOf = (track: Track): number => Math.max(0, EARLY_ROUNDS - track.runs.length);
  const costMs = roundsOf(leader) * costOfAll(round, costOf);
  const costOfOthersMs = Math.max(...candidates.map(roundsOf)) * costOfAll(headline, costOf);
  const isRoomForAll = costMs + costOfOthersMs <= leftMs;
  const isRoomForOne = costMs <= leftMs && costOfOthersMs > leftMs;
  // Before its first process costs are guesses, and once begun it is not put off.
  const goesOn = leader.runs.length === 0 || candidates.some(({ runs }) => runs.length < leader.runs.length);
  return isRoomForAll || isRoomForOne || (goesOn && costMs <= leftMs) ? round : [];
}

/**
 * When no whole round fits any more: the original, its twin, and the candidates of the headline case that gain most, as far as there is room. Empty
 * when there is none for a comparison.
 */
export function roundForTheRest(tracks: readonly Track[], leftMs: number, costOf: CostOf): readonly Track[] {
  const headline = tracks.filter((track) => track.active && track.cell.isHeadline);
  const isAlways = ({ cell }: Track): boolean =>
    cell.role === 'twin' || (cell.role === 'baseline' && cell.workload === 'single');
  const candidates = headline
    .filter(({ cell }) => cell.role === 'candidate')
    .map((track) => ({ track, gain: gainSoFar(track, headline) }))
    .sort((a, b) => b.gain - a.gain);
  const chosen = new Set(headline.filter(isAlways));
  let left = leftMs - costOfAll([...chosen], costOf);
  let candidatesChosen = 0;
  for (const { track } of candidates) {
    const baselines = headline.filter(({ cell }) => cell.role === 'baseline' && cell.group === track.cell.group);
    const more = [track, ...baselines.filter((baseline) => !chosen.has(baseline))];
    const cost = costOfAll(more, costOf);
    if (cost > left) continue;
    left -= cost;
    candidatesChosen++;
    for (const one of more) chosen.add(one);
  }
  return candidatesChosen === 0 ? [] : [...chosen];
}

function costOfAll(tracks: readonly Track[], costOf: CostOf): number {
  return tracks.reduce((sum, track) => sum + costOf(track), 0);
}

export function groupsOf(tracks: readonly Track[]): Track[][] {
  const groups = new Map<string, Track[]>();
  for (const track of tracks) {
    const group = groups.get(track.cell.group);
    if (group === undefined) groups.set(track.cell.group, [track]);
    else group.push(track);
  }
  return [...groups.values()];
}

function sizeOf(group: readonly Track[]): number {
  const listing = group[0]?.cell.casePlan.listing;
  return listing?.size ?? listing?.index ?? 0;
}
