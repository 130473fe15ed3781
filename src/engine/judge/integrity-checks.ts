// The integrity panel: what has to hold for the figures of a run to mean what they say, one function a row, over plain data. A red row says
// what it means for the figures; some of them take back every claim (`againstClaims`). Whether planted bugs are caught is asked by
// verify/check-verifier.ts.
import type { Reason } from '../../model/reason.ts';
import type { IntegrityCheck } from '../../model/report.ts';
import { formatCount, formatDuration, formatPercent } from '../../present/format-duration.ts';
import type { MachineLoad } from '../process/machine-facts.ts';
import type { SamplingFacts } from '../process/protocol.ts';
import { median } from '../statistics/quantile.ts';
import { USEFUL_RESOLUTION } from './thresholds.ts';

export interface MeasurementFacts {
  /** The processes that took samples, those of one variant on one case together. */
  readonly series: readonly (readonly SamplingRun[])[];
  readonly rounds: number;
  /** Two calls of the original on equal inputs gave equal outcomes. */
  readonly deterministic: boolean;
  /** The function has no result, changes nothing that outlives a call and throws nothing: no work of it is needed by anyone. */
  readonly isIdle: boolean;
  /** It reads files or the like, and may leave the processor of its own will. */
  readonly mayWait: boolean;
  /** Undefined when no A/A pair could be compared. */
  readonly sameCodeDifference?: number;
  readonly machine?: MachineLoad;
}

export interface SamplingRun {
  readonly steady: boolean;
  readonly warmUpTooShort?: true;
  readonly facts?: SamplingFacts;
}

/** The names that the rows are shown by. */
export const CHECK = {
  sameResults: 'Same inputs, same results',
  inputsRenewed: 'Inputs renewed',
  argumentsNotMutated: 'Arguments not mutated',
  resultConsumed: 'Result consumed',
  steadyState: 'Steady state reached',
  timerFloor: 'Timer floor',
  harnessNotInlined: 'Harness not inlined',
  machineLoad: 'Machine load',
  sameCode: 'Same code, same time',
} as const;

/** In the order of the panel. A row that the facts say nothing about is left out. */
const rows: readonly ((facts: MeasurementFacts) => IntegrityCheck | undefined)[] = [
  sameResults,
  inputsRenewed,
  argumentsNotMutated,
  resultConsumed,
  steadyState,
  timerFloor,
  harnessNotInlined,
  machineLoad,
  sameCode,
];

/** A sample shorter than so many steps of the timer is more timer than work. */
const FEWEST_STEPS = 100;
/** An empty call costs so much more after sampling than at its best only when the loop was compiled for the variant alone; else up to 1.9. */
const RESPECIALISED = 2.5;
/** With fewer calls than that the loop is not worth compiling to anybody, for whatever function: it is as slow as it was before. */
const ENOUGH_TO_COMPILE = 20_000;
/** Share of the processor that a process needs for its figures to be its own. */
const ENOUGH_PROCESSOR = 0.9;
/** Another process below this share of a core is not worth naming. */
const WORTH_NAMING = 0.1;

export function integrityChecks(facts: MeasurementFacts): readonly IntegrityCheck[] {
  return rows.flatMap((row) => row(facts) ?? []);
}

const takingClaimsBack: ReadonlySet<string> = new Set([
  CHECK.inputsRenewed,
  CHECK.argumentsNotMutated,
  CHECK.resultConsumed,
  CHECK.harnessNotInlined,
]);

/** Why nothing may be called faster, whatever the figures say: a check failed that makes them figures of something else. */
export function againstClaims(checks: readonly IntegrityCheck[]): Reason | undefined {
  const failed = checks.find(({ check, ok }) => !ok && takingClaimsBack.has(check));
  return failed === undefined ? undefined : { code: 'integrity', message: failed.detail };
}

function sameResults({ deterministic }: MeasurementFacts): IntegrityCheck {
  return {
    check: CHECK.sameResults,
    ok: deterministic,
    detail: deterministic
      ? 'Two calls of the original on equal inputs gave equal outcomes.'
      : 'Two calls of the original on equal inputs gave different outcomes: comparing results says little.',
  };
}

function inputsRenewed({ series }: MeasurementFacts): IntegrityCheck | undefined {
  const facts = factsOf(series.flat());
  const renewed = facts.flatMap((one) => one.renewed ?? []);
  const check = CHECK.inputsRenewed;
  if (facts.length === 0) return undefined;
  if (renewed.length === 0) return { check, ok: true, detail: 'Not needed: the function leaves its arguments alone.' };
  const lists = sum(renewed, (one) => one.lists);
  const calls = sum(renewed, (one) => one.calls);
  if (lists < calls) {
    const detail = `${calls} calls had only ${lists} argument lists between them, so most of them ran on what earlier ones had left: the times are those of other inputs.`;
    return { check, ok: false, detail };
  }
  const spoilt = renewed.find(({ shared }) => shared === 'changed' || shared === 'hidden');
  if (spoilt !== undefined) {
    const what =
      spoilt.shared === 'changed'
        ? 'hands out the same object for every call, and calls change it'
        : 'hands out the same object for every call, with state inside that cannot be looked at';
    const detail = `The inputs module ${what}: later calls run on what earlier ones left, and the times are those of other inputs. Make the object anew inside \`args\` (or \`receiver\`).`;
    return { check, ok: false, detail };
  }
  const unknown = renewed.some(({ shared }) => shared === 'too-large');
  const detail = `Every call got arguments of its own, made outside of the timed region${unknown ? '; they are too large to see whether they share anything' : ''}.`;
  return { check, ok: true, detail };
}

function argumentsNotMutated({ series }: MeasurementFacts): IntegrityCheck | undefined {
  const facts = factsOf(series.flat());
  const check = CHECK.argumentsNotMutated;
  if (facts.length === 0) return undefined;
  if (facts.every(({ renewed }) => renewed !== undefined)) {
    return { check, ok: true, detail: 'No arguments were used twice.' };
  }
  const looked = facts.flatMap(({ argumentsChanged }) => argumentsChanged ?? []);
  const changed = looked.filter((one) => one).length;
  if (changed > 0) {
    const detail = `The arguments that all calls shared were changed by the last one in ${changed} of ${looked.length} processes: later calls ran on other inputs than the first, and the times are those of a mixture.`;
    return { check, ok: false, detail };
  }
  const detail =
    looked.length === 0
      ? 'The arguments are too large to be looked at again after sampling; the first calls left them as they were.'
      : `The arguments that all calls shared were the same after the last call as before the first, in all ${looked.length} processes looked at.`;
  return { check, ok: true, detail };
}

function resultConsumed({ series, deterministic, isIdle }: MeasurementFacts): IntegrityCheck | undefined {
  const results = factsOf(series.flat()).flatMap(({ result }) => (result === 'not-looked-at' ? [] : result));
  const check = CHECK.resultConsumed;
  if (results.length === 0) return undefined;
  if (results.includes('undefined') && isIdle) {
    const detail =
      'The function returns nothing and changes nothing that can be seen, so the compiler may leave its work out: the times prove nothing. Benchmark a function that returns what it computed.';
    return { check, ok: false, detail };
  }
  if (!deterministic) {
    const detail = 'Every result was stored; they differ from call to call, so the last one could not be checked.';
    return { check, ok: true, detail };
  }
  const different = results.filter((result) => result === 'different').length;
  if (different > 0) {
    const detail = `In ${different} of ${results.length} processes the last result kept while sampling is not what the function gives for these inputs at first: the times are those of something else.`;
    return { check, ok: false, detail };
  }
  const compared = results.filter((result) => result === 'same' || result === 'undefined').length;
  const detail =
    compared === 0
      ? 'Every result was stored; they are too large, or calls too slow, to be compared as well.'
      : `Every result was stored, and the last one was that of the first call in ${compared} of ${results.length} processes looked at.`;
  return { check, ok: true, detail };
}

function steadyState({ series }: MeasurementFacts): IntegrityCheck {
  const runs = series.flat();
  if (runs.length === 0) {
    return { check: CHECK.steadyState, ok: false, detail: 'No process took samples within the budget.' };
  }
  const told = runs.filter(({ warmUpTooShort }) => warmUpTooShort === undefined);
  if (told.length === 0) {
    const detail = `A call is so long that the warm-up has too few windows to compare, in all ${runs.length} processes: it was called before it was timed, and whether it could become faster still was not seen.`;
    return { check: CHECK.steadyState, ok: true, detail };
  }
  const steady = told.filter((run) => run.steady).length;
  const ok = steady >= told.length / 2;
  const meaning = ok
    ? ''
    : ' Calls were still becoming faster or slower: the times are between those of cold and warm code.';
  const detail = `The last warm-up windows agreed in ${steady} of ${told.length} processes${told.length < runs.length ? ' whose calls are short enough to tell' : ''}.${meaning}`;
  return { check: CHECK.steadyState, ok, detail };
}

function timerFloor({ series }: MeasurementFacts): IntegrityCheck | undefined {
  // One process that was slowed down while it chose how many calls make a sample says nothing about the others.
  const typical = series
    .map(factsOf)
    .filter((facts) => facts.length > 0)
    .map((facts) => ({
      sampleNs: median(facts.map((one) => one.sampleNs)),
      stepNs: median(facts.map((one) => one.timerStepNs)),
    }));
  const [worst] = typical.sort((a, b) => a.sampleNs / a.stepNs - b.sampleNs / b.stepNs);
  if (worst === undefined) return undefined;
  const steps = worst.sampleNs / worst.stepNs;
  const figures = `Samples lasted ${formatDuration(worst.sampleNs)}, ${formatCount(Math.floor(steps))} steps of the timer (${formatDuration(worst.stepNs)})`;
  return steps >= FEWEST_STEPS
    ? { check: CHECK.timerFloor, ok: true, detail: `${figures}.` }
    : {
        check: CHECK.timerFloor,
        ok: false,
        detail: `${figures}: a part of the times is the timer. Calls could not be repeated within a sample; use larger sizes or a longer sequence.`,
      };
}

function harnessNotInlined({ series }: MeasurementFacts): IntegrityCheck | undefined {
  const facts = factsOf(series.flat());
  const check = CHECK.harnessNotInlined;
  if (facts.length === 0) return undefined;
  const loops = facts.filter(({ calls }) => calls >= ENOUGH_TO_COMPILE).map(({ emptyCalls }) => emptyCalls);
  if (loops.length === 0) {
    const detail = 'Calls take so long that there were too few for the compiler to turn to the loop that timed them.';
    return { check, ok: true, detail };
  }
  const best = (one: (typeof loops)[number]): number => Math.min(one.beforeNs, one.afterNs);
  const inlined = loops.filter((one) => one.firstAfterNs >= RESPECIALISED * best(one));
  // One process can have been disturbed in just that moment.
  const ok = inlined.length * 2 <= loops.length;
  const floor = formatDuration(median(loops.map(best)));
  const detail = ok
    ? `A function that does nothing took ${floor} in the loop that timed the variants, before and after.`
    : `A function that does nothing took ${floor} at best and ${formatDuration(median(inlined.map((one) => one.firstAfterNs)))} right after sampling, in ${inlined.length} of ${loops.length} processes: the compiler had put the function into the timed loop, so its times are not those of calls.`;
  return { check, ok, detail };
}

function machineLoad({ series, mayWait, machine }: MeasurementFacts): IntegrityCheck | undefined {
  const shares = mayWait ? [] : factsOf(series.flat()).filter(({ isAsync }) => !isAsync);
  if (machine === undefined && shares.length === 0) return undefined;
  const share = shares.length === 0 ? undefined : median(shares.map(({ processorShare }) => processorShare));
  const { cores, loadAtStart, loadAtEnd, busiest } = machine ?? {};
  const load =
    loadAtStart === undefined || cores === undefined
      ? ''
      : ` Load average ${loadAtStart.toFixed(1)} before${loadAtEnd === undefined ? '' : `, ${loadAtEnd.toFixed(1)} after`}, on ${cores} ${cores === 1 ? 'core' : 'cores'}.`;
  // Functions that wait leave the processor to others of their own will; only what was going on before the run can be held against it then.
  const ok = share === undefined ? (loadAtStart ?? 0) <= (cores ?? 1) : share >= ENOUGH_PROCESSOR;
  const switches = sum(shares, ({ involuntarySwitches }) => involuntarySwitches);
  const figure =
    share === undefined
      ? 'What the benchmark got of the processor is not known: the function waits, or took no samples.'
      : `The benchmark got ${formatPercent(share)} of a processor and made room for others ${switches} times in ${shares.length} ${shares.length === 1 ? 'process' : 'processes'}.`;
  const other =
    busiest === undefined || busiest.share < WORTH_NAMING
      ? ''
      : ` ${busiest.name}${busiest.processes > 1 ? ` (${busiest.processes} processes)` : ''} used ${formatPercent(busiest.share)} of a core meanwhile.`;
  const meaning = ok
    ? ''
    : ' Times are longer and wider apart than the code alone makes them: close other programs and run again.';
  return { check: CHECK.machineLoad, ok, detail: `${figure}${load}${ok ? '' : other}${meaning}` };
}

function sameCode({ sameCodeDifference: difference, rounds }: MeasurementFacts): IntegrityCheck {
  const check = CHECK.sameCode;
  if (difference === undefined) {
    const detail = 'The two identical builds could not be compared within the budget, so nothing is claimed.';
    return { check, ok: false, detail };
  }
  const figure = `Two identical builds differed by ${formatPercent(difference)} over ${rounds} rounds`;
  return difference > USEFUL_RESOLUTION
    ? { check, ok: false, detail: `${figure}: smaller gains than that cannot be told from noise in this run.` }
    : { check, ok: true, detail: `${figure}; nothing below that is claimed.` };
}

function factsOf(runs: readonly SamplingRun[]): SamplingFacts[] {
  return runs.flatMap(({ facts }) => facts ?? []);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
