// The `observe` task: what a few calls of a variant on one case do. Times here are rough and only plan the measurement.
import type { VariantModule } from '../../../model/variant.ts';
import type { ObserveAnswer, ObserveTask } from '../protocol.ts';
import { type CallInput, inputsOfCase } from './cases.ts';
import type { EnterPhase } from './child-phase.ts';
import { resultKind, settled } from './consume.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { loadVariant } from './load-variant.ts';
import { profileValue } from './profile-value.ts';
import { asThrownError, UserCodeError } from './user-code-error.ts';

/** Later calls are repeated this long, at most this often, for a time that one hiccup does not spoil. */
const LATER_CALLS_MS = 20;
const LATER_CALLS = 20;
/** A single call so short is mostly the clock's and the interpreter's time: such calls are timed many at once, as long as that again. */
const SHORT_CALL_MS = 0.05;
const CALLS_AT_ONCE = 64;
/** Counting goes no further: whoever calls with large objects is not kept waiting. */
const COUNTING_MS = 100;

export async function observe(task: ObserveTask, enter: EnterPhase): Promise<ObserveAnswer> {
  const { module } = await loadVariant(task.variant);
  await enter('inputs');
  const inputs = inputsOfCase(module.inputs, task.caseIndex, task.seed);
  const start = performance.now();
  const input = inputs.call();
  const argumentsMs = performance.now() - start;
  const profiles = input.args.map(profileValue);
  const receiver = input.receiver === undefined ? undefined : profileValue(input.receiver);

  await enter('calling', inputs.label);
  const first = await callOnce(module, input);
  const second = await callOnce(module, inputs.call());
  const laterTimes = [second.milliseconds];
  const end = performance.now() + LATER_CALLS_MS;
  while (laterTimes.length < LATER_CALLS && performance.now() + second.milliseconds < end) {
    laterTimes.push((await callOnce(module, inputs.call(), 'time only')).milliseconds);
  }
  laterTimes.sort((a, b) => a - b);
  const middleMs = laterTimes[laterTimes.length >> 1] ?? second.milliseconds;
  const isShort = middleMs < SHORT_CALL_MS && first.thrown === undefined && !first.returnsPromise;
  const laterCallMs = isShort ? Math.min(middleMs, shortCallMs(module, inputs.call)) : middleMs;

  const distinctCalls = inputs.sequence === undefined ? undefined : countDistinct(inputs.sequence());

  return {
    outcome: first.thrown === undefined ? 'returned' : 'threw',
    ...(first.thrown === undefined ? {} : { error: first.thrown }),
    firstCallMs: first.milliseconds,
    laterCallMs,
    argumentsMs,
    returnsPromise: first.returnsPromise,
    mutatesArguments: first.before.text !== first.after.text || second.before.text !== second.after.text,
    ...(first.before.opaque ? { opaqueArguments: true } : {}),
    deterministic:
      first.outcome === second.outcome &&
      first.after.text === second.after.text &&
      first.before.text === second.before.text,
    arguments: profiles,
    ...(receiver === undefined ? {} : { receiver }),
    ...(first.thrown === undefined ? { result: profileValue(first.result) } : {}),
    ...(distinctCalls === undefined ? {} : { distinctCalls }),
  };
}

/** Results are kept here, so that no call can be dropped for having no effect. */
const sink: { value: unknown } = { value: undefined };

/** Of many calls at once, the quickest time of one: the compiler has seen most of them by then. Infinity when making arguments takes all the time. */
function shortCallMs(module: VariantModule, makeInput: () => CallInput): number {
  const end = performance.now() + LATER_CALLS_MS;
  let best = Number.POSITIVE_INFINITY;
  const making = performance.now();
  makeInput();
  let makingMs = (performance.now() - making) * CALLS_AT_ONCE;
  for (;;) {
    const before = performance.now();
    if (before + makingMs > end) return best;
    const batch = Array.from({ length: CALLS_AT_ONCE }, () => makeInput());
    const start = performance.now();
    makingMs = start - before;
    try {
      for (const { receiver, args } of batch) sink.value = module.call(receiver, args);
    } catch {
      return best;
    }
    best = Math.min(best, (performance.now() - start) / CALLS_AT_ONCE);
  }
}

/** Undefined when it would take too long. */
function countDistinct(calls: readonly CallInput[]): number | undefined {
  const seen = new Set<string>();
  const end = performance.now() + COUNTING_MS;
  for (const { args } of calls) {
    if (performance.now() > end) return undefined;
    seen.add(fingerprint(args).text);
  }
  return seen.size;
}

interface ObservedCall {
  readonly milliseconds: number;
  readonly result: unknown;
  readonly returnsPromise: boolean;
  readonly thrown: string | undefined;
  /** Of the result, or of what was thrown. */
  readonly outcome: string;
  readonly before: Fingerprint;
  readonly after: Fingerprint;
}

const NOT_LOOKED_AT: Fingerprint = { text: '', opaque: false };

async function callOnce(module: VariantModule, input: CallInput, timeOnly?: 'time only'): Promise<ObservedCall> {
  const look = (value: unknown): Fingerprint => (timeOnly === undefined ? fingerprint(value) : NOT_LOOKED_AT);
  const all = [input.receiver, input.args];
  const before = look(all);
  let result: unknown;
  let returnsPromise = false;
  let thrown: string | undefined;
  const start = performance.now();
  try {
    const returned = module.call(input.receiver, input.args);
    const kind = resultKind(returned);
    returnsPromise = kind === 'promise' || kind === 'async-generator';
    result = kind === 'value' ? returned : await settled(returned);
  } catch (error) {
    const facts = asThrownError(error, []);
    // A refused permission is not what the function does, it is what we did to it.
    if (facts.code === 'ERR_ACCESS_DENIED') throw new UserCodeError('calling', error);
    thrown = facts.message === '' ? facts.name : `${facts.name}: ${facts.message}`;
  }
  const milliseconds = performance.now() - start;
  return {
    milliseconds,
    result,
    returnsPromise,
    thrown,
    outcome: thrown ?? look(result).text,
    before,
    after: look(all),
  };
}
