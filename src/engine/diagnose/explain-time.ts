// Turns what the profiler saw in a bundle into lines of the user's files: adds up places, names callees, puts deoptimisations into sentences.
import type { Callee, HotLine, WhySlow } from '../../model/why-slow.ts';
import type { DiagnoseAnswer, ProfiledSpot } from '../process/protocol.ts';
import { calleeName } from './callee-name.ts';
import { type CodeTiers, optimizedShare } from './code-tiers.ts';
import type { SourcePlace } from './source-map.ts';
import { type BuiltFrom, type UserPlaces, userPlaces } from './user-places.ts';

export interface ExplainRequest extends BuiltFrom {
  readonly caseLabel: string;
}

/** Lines in the report. What is left out is far below what a profile of this length can tell. */
const MOST_LINES = 40;
const MOST_CALLEES = 4;

/**
 * `answer` is one of detail 'lines'. What V8 took back is told from `tiers`, for without its intermediate compilers it takes back other code
 * than it does while timing.
 */
export function explainTime(answer: DiagnoseAnswer, request: ExplainRequest, tiers: CodeTiers | undefined): WhySlow {
  if (!answer.profiled) return nothingToExplain(request.caseLabel, 'The profiler of this Node left nothing to read.');
  const places = userPlaces(request);
  const lines = new Map<string, CountedLine>();
  let collector = answer.collectorSamples ?? 0;
  let inputs = 0;
  let unplaced = 0;
  let inLines = 0;
  for (const spot of answer.spots) {
    const place = spot.line === 0 ? 'unplaced' : places.of(spot.line, spot.column);
    if (place === 'unplaced') unplaced += spot.samples;
    else if (place === 'inputs') inputs += spot.samples;
    else if (place !== 'ours') {
      count(lines, place, spot);
      inLines += spot.samples;
    }
  }
  // Code that has no line may still be the harness's; without a single line of the user's there is nothing to share out.
  if (inLines === 0) {
    collector = 0;
    inputs = 0;
    unplaced = 0;
  }
  const samples = inLines + collector + inputs + unplaced;
  const share = (part: number): number => (samples === 0 ? 0 : part / samples);
  return {
    case: request.caseLabel,
    samples,
    intervalMs: answer.intervalMs,
    calls: answer.calls,
    lines: [...lines.values()]
      .sort((a, b) => b.samples - a.samples || a.place.line - b.place.line)
      .slice(0, MOST_LINES)
      .map((line) => hotLine(line, share, places)),
    ...(answer.collectorSamples === undefined ? {} : { collector: share(collector) }),
    inputs: share(inputs),
    unplaced: share(unplaced),
    ...(tiers === undefined ? {} : { optimized: optimizedShare(tiers) }),
    deopts: tiers?.deopts ?? [],
    ...(samples === 0 ? { note: 'The calls were over too soon for the profiler to see the function.' } : {}),
  };
}

/** What is shown when there is no answer: the reason alone. */
export function nothingToExplain(caseLabel: string, note: string): WhySlow {
  return {
    case: caseLabel,
    samples: 0,
    intervalMs: 0,
    calls: 0,
    lines: [],
    inputs: 0,
    unplaced: 0,
    deopts: [],
    note,
  };
}

interface CountedLine {
  readonly place: SourcePlace;
  samples: number;
  readonly callees: Map<string, number>;
}

function count(lines: Map<string, CountedLine>, place: SourcePlace, spot: ProfiledSpot): void {
  const key = `${place.line} ${place.file}`;
  const line = lines.get(key) ?? { place, samples: 0, callees: new Map<string, number>() };
  lines.set(key, line);
  line.samples += spot.samples;
  if (spot.callee === undefined) return;
  const name = calleeName(spot.callee);
  line.callees.set(name, (line.callees.get(name) ?? 0) + spot.samples);
}

function hotLine(line: CountedLine, share: (part: number) => number, places: UserPlaces): HotLine {
  const callees: Callee[] = [...line.callees]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CALLEES)
    .map(([name, samples]) => ({ name, share: share(samples) }));
  return {
    ...places.named(line.place),
    samples: line.samples,
    share: share(line.samples),
    callees,
  };
}
