// In which of V8's compilers' code a variant ran once it was warm, and how often that code was thrown away, from a profile of detail 'tiers'.
import type { Deoptimization } from '../../model/why-slow.ts';
import type { DiagnoseAnswer, ProfiledSpot } from '../process/protocol.ts';
import { deoptSentence } from './deopt-reasons.ts';
import { type BuiltFrom, type UserPlaces, userPlaces } from './user-places.ts';

export type Tier = ProfiledSpot['tier'];

export interface CodeTiers {
  /** Samples that fell into the variant's code or what it calls; the shares are of these. */
  readonly samples: number;
  readonly shares: Readonly<Record<Tier, number>>;
  readonly calls: number;
  /** Those that go on while the code is warm come first. */
  readonly deopts: readonly Deoptimization[];
}

const MOST_DEOPTS = 20;

/** Undefined when there was no profile to read. */
export function codeTiers(answer: DiagnoseAnswer, request: BuiltFrom): CodeTiers | undefined {
  if (!answer.profiled) return undefined;
  const places = userPlaces(request);
  const counts: Record<Tier, number> = { interpreter: 0, baseline: 0, maglev: 0, turbofan: 0 };
  let samples = 0;
  for (const { line, column, tier, samples: found } of answer.spots) {
    // Code that tells no line is the variant's as well: functions of the inputs are the exception.
    if (line > 0 && typeof places.of(line, column) === 'string') continue;
    counts[tier] += found;
    samples += found;
  }
  const share = (tier: Tier): number => (samples === 0 ? 0 : counts[tier] / samples);
  return {
    samples,
    shares: {
      interpreter: share('interpreter'),
      baseline: share('baseline'),
      maglev: share('maglev'),
      turbofan: share('turbofan'),
    },
    calls: answer.calls,
    deopts: explainDeopts(answer, places),
  };
}

/** Of the time, the share in code of V8's optimising compilers. */
export function optimizedShare({ shares }: CodeTiers): number {
  return shares.turbofan + shares.maglev;
}

function explainDeopts(answer: DiagnoseAnswer, places: UserPlaces): Deoptimization[] {
  return answer.deopts
    .flatMap(({ line, column, reason, duringWarmUp, whileWarm }): Deoptimization[] => {
      const place = places.of(line, column);
      if (typeof place === 'string') return [];
      return [
        {
          ...places.named(place),
          column: place.column,
          reason,
          sentence: deoptSentence(reason),
          duringWarmUp,
          whileWarm,
        },
      ];
    })
    .sort((a, b) => b.whileWarm - a.whileWarm || b.duringWarmUp - a.duringWarmUp)
    .slice(0, MOST_DEOPTS);
}
