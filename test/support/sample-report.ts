// A report with made-up numbers, for tests of what is shown. Conforms to the schema; tests change what they speak of.
import type { Estimate, Growth, Report, StrategyResult, Verdict } from '../../src/model/report.ts';

const SIZES = [100, 10_000, 1_000_000];

export function estimate(value: number, spread = 0.05): Estimate {
  return { value, low: value * (1 - spread), high: value * (1 + spread), confidence: 0.95 };
}

export function measuredResult(
  strategy: string,
  verdict: Verdict,
  ratio: number,
  more: Partial<StrategyResult> = {},
): StrategyResult {
  return {
    strategy,
    variant: 'drop-in',
    verdict,
    reasons: [],
    headline: labelOf(1_000_000),
    measured: {
      perCase: SIZES.map((size) => ({ ...sizedCase(size), time: estimate((size * 3) / ratio) })),
      speedup: SIZES.map((size) => ({ label: labelOf(size), size, ratio: estimate(ratio) })),
      growth: linearGrowth(3 / ratio),
    },
    equivalence: { cases: 1212, generatedCases: 1200, tolerance: 'exact' },
    rewrite: {
      signature: 'same',
      files: [{ path: '/project/src/sieve.ts', edits: [{ start: 0, end: 3, text: 'new' }] }],
      dependencies: {},
      diff: '-old\n+new\n',
    },
    ...more,
  };
}

export function declinedResult(strategy: string, more: Partial<StrategyResult> = {}): StrategyResult {
  const reason = { code: 'X1', message: '`rows` comes from the caller', line: 14, unlock: 'Copy it first.' };
  return { strategy, verdict: 'declined', reasons: [reason], ...more };
}

export function sampleReport(results: readonly StrategyResult[], more: Partial<Report> = {}): Report {
  return {
    formatVersion: 1,
    tool: { name: 'speedlens', version: '0.1.0' },
    subject: {
      file: '/project/src/sieve.ts',
      name: 'sieve',
      line: 12,
      kind: 'function',
      signature: 'sieve(limit: number): number[]',
      textSha256: 'ab'.repeat(32),
    },
    environment: {
      node: 'v22.11.0',
      v8: '12.4.254.21-node.21',
      nodePath: '/opt/node/bin/node',
      cpu: 'Sample CPU',
      cores: 8,
      os: 'Linux 6.1.0 x64',
      runtime: 'node',
      memoryBytes: 16 * 1024 ** 3,
      power: { governor: 'schedutil', onBattery: false },
      limits: { cpus: 4 },
      load: { atStart: 0.31, atEnd: 1.07 },
      nodeFlags: ['--no-warnings'],
    },
    inputs: { origin: 'declared', notes: [], cases: SIZES.map((size) => ({ label: labelOf(size), size })) },
    noise: { sameCodeDifference: 0.021 },
    baseline: {
      perCase: SIZES.map((size) => ({ ...sizedCase(size), time: estimate(size * 3) })),
      growth: linearGrowth(3),
    },
    results,
    summary: { bestStrategy: null, sentence: 'sieve is best left as it is.' },
    integrity: [{ check: 'Planted bug', ok: true, detail: 'A wrong variant was caught.' }],
    ...more,
  };
}

export function linearGrowth(factorNs: number): Growth {
  return {
    fits: [{ form: 'n', constantNs: 0, factorNs, typicalError: 0.012 }],
    exponent: estimate(1),
    fromSize: 100,
    toSize: 1_000_000,
  };
}

export function labelOf(size: number): string {
  return `n = ${size}`;
}

function sizedCase(size: number) {
  return {
    label: labelOf(size),
    size,
    allocatedBytes: size * 8,
    collectorShare: 0.031,
    peakRssBytes: 60_000_000 + size,
    addedRssBytes: 12_000_000,
  };
}
