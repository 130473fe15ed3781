// The report page of one function: the sentence first, then the picture, the numbers, one section a strategy, and how it was measured.
import type { IntegrityCheck, Report } from '../model/report.ts';
import { environmentFacts } from '../present/environment-facts.ts';
import { formatSeconds } from '../present/format-duration.ts';
import { noiseSentence } from '../present/noise-sentence.ts';
import { titleAmong } from '../present/verdict-sentence.ts';
import type { PanelState, StrategyRow } from '../protocol/report-panel-protocol.ts';
import { GrowthChart } from './growth-chart.tsx';
import type { Host } from './host.ts';
import { MemoryTable } from './memory-table.tsx';
import { SizesTable } from './sizes-table.tsx';
import { SpeedupChart } from './speedup-chart.tsx';
import { StrategySection } from './strategy-section.tsx';
import { TimeSection } from './time-section.tsx';
import { Words } from './words.tsx';

interface PageProps {
  readonly state: PanelState;
  readonly host: Host;
}

/** `id` begins the ids of the headings: 'report', or one of its own for each of many reports in a page. */
export function ReportPage({ state, host, id }: PageProps & { readonly id: string }) {
  const { report } = state;
  const strategies = report === undefined ? [] : shownRows(state, report);
  return (
    <div class="page">
      <Header state={state} host={host} />
      {state.failure === undefined ? null : (
        <section class="notice failure" role="alert">
          <p>{state.failure.sentence}</p>
          <p>{state.failure.nextStep}</p>
        </section>
      )}
      {state.stale ? (
        <section class="notice" role="status">
          <p>
            The file has changed since this run: the results below describe the earlier text, and Apply is off until you
            run again.
          </p>
        </section>
      ) : null}
      <Progress state={state} host={host} />
      {report === undefined ? null : (
        <>
          {/* Before the last round most of them have too little to go by. */}
          {state.running ? null : <FailedChecks report={report} />}
          <SpeedupChart report={report} strategies={strategies} running={state.running} />
          <GrowthChart report={report} strategies={strategies} />
          <SizesTable report={report} strategies={strategies} />
          <MemoryTable report={report} strategies={strategies} />
          {strategies.map((strategy) => (
            <StrategySection
              key={strategy.id}
              id={`${id}-${strategy.id}`}
              strategy={strategy}
              result={report.results.find((candidate) => candidate.strategy === strategy.id)}
              state={state}
              host={host}
            />
          ))}
          {report.whySlow === undefined ? null : (
            <TimeSection id={`${id}-time`} whySlow={report.whySlow} state={state} host={host} />
          )}
          <HowMeasured report={report} />
        </>
      )}
    </div>
  );
}

/** After a whole run, strategies that it was not asked for have no row. */
function shownRows({ strategies, running, failure }: PanelState, report: Report): readonly StrategyRow[] {
  const rows = allRows(strategies, report);
  const answered = new Set(report.results.map(({ strategy }) => strategy));
  return running || failure !== undefined ? rows : rows.filter(({ id }) => answered.has(id));
}

/** The catalogue's rows, then those of results that the catalogue does not know: an older or newer report. */
export function allRows(strategies: readonly StrategyRow[], ...reports: readonly Report[]): readonly StrategyRow[] {
  const rows = new Map(strategies.map((row) => [row.id, row]));
  for (const { strategy } of reports.flatMap((report) => report.results)) {
    if (!rows.has(strategy))
      rows.set(strategy, { id: strategy, title: titleAmong(strategies, strategy), folklore: '', whenNotToUse: '' });
  }
  return [...rows.values()];
}

function Header({ state, host }: PageProps) {
  const { report } = state;
  return (
    <header>
      <h1>{report?.subject.name ?? state.title}</h1>
      {report === undefined ? null : (
        <p class="signature">
          <code>{report.subject.signature}</code>
          <Place report={report} interactive={state.interactive} host={host} />
        </p>
      )}
      <p class="summary" role="status" aria-live="polite">
        {state.running
          ? report === undefined
            ? 'Getting ready…'
            : 'Measuring. What is known so far:'
          : report?.summary.sentence}
      </p>
      {state.interactive && !state.running && report !== undefined ? (
        <p class="actions">
          <button type="button" onClick={() => host.send({ type: 'run-again' })}>
            Run again
          </button>
          <button type="button" class="secondary" onClick={() => host.send({ type: 'save-html' })}>
            Save as HTML
          </button>
          <button type="button" class="secondary" onClick={() => host.send({ type: 'copy-markdown' })}>
            Copy as Markdown
          </button>
        </p>
      ) : null}
    </header>
  );
}

/** A measurement that failed its own checks says so before its numbers. */
function FailedChecks({ report }: { readonly report: Report }) {
  const failed = report.integrity.filter((check) => !check.ok);
  if (failed.length === 0) return null;
  return (
    <section class="notice failure" role="alert">
      <p>
        {failed.length === 1 ? 'A check' : `${failed.length} checks`} of this measurement failed. What that means for
        the numbers:
      </p>
      <Checks checks={failed} />
    </section>
  );
}

function Place({
  report,
  interactive,
  host,
}: {
  readonly report: Report;
  readonly interactive: boolean;
  readonly host: Host;
}) {
  const place = `${report.subject.file.split(/[\\/]/).at(-1) ?? ''}:${report.subject.line}`;
  if (!interactive) return <span class="place">{place}</span>;
  return (
    <button type="button" class="link place" onClick={() => host.send({ type: 'reveal', line: report.subject.line })}>
      {place}
    </button>
  );
}

function Progress({ state, host }: PageProps) {
  const { progress } = state;
  if (!state.running) return null;
  const round = progress?.round;
  const rounds = progress?.rounds;
  return (
    <section class="progress" aria-label="Progress">
      <progress
        aria-label="Rounds"
        {...(round !== undefined && rounds !== undefined ? { value: round, max: rounds } : {})}
      />
      <span>
        {progress === undefined ? 'Starting' : progress.message}
        {round === undefined ? '' : `, round ${round}${rounds === undefined ? '' : ` of ${rounds}`}`}
        {(progress?.remainingMs ?? 0) < 500 ? '' : `, about ${formatSeconds(progress?.remainingMs ?? 0)} left`}
      </span>
      <button type="button" class="secondary" onClick={() => host.send({ type: 'cancel' })}>
        Cancel
      </button>
    </section>
  );
}

function HowMeasured({ report }: { readonly report: Report }) {
  const { inputs, integrity } = report;
  const failed = integrity.filter((check) => !check.ok).length;
  return (
    <section class="how">
      <h2>How this was measured</h2>
      <p>
        Inputs {inputs.origin}: {inputs.cases.map((inputCase) => inputCase.label).join(', ')}. {noiseSentence(report)}
        {report.noise.sameCodeDifference === 0 ? '' : ' Nothing below that is claimed.'}
      </p>
      {inputs.notes.length === 0 ? null : (
        <ul class="notes">
          {inputs.notes.map((note) => (
            <li key={note}>
              <Words text={note} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          Checks of the measurement:{' '}
          {failed === 0 ? `all ${integrity.length} passed` : `${failed} of ${integrity.length} failed`}
        </summary>
        <Checks checks={integrity} />
      </details>
      <dl class="environment">
        {environmentFacts(report.environment).map(({ name, value }) => (
          <Fact key={name} name={name} value={value} />
        ))}
        <Fact name="Speedlens" value={report.tool.version} />
      </dl>
    </section>
  );
}

function Checks({ checks }: { readonly checks: readonly IntegrityCheck[] }) {
  return (
    <ul class="checks">
      {checks.map((check) => (
        <li key={check.check} class={check.ok ? 'ok' : 'not-ok'}>
          <span aria-hidden="true">{check.ok ? '✓' : '✗'}</span>
          <span>
            <span class="visually-hidden">{check.ok ? 'passed: ' : 'failed: '}</span>
            {check.check}. <span class="quiet">{check.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
