// Entry of the report page. In VS Code the state arrives by message; in the exported file it stands in a JSON block.
import { render } from 'preact';
import type { Report } from '../model/report.ts';
import type { PanelState, StrategyRow } from '../protocol/report-panel-protocol.ts';
import { connectToEditor, type Host, nobody } from './host.ts';
import { ReportIndex } from './report-index.tsx';
import { ReportPage } from './report-page.tsx';

interface ExportedData {
  readonly reports: readonly Report[];
  readonly strategies: readonly StrategyRow[];
}

const root = document.getElementById('report');
const exported = document.getElementById('speedlens-data');
if (root !== null) {
  if (exported === null) showInEditor(root, connectToEditor());
  else showExported(root, JSON.parse(exported.textContent) as ExportedData);
}

function showInEditor(target: HTMLElement, host: Host): void {
  host.onState((state) => render(<InMain state={state} host={host} />, target));
  host.send({ type: 'ready' });
}

function InMain({ state, host }: { readonly state: PanelState; readonly host: Host }) {
  return (
    <main>
      <ReportPage id="report" state={state} host={host} />
    </main>
  );
}

function showExported(target: HTMLElement, data: ExportedData): void {
  const states = data.reports.map(
    (report): PanelState => ({
      title: report.subject.name,
      report,
      stale: false,
      running: false,
      interactive: false,
      strategies: data.strategies,
    }),
  );
  const [only] = states;
  render(
    states.length === 1 && only !== undefined ? <InMain state={only} host={nobody} /> : <ReportIndex states={states} />,
    target,
  );
}
