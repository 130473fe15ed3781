// Every size against every measured strategy: time, speed-up, interval, and how the time grows. The twin of the charts.

import type { ComponentChildren } from 'preact';
import type { Growth, Report, StrategyResult } from '../model/report.ts';
import { formatDuration, formatRatio } from '../present/format-duration.ts';
import { growthForm, shownGrowth, typicalError } from '../present/growth-sentence.ts';
import { intervalWords } from '../present/interval-words.ts';
import { caseTime, spreadSentences } from '../present/process-spread.ts';
import { arrowSentence, figureAt, timeWords } from '../present/speedup-words.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';

export function SizesTable({
  report,
  strategies,
}: {
  readonly report: Report;
  readonly strategies: readonly StrategyRow[];
}) {
  const measured = report.results.filter((result) => result.measured !== undefined);
  if (report.baseline.perCase.length === 0) return null;
  const arrows = arrowSentence(report);
  return (
    <section>
      <h2>Every size</h2>
      <div class="table-scroll">
        <table>
          <caption>Time per call, and speed-up with its 95 % interval</caption>
          <thead>
            <tr>
              <th scope="col">input</th>
              <th scope="col" class="number">
                original
              </th>
              {measured.map((result) => (
                <th scope="col" class="number" key={result.strategy}>
                  {strategies.find((strategy) => strategy.id === result.strategy)?.title ?? result.strategy}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.baseline.perCase.map((baseline) => (
              <tr key={baseline.label}>
                <th scope="row">{baseline.label}</th>
                <td class="number">{caseTime(baseline)}</td>
                {measured.map((result) => {
                  const figure = figureAt(result, baseline.label);
                  if (figure === undefined) return <td key={result.strategy} class="number" />;
                  const { ratio } = figure.speedup;
                  return (
                    <td key={result.strategy} class="number">
                      {timeWords(figure)} <strong>{formatRatio(ratio.value)}</strong>
                      <div class="quiet">{intervalWords(ratio)}</div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <GrowthRows report={report} measured={measured} />
        </table>
      </div>
      {spreadSentences(report, (id) => strategies.find((strategy) => strategy.id === id)?.title ?? id).map(
        (sentence) => (
          <p class="quiet" key={sentence}>
            {sentence}
          </p>
        ),
      )}
      {arrows === undefined ? null : <p class="quiet">{arrows}</p>}
      {report.baseline.noGrowth === undefined ? null : <p class="quiet">{report.baseline.noGrowth}</p>}
    </section>
  );
}

/** How the times above grow: the form, how far they typically are from it, and the slope in log-log scale. */
function GrowthRows({ report, measured }: { readonly report: Report; readonly measured: readonly StrategyResult[] }) {
  const growths = [report.baseline.growth, ...measured.map(shownGrowth)];
  if (growths.every((growth) => growth === undefined)) return null;
  const ids = ['', ...measured.map(({ strategy }) => strategy)];
  return (
    <tfoot>
      {GROWTH_ROWS.map(({ name, cell }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {growths.map((growth, index) => (
            <td key={ids[index]} class="number">
              {growth === undefined ? null : cell(growth)}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}

const GROWTH_ROWS: readonly { readonly name: string; readonly cell: (growth: Growth) => ComponentChildren }[] = [
  {
    name: 'grows',
    cell: (growth) => {
      const constantNs = growth.fits[0]?.constantNs ?? 0;
      return (
        <>
          {growthForm(growth)}
          {constantNs > 0 ? <div class="quiet">on top of {formatDuration(constantNs)}</div> : null}
        </>
      );
    },
  },
  { name: 'typical error', cell: typicalError },
  {
    name: 'exponent',
    cell: ({ exponent: { value, low, high } }) => (
      <>
        {twoDigits(value)}{' '}
        <div class="quiet">
          {twoDigits(low)} to {twoDigits(high)}
        </div>
      </>
    ),
  },
];

/** Not '-0.00' for what rounds to nothing. */
function twoDigits(value: number): string {
  return value.toFixed(2).replace(/^-(?=0\.00$)/, '');
}
