// From V8's log to the places of one bundle: every sample goes to the innermost place in the bundle that was on the stack, so that what a line
// calls outside of the bundle is charged to the line. Which of these places are the user's is known to whoever has the source map.
import type { DiagnoseAnswer, ProfiledDeopt, ProfiledSpot } from '../../process/protocol.ts';
import { type LogEvent, type Place, parseLogLine, vmStates } from './code-log.ts';
import { type Code, CodeMap, type NamedFunction } from './code-map.ts';
import { type InlinedPlace, placesAt } from './source-positions.ts';

export interface ProfileRequest {
  /** Address and text of the bundle. */
  readonly url: string;
  readonly text: string;
  /** Names of scripts whose compilation marks the end of the warm-up and the end of sampling. */
  readonly warmMark: string;
  readonly endMark: string;
  /** Name of the function of ours that makes inputs. */
  readonly preparingFunction: string;
}

export interface Profile extends Pick<DiagnoseAnswer, 'intervalMs' | 'spots' | 'deopts'> {
  readonly collectorSamples: number;
}

type Callee = NonNullable<ProfiledSpot['callee']>;
type TickEvent = Extract<LogEvent, { kind: 'tick' }>;
type DeoptEvent = Extract<LogEvent, { kind: 'deopt' }>;

/** What one sample found: a place of the bundle, the collector at work, or nothing of the variant's. */
interface Tick {
  readonly time: number;
  readonly found: Omit<ProfiledSpot, 'samples'> | 'collector' | undefined;
}

/** Undefined when the log does not say when the warm-up ended. */
export function readProfile(log: string, request: ProfileRequest): Profile | undefined {
  const map = new CodeMap();
  const lineStarts = startsOfLines(request.text);
  const ticks: Tick[] = [];
  const deopts: DeoptEvent[] = [];
  let warmAt: number | undefined;
  let endAt = Number.POSITIVE_INFINITY;
  for (const line of linesOf(log)) {
    const event = parseLogLine(line);
    if (event === undefined) continue;
    if (event.kind === 'tick') ticks.push(resolveTick(event, map, request, lineStarts));
    else if (event.kind === 'deopt') deopts.push(event);
    else {
      map.note(event);
      if (event.kind === 'code' && event.name.includes(request.warmMark)) warmAt ??= event.time;
      if (event.kind === 'code' && event.name.includes(request.endMark)) endAt = Math.min(endAt, event.time);
    }
  }
  if (warmAt === undefined) return undefined;
  const start = warmAt;
  const sampled = ticks.filter(({ time }) => time >= start && time < endAt);
  const first = sampled[0]?.time ?? 0;
  const last = sampled.at(-1)?.time ?? 0;
  return {
    intervalMs: sampled.length > 1 ? (last - first) / (sampled.length - 1) / 1000 : 0,
    spots: countSpots(sampled),
    collectorSamples: countCollector(sampled),
    deopts: countDeopts(deopts, request.url, start, endAt),
  };
}

function* linesOf(log: string): Generator<string> {
  for (let start = 0, end = log.indexOf('\n'); end >= 0; start = end + 1, end = log.indexOf('\n', start)) {
    // Texts of scripts make the longest lines, and are not asked for.
    if (!log.startsWith('script-source', start)) yield log.slice(start, end);
  }
}

/** One function on the stack, inlined or not. */
interface Frame extends NamedFunction {
  readonly kind: Code['kind'];
  readonly tier: Code['tier'];
  /** Offset in the text of its script, when known. */
  readonly script: number | undefined;
}

function resolveTick(event: TickEvent, map: CodeMap, request: ProfileRequest, lineStarts: readonly number[]): Tick {
  const { time, state } = event;
  if (state === vmStates.collecting) return { time, found: 'collector' };
  const { frames, startsInNative } = framesOf(event, map);
  const own = frames.findIndex(({ url }) => url === request.url);
  const frame = frames[own];
  if (frame === undefined || frames.some(({ name }) => name === request.preparingFunction)) {
    return { time, found: undefined };
  }
  const callee = calleeOf(frames.slice(0, own), state, startsInNative);
  return {
    time,
    found: {
      ...(frame.script === undefined ? { line: 0, column: 0 } : lineAndColumn(lineStarts, frame.script)),
      ...(callee === undefined ? {} : { callee }),
      tier: frame.tier,
    },
  };
}

/** The innermost first. `startsInNative`: what ran was C++, which has no frame here. */
function framesOf(
  event: TickEvent,
  map: CodeMap,
): { readonly frames: readonly Frame[]; readonly startsInNative: boolean } {
  const top = event.isExternal ? undefined : map.at(event.pc);
  const frames: Frame[] = top === undefined ? [] : framesAt(top, event.pc - top.address, map);
  // Code without a frame of its own leaves its caller's return address on top of the stack.
  const hidden = top === undefined || event.isExternal ? undefined : map.at(event.topOfStack);
  const returns = hidden?.kind === 'function' && event.stack[0] !== event.topOfStack ? [event.topOfStack] : [];
  for (const address of [...returns, ...event.stack]) {
    // For interpreted functions the stack tells the bytecode that calls; else the address to return to, which may lie behind the last
    // instruction of the call's place.
    const bytecode = map.at(address);
    const place = bytecode?.kind === 'function' && bytecode.tier === 'interpreter' ? address : address - 1;
    const code = map.at(place);
    if (code !== undefined) frames.push(...framesAt(code, place - code.address, map));
  }
  return { frames, startsInNative: top === undefined };
}

function framesAt(code: Code, offset: number, map: CodeMap): Frame[] {
  const { kind, tier } = code;
  const places: InlinedPlace[] = code.positions === undefined ? [] : placesAt(code.positions, offset);
  if (places.length === 0) return [{ kind, tier, name: code.name, url: code.url, script: undefined }];
  return places.map(({ script, functionAddress }) => {
    const { name, url } =
      functionAddress === undefined ? code : (map.functionAt(functionAddress) ?? { name: '', url: '' });
    return { kind, tier, name, url, script };
  });
}

/** Of the frames inside of the variant's innermost one, the outermost: what the line itself called. */
function calleeOf(inner: readonly Frame[], state: number, startsInNative: boolean): Callee | undefined {
  if (state === vmStates.parsing || state === vmStates.compilingBytecode || state === vmStates.compiling) {
    return { kind: 'compiler', name: '' };
  }
  // Handlers of bytecodes are how interpreted code runs, not something that it calls.
  const called = inner.filter(({ kind }) => kind !== 'bytecode-handler').at(-1);
  if (called === undefined) return startsInNative ? { kind: 'native', name: '' } : undefined;
  if (called.kind === 'function') return { kind: 'function', name: called.name, url: called.url };
  return { kind: isLanguageFunction(called.name) ? 'builtin' : 'helper', name: called.name };
}

const LANGUAGE_FUNCTION =
  /Prototype|^(Array|TypedArray|String|RegExp|Map|Set|WeakMap|WeakSet|Object|Number|Math|JSON|Date|Promise|Reflect|BigInt|Symbol|Iterator|Global)[A-Z]/;
/** Parts of the interpreter's and the compilers' own machinery that are named like library functions. */
const MACHINERY =
  /IC(_|$)|Trampoline|_Baseline|Handler$|Constructor$|Continuation$|^StringAdd|^StringEqual|^StringLess|^StringGreater/;

function isLanguageFunction(name: string): boolean {
  return LANGUAGE_FUNCTION.test(name) && !MACHINERY.test(name);
}

function countSpots(ticks: readonly Tick[]): ProfiledSpot[] {
  const counts = new Map<string, { readonly spot: Omit<ProfiledSpot, 'samples'>; samples: number }>();
  for (const { found: spot } of ticks) {
    if (spot === undefined || spot === 'collector') continue;
    const key = JSON.stringify([spot.line, spot.column, spot.tier, spot.callee]);
    const counted = counts.get(key) ?? { spot, samples: 0 };
    counted.samples++;
    counts.set(key, counted);
  }
  return [...counts.values()].map(({ spot, samples }) => ({ ...spot, samples }));
}

/** V8 does not look at the stack while it collects; what ran before is what it collects for. */
function countCollector(ticks: readonly Tick[]): number {
  let isOurs = false;
  let collecting = 0;
  for (const { found } of ticks) {
    if (found !== 'collector') isOurs = found !== undefined;
    else if (isOurs) collecting++;
  }
  return collecting;
}

/** A switch from one optimising compiler to the next, told as a deoptimisation. */
const NO_LOSS = /on.stack replacement|OSR/i;

function countDeopts(deopts: readonly DeoptEvent[], url: string, warmAt: number, endAt: number): ProfiledDeopt[] {
  const counts = new Map<string, { place: Place; reason: string; duringWarmUp: number; whileWarm: number }>();
  for (const { time, places, reason } of deopts) {
    const place = places.find((candidate) => candidate.url === url);
    if (place === undefined || time >= endAt || NO_LOSS.test(reason)) continue;
    const key = `${place.line}:${place.column} ${reason}`;
    const counted = counts.get(key) ?? { place, reason, duringWarmUp: 0, whileWarm: 0 };
    if (time < warmAt) counted.duringWarmUp++;
    else counted.whileWarm++;
    counts.set(key, counted);
  }
  return [...counts.values()].map(({ place: { line, column }, ...rest }) => ({ line, column, ...rest }));
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** Both from 1. */
function lineAndColumn(
  lineStarts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low, column: offset - (lineStarts[low - 1] ?? 0) + 1 };
}
