// Every size against every measured strategy: time, speed-up, interval.

import type { Report } from '../model/report.ts';
import { formatDuration, formatRatio } from '../present/format-duration.ts';
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
                <td class="number">{formatDuration(baseline.time.value)}</td>
                {measured.map((result) => {
                  const time = result.measured?.perCase.find((candidate) => candidate.label === baseline.label)?.time;
                  const ratio = result.measured?.speedup.find((candidate) => candidate.label === baseline.label)?.ratio;
                  if (time === undefined || ratio === undefined) return <td key={result.strategy} class="number" />;
                  return (
                    <td key={result.strategy} class="number">
                      {formatDuration(time.value)} <strong>{formatRatio(ratio.value)}</strong>
                      <div class="quiet">
                        {formatRatio(ratio.low)} to {formatRatio(ratio.high)}
                      </div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
