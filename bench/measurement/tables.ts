// The tables of the measurement benchmark, made from its raw trials and nothing else.
import type { Trial } from './trial.ts';

type Of<K extends Trial['kind']> = Extract<Trial, { readonly kind: K }>;

export function tablesOf(trials: readonly Trial[]): string {
  const of = <K extends Trial['kind']>(kind: K) => trials.filter((trial): trial is Of<K> => trial.kind === kind);
  return [
    sameCode(of('same-code')),
    accuracy(of('accuracy')),
    slowDown(of('slow-down')),
    wholeRuns(of('whole-run')),
    budget(of('budget')),
    processSpread(of('process')),
  ]
    .filter((table) => table !== '')
    .join('\n');
}

function sameCode(trials: readonly Of<'same-code'>[]): string {
  if (trials.length === 0) return '';
  const rows = grouped(trials, ({ engine, budgetMs }) =>
    budgetMs === undefined ? engine : `${engine}, ${budgetMs / 1000} s`,
  ).map(([engine, group]) => {
    const distances = group.flatMap(({ ratio }) => (ratio === null ? [] : [Math.exp(Math.abs(Math.log(ratio))) - 1]));
    const claims = group.filter(({ claimed }) => claimed);
    const count = (verdict: string): string => String(group.filter((trial) => trial.verdict === verdict).length);
    return [
      engine,
      String(group.length),
      `${claims.length} (${percent(claims.length / group.length)})`,
      percent(middle(distances)),
      percent(Math.max(...distances)),
      group[0]?.verdict === undefined ? '' : count('no-difference'),
      group[0]?.verdict === undefined ? '' : count('withheld'),
    ];
  });
  return table('Identical code declared different', [
    ['engine', 'trials', 'false claims', 'median difference', 'largest difference', 'no difference', 'withheld'],
    ...rows,
  ]);
}

/** What is left of asynchronous code without its promise may be nothing that can be told. */
const leastTruthNs = 1;

function accuracy(trials: readonly Of<'accuracy'>[]): string {
  if (trials.length === 0) return '';
  const rows = grouped(trials, ({ subject, size }) => `${subject} ${size}`).map(([name, group]) => {
    const error = (engine: string): string => {
      const trial = group.find((one) => one.engine === engine);
      if (trial === undefined) return '';
      if (trial.measuredNs === null) return 'not measurable';
      if (trial.boundsOnly === true) return 'bounds only';
      return trial.truthNs < leastTruthNs ? '' : signed(trial.measuredNs / trial.truthNs - 1);
    };
    const { truthNs = 0, truthSpread } = group[0] ?? {};
    const takes = truthSpread === undefined || truthNs < leastTruthNs ? '' : percent(truthSpread);
    return [
      name,
      truthNs < leastTruthNs ? 'under 1 ns' : nanoseconds(truthNs),
      takes,
      error('speedlens'),
      interval(group),
      error('tinybench'),
      error('mitata'),
    ];
  });
  // Runs from before it was kept have no such column.
  const isKept = trials.some(({ lowNs }) => lowNs !== undefined);
  const all = [['subject', 'truth', 'its own spread', 'speedlens', 'its interval', 'tinybench', 'mitata'], ...rows];
  return table('Error against a careful truth', isKept ? all : all.map((row) => row.toSpliced(4, 1)));
}

/** The interval that the report gives, relative to the truth. */
function interval(group: readonly Of<'accuracy'>[]): string {
  const { lowNs, highNs, truthNs } = group.find(({ lowNs }) => lowNs !== undefined) ?? {};
  if (lowNs === undefined || highNs === undefined || truthNs === undefined) return '';
  return `${signed(lowNs / truthNs - 1)} to ${signed(highNs / truthNs - 1)}`;
}

function slowDown(trials: readonly Of<'slow-down'>[]): string {
  if (trials.length === 0) return '';
  const rows = grouped(
    trials,
    ({ subject, budgetMs, percent: added }) => `${subject ?? 'spin'}, ${budgetMs / 1000} s, ${added} %`,
  ).map(([name, group]) => {
    const ratios = group.flatMap(({ ratio }) => (ratio === null ? [] : [1 / ratio - 1]));
    const widths = group.flatMap(({ low, high }) => (low === null || high === null ? [] : [(high - low) / 2]));
    return [
      name,
      String(group.length),
      percent(group.filter(({ detected }) => detected).length / group.length),
      percent(middle(ratios)),
      `±${percent(middle(widths))}`,
      percent(middle(group.map(({ sameCodeDifference }) => sameCodeDifference))),
    ];
  });
  return table('Injected slow-downs found', [
    ['subject, budget, slow-down', 'trials', 'found', 'median estimate', 'median interval', 'median noise of the run'],
    ...rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '', 'en', { numeric: true })),
  ]);
}

function wholeRuns(trials: readonly Of<'whole-run'>[]): string {
  if (trials.length === 0) return '';
  return table('Whole runs with all strategies', [
    ['example', 'budget', 'took', 'first answer', 'first measured verdict', 'measured'],
    ...trials.map((trial) => [
      trial.subject,
      seconds(trial.budgetMs),
      seconds(trial.elapsedMs),
      seconds(trial.firstAnswerMs),
      seconds(trial.firstVerdictMs),
      trial.verdicts.join(', '),
    ]),
  ]);
}

function budget(trials: readonly Of<'budget'>[]): string {
  if (trials.length === 0) return '';
  return table('Where the budget goes', [
    ['subject', 'budget', 'took', 'measuring from', 'first verdict', 'processes', 'timed share'],
    ...trials.map((trial) => [
      trial.subject,
      seconds(trial.budgetMs),
      seconds(trial.elapsedMs),
      seconds(trial.measuringFromMs),
      seconds(trial.firstVerdictMs),
      String(trial.processes),
      percent(trial.timedMs / trial.elapsedMs),
    ]),
  ]);
}

/** Standard deviation of the logarithm between processes, in per cent, for each summary that could be taken of a process. */
function processSpread(trials: readonly Of<'process'>[]): string {
  if (trials.length === 0) return '';
  const summaries = ['low5', 'low10', 'low25', 'median', 'mean'] as const;
  const rows = grouped(trials, ({ subject, timedMs }) => `${subject}, ${timedMs} ms`).map(([name, group]) => [
    name,
    String(group.length),
    percent(group.filter(({ steady }) => steady).length / group.length),
    ...summaries.map((summary) => percent(deviation(group.map((trial) => Math.log(trial[summary]))))),
  ]);
  return table('Spread between processes of the same code', [
    ['subject, timed', 'processes', 'steady', '5th percentile', '10th', '25th', 'median', 'mean'],
    ...rows,
  ]);
}

function deviation(values: readonly number[]): number {
  const center = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

function table(title: string, [header = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `### ${title}\n\n${[line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '-';
}

function seconds(ms: number | null): string {
  return ms === null ? 'none' : `${(ms / 1000).toFixed(1)} s`;
}

function signed(share: number): string {
  return `${share > 0 ? '+' : ''}${percent(share)}`;
}

function nanoseconds(value: number): string {
  if (value < 1e3) return `${value.toFixed(1)} ns`;
  if (value < 1e6) return `${(value / 1e3).toFixed(1)} µs`;
  return value < 1e9 ? `${(value / 1e6).toFixed(1)} ms` : `${(value / 1e9).toFixed(2)} s`;
}
