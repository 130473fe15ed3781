// Each variant's memory at the largest size, with how the figures were taken.
import type { Report } from '../model/report.ts';
import { memoryNotes, memoryRows } from '../present/memory-rows.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';

export function MemoryTable({
  report,
  strategies,
}: {
  readonly report: Report;
  readonly strategies: readonly StrategyRow[];
}) {
  const titleOf = (id: string): string => strategies.find((strategy) => strategy.id === id)?.title ?? id;
  const memory = memoryRows(report, titleOf);
  if (memory === undefined) return null;
  return (
    <section>
      <h2>Memory</h2>
      <div class="table-scroll">
        <table>
          <caption>At {memory.label}</caption>
          <thead>
            <tr>
              <th scope="col">variant</th>
              <th scope="col" class="number">
                allocated per call
              </th>
              <th scope="col" class="number">
                garbage collection
              </th>
              <th scope="col" class="number">
                resident
              </th>
            </tr>
          </thead>
          <tbody>
            {memory.rows.map(({ variant, allocated, collector, added }) => (
              <tr key={variant}>
                <th scope="row">{variant}</th>
                <td class="number">{allocated}</td>
                <td class="number">{collector}</td>
                <td class="number">{added}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>How memory was measured</summary>
        <ul class="notes">
          {memoryNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
