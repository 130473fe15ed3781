// Where the time goes: the hot lines with a bar each, in a table that is its own twin, and the optimised code that V8 threw away.

import type { WhySlow } from '../model/why-slow.ts';
import { formatPercent } from '../present/format-duration.ts';
import {
  deoptSentence,
  lastingDeopts,
  passingDeopts,
  placeOf,
  type TimeRow,
  timeCaveat,
  timeRows,
  timeSentence,
} from '../present/time-words.ts';
import type { PanelState } from '../protocol/report-panel-protocol.ts';
import type { Host } from './host.ts';

interface SectionProps {
  /** Of the heading; unique in the page. */
  readonly id: string;
  readonly whySlow: WhySlow;
  readonly state: PanelState;
  readonly host: Host;
}

export function TimeSection({ id, whySlow, state, host }: SectionProps) {
  const rows = timeRows(whySlow);
  const passing = passingDeopts(whySlow);
  const caveat = timeCaveat(whySlow);
  return (
    <section class="time" aria-labelledby={id}>
      <h2 id={id}>Where the time goes</h2>
      <p>{timeSentence(whySlow)}</p>
      {rows.length === 0 ? null : <Rows rows={rows} state={state} host={host} />}
      {rows.length === 0 || !state.interactive ? null : (
        <p class="actions">
          <button
            type="button"
            class="secondary"
            disabled={state.stale || state.running}
            onClick={() => host.send({ type: 'heat-strip' })}
          >
            Show or hide in the editor
          </button>
        </p>
      )}
      <LastingDeopts whySlow={whySlow} state={state} host={host} />
      {passing === undefined ? null : <p class="quiet">{passing}</p>}
      {caveat === undefined ? null : (
        <details>
          <summary>How these shares were taken</summary>
          <p class="evidence">{caveat}</p>
        </details>
      )}
    </section>
  );
}

function Rows({
  rows,
  state,
  host,
}: {
  readonly rows: readonly TimeRow[];
  readonly state: PanelState;
  readonly host: Host;
}) {
  const largest = Math.max(...rows.map(({ share }) => share));
  return (
    <div class="table-scroll">
      <table class="time-table">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">share of the time</th>
            <th scope="col">bar of the share</th>
            <th scope="col">where</th>
            <th scope="col">code</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place} class={row.line === undefined ? 'rest' : ''}>
              <td class="number">{formatPercent(row.share)}</td>
              <td class="share">
                <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                  <rect width={largest === 0 ? 0 : (row.share / largest) * 100} height="10" />
                </svg>
              </td>
              {row.line === undefined ? (
                <td colSpan={2}>{row.place}</td>
              ) : (
                <>
                  <td>
                    <LineLink place={row.place} at={row.line} state={state} host={host} />
                  </td>
                  <td class="code">
                    <code>{row.line.text}</code>
                    {row.callees === '' ? null : <div class="quiet">{row.callees}</div>}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LastingDeopts({ whySlow, state, host }: Omit<SectionProps, 'id'>) {
  const deopts = lastingDeopts(whySlow);
  if (deopts.length === 0) return null;
  return (
    <ul class="reasons">
      {deopts.map((deopt) => (
        <li key={`${deopt.file ?? ''}:${deopt.line}:${deopt.column} ${deopt.reason}`}>
          <LineLink place={placeOf(deopt)} at={deopt} state={state} host={host} />: {deoptSentence(deopt)}
        </li>
      ))}
    </ul>
  );
}

/** Lines of other files are named, not linked: the page's links lead into the subject's file. */
function LineLink({
  place,
  at,
  state,
  host,
}: {
  readonly place: string;
  readonly at: { readonly file?: string; readonly line: number; readonly column?: number };
  readonly state: PanelState;
  readonly host: Host;
}) {
  const { file, line, column } = at;
  if (!state.interactive || file !== undefined) return <span class="quiet">{place}</span>;
  const send = () => host.send({ type: 'reveal', line, ...(column === undefined ? {} : { column }) });
  return (
    <button type="button" class="link" onClick={send}>
      {place}
    </button>
  );
}
