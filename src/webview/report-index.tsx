// Many reports in one exported file: an overview table, then each report in full.

import { overviewColumns } from '../present/overview.ts';
import { caseTime } from '../present/process-spread.ts';
import { titleAmong } from '../present/verdict-sentence.ts';
import type { PanelState } from '../protocol/report-panel-protocol.ts';
import { nobody } from './host.ts';
import { ReportPage } from './report-page.tsx';

export function ReportIndex({ states }: { readonly states: readonly PanelState[] }) {
  const reports = states.flatMap(({ report }) => (report === undefined ? [] : [report]));
  const strategies = states[0]?.strategies ?? [];
  const columns = overviewColumns(
    reports,
    strategies.map(({ id }) => id),
    (strategy) => titleAmong(strategies, strategy),
  );
  return (
    <main>
      <div class="page index">
        <h1>Speedlens</h1>
        <p class="summary">{states.length} functions, each against automatic rewrites of itself.</p>
        <div class="table-scroll">
          <table>
            <caption>Verdicts at the largest size of each function</caption>
            <thead>
              <tr>
                <th scope="col">function</th>
                <th scope="col">size</th>
                <th scope="col" class="number">
                  original
                </th>
                {columns.map(({ id, title }) => (
                  <th scope="col" key={id}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {states.map(({ report }, index) => {
                if (report === undefined) return null;
                const last = report.baseline.perCase.at(-1);
                return (
                  <tr key={`${report.subject.file}:${report.subject.line}`}>
                    <th scope="row">
                      <a href={`#report-${index}`}>{report.subject.name}</a>{' '}
                      <span class="quiet">{report.subject.file.split(/[\\/]/).at(-1)}</span>
                    </th>
                    <td>{last?.label}</td>
                    <td class="number">{last === undefined ? '' : caseTime(last)}</td>
                    {columns.map(({ id, cellOf }) => {
                      const cell = cellOf(report);
                      return (
                        <td key={id} class={cell === undefined ? '' : `verdict-${cell.verdict}`}>
                          {cell?.text}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
      {states.map((state, index) => (
        // Names repeat across files: the place in the list is the identity.
        <article id={`report-${index}`} key={index} class="report-in-index">
          <ReportPage id={`report-${index}`} state={state} host={nobody} />
        </article>
      ))}
    </main>
  );
}
