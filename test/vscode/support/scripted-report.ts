// Reports that the scripted engine answers with: true to the text they were asked about (hash, lines, edits), made up in their numbers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchOptions } from '../../../src/model/bench-options.ts';
import type { FunctionListing } from '../../../src/model/function-listing.ts';
import type { Estimate, Measured, Report, Rewrite, StrategyResult } from '../../../src/model/report.ts';
import type { WhySlow } from '../../../src/model/why-slow.ts';

const SIZES = [10, 100, 1000];

export function scriptedReport(options: BenchOptions, text: string, listing: FunctionListing): Report {
  const results = resultsFor(options, listing).filter(
    (result) => options.strategies === undefined || options.strategies.includes(result.strategy),
  );
  const best = results.find((result) => result.verdict === 'faster')?.strategy ?? null;
  return {
    formatVersion: 1,
    tool: { name: 'speedlens', version: '0.0.0' },
    subject: {
      file: options.file,
      name: listing.name,
      line: listing.line,
      kind: listing.kind,
      signature: `function ${listing.name}`,
      textSha256: createHash('sha256').update(text).digest('hex'),
    },
    environment: {
      node: process.version,
      v8: process.versions.v8,
      nodePath: options.nodePath,
      cpu: 'scripted',
      cores: 2,
      os: process.platform,
      runtime: options.runtime,
    },
    inputs: { origin: 'generated', notes: [`budget ${options.budgetMs} ms`], cases: cases(options) },
    noise: { sameCodeDifference: 0.02 },
    baseline: measured(options, 1000),
    whySlow: whySlow(text, listing),
    results,
    summary: {
      bestStrategy: best,
      sentence: best === null ? `${listing.name} is best left as it is.` : `${best} makes ${listing.name} faster.`,
    },
    integrity: [{ check: 'planted bug', ok: true, detail: 'A wrong variant was caught.' }],
  };
}

/** The line behind the function's first is the hottest, then comes the first itself; of `pooled` there were too few samples. */
function whySlow(text: string, listing: FunctionListing): WhySlow {
  const hot = (line: number, share: number) => ({
    line,
    text: (text.split('\n')[line - 1] ?? '').trim(),
    samples: 1000 * share,
    share,
    callees: [],
  });
  return {
    case: 'n = 1000',
    samples: listing.name === 'pooled' ? 7 : 1000,
    intervalMs: 0.2,
    calls: 99,
    lines: [hot(listing.line + 1, 0.75), hot(listing.line, 0.2), hot(1, 0.001)],
    collector: 0.049,
    inputs: 0,
    unplaced: 0,
    optimized: 1,
    deopts: [],
  };
}

function resultsFor(options: BenchOptions, listing: FunctionListing): StrategyResult[] {
  const declined = (strategy: string): StrategyResult => ({
    strategy,
    verdict: 'declined',
    reasons: [{ code: 'X1', message: 'Nothing to do here.', line: listing.line + 1, unlock: 'Write a loop.' }],
  });
  const rewrittenBy = (
    strategy: string,
    rewrite: Rewrite,
    verdict: StrategyResult['verdict'] = 'faster',
  ): StrategyResult => ({
    strategy,
    variant: 'drop-in',
    verdict,
    reasons: [],
    measured: {
      ...measured(options, 10),
      speedup: cases(options).map((each, index) => ({ ...each, ratio: estimate([2, 40, 736][index] ?? 736) })),
    },
    equivalence: { cases: 12, generatedCases: 9, tolerance: 'exact' },
    rewrite,
  });
  switch (listing.name) {
    case 'fib':
      return [
        declined('workers'),
        declined('typed-arrays'),
        rewrittenBy('memoization', commented(options, listing, '// memoized')),
      ];
    case 'pooled':
      return [rewrittenBy('workers', pooled(options, listing)), declined('typed-arrays'), declined('memoization')];
    case 'shared':
      return [rewrittenBy('workers', shared(options, listing)), declined('typed-arrays'), declined('memoization')];
    case 'wrong': {
      const counterexample = { args: '[]', expected: '5', actual: '6' };
      const result = rewrittenBy('memoization', commented(options, listing, '// wrong'), 'not-equivalent');
      return [{ ...result, equivalence: { cases: 3, generatedCases: 0, tolerance: 'exact', counterexample } }];
    }
    default:
      return [declined('workers'), declined('typed-arrays'), declined('memoization')];
  }
}

/** A rewrite of two separate edits, so that "one undo step" says something. */
function commented(options: BenchOptions, listing: FunctionListing, comment: string): Rewrite {
  return {
    signature: 'same',
    files: [
      {
        path: options.file,
        edits: [
          { start: listing.start, end: listing.start, text: `${comment}, first edit\n` },
          { start: listing.end, end: listing.end, text: `\n${comment}, second edit` },
        ],
      },
    ],
    dependencies: {},
    diff: `+${comment}`,
  };
}

function pooled(options: BenchOptions, listing: FunctionListing): Rewrite {
  const { files, diff } = commented(options, listing, '// pooled');
  const worker = {
    path: path.join(path.dirname(options.file), `${listing.name}.worker.ts`),
    newText: 'export default 1;\n',
  };
  return { signature: 'async', files: [...files, worker], dependencies: { piscina: '^5.3.2' }, diff };
}

/** Changes `callers.ts` beside the function's file, when there is one. */
function shared(options: BenchOptions, listing: FunctionListing): Rewrite {
  const rewrite = pooled(options, listing);
  const callers = path.join(path.dirname(options.file), 'callers.ts');
  const text = readFileSync(callers, 'utf8');
  const start = text.indexOf('shared()');
  const edits = [{ start, end: start + 'shared'.length, text: 'sharedParallel' }];
  const textSha256 = createHash('sha256').update(text).digest('hex');
  const [own, ...added] = rewrite.files;
  if (own === undefined) throw new Error('A rewrite changes a file.');
  return { ...rewrite, callersFollow: true, files: [own, { path: callers, edits, textSha256 }, ...added] };
}

function cases(options: BenchOptions) {
  return (options.sizes ?? SIZES).map((size) => ({ label: `n = ${size}`, size }));
}

function measured(options: BenchOptions, nanoseconds: number): Measured {
  return { perCase: cases(options).map((each) => ({ ...each, time: estimate(nanoseconds * each.size) })) };
}

function estimate(value: number): Estimate {
  return { value, low: value * 0.95, high: value * 1.05, confidence: 0.95 };
}
