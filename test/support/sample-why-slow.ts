// Where the time of the sample report's function goes, made up: two lines, a helper in another file, the collector, two deoptimisations.
import type { WhySlow } from '../../src/model/why-slow.ts';

export function sampleWhySlow(more: Partial<WhySlow> = {}): WhySlow {
  return {
    case: 'n = 1000000',
    samples: 800,
    intervalMs: 0.31,
    calls: 42,
    lines: [
      {
        line: 15,
        text: 'sum += list[i] | flags;',
        samples: 480,
        share: 0.6,
        callees: [{ name: 'Array.prototype.indexOf', share: 0.4 }],
      },
      { line: 14, text: 'for (let i = 0; i < limit; i++) {', samples: 160, share: 0.2, callees: [] },
      { file: '/project/src/weigh.ts', line: 3, text: 'return a * b;', samples: 80, share: 0.1, callees: [] },
    ],
    collector: 0.08,
    inputs: 0,
    unplaced: 0,
    optimized: 0.97,
    deopts: [
      {
        line: 15,
        column: 7,
        text: 'sum += list[i] | flags;',
        reason: 'wrong map',
        sentence: 'An object had another shape.',
        duringWarmUp: 3,
        whileWarm: 12,
      },
      {
        line: 14,
        column: 3,
        text: 'for (let i = 0; i < limit; i++) {',
        reason: 'overflow',
        sentence: 'A number grew.',
        duringWarmUp: 2,
        whileWarm: 0,
      },
    ],
    ...more,
  };
}
