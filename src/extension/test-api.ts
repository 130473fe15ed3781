// What `activate` returns to the suite in a real VS Code, and to nobody else: ways to wait, to look, and to press the page's buttons.
import type { Report } from '../model/report.ts';
import type { FromPanel, PanelState } from '../protocol/report-panel-protocol.ts';
import { type ActionParts, answerPanel } from './command-actions.ts';
import type { DeclineHints } from './decline-hints.ts';
import type { ShownLine } from './heat-strip.ts';
import type { Hint } from './hint-places.ts';
import { htmlPage } from './report-export.ts';
import type { ReportPanel } from './report-panel.ts';

export interface TestApi {
  /** Resolves when no run is going on. */
  whenIdle(): Promise<void>;
  lastReport(): Report | undefined;
  panelState(): PanelState | undefined;
  /** As if the page had sent the message. Rejects where a user would see the failure. */
  sendFromPanel(message: FromPanel): Promise<void>;
  /** Forks another engine entry from now on. */
  useEngine(enginePath: string): Promise<void>;
  engineIsUnstable(): boolean;
  heatStrip(): readonly ShownLine[];
  hints(): readonly Hint[];
  exportedHtml(): Promise<string>;
}

export function answerTests(parts: ActionParts, panel: ReportPanel, hints: DeclineHints): TestApi {
  return {
    whenIdle: () => parts.runs.whenIdle(),
    lastReport: () => parts.store.last?.report,
    panelState: () => panel.state,
    async sendFromPanel(message) {
      if (panel.view === undefined) throw new Error('The panel shows nothing.');
      await answerPanel(parts, message, panel.view);
    },
    useEngine: (enginePath) => parts.engine.use(enginePath),
    heatStrip: () => parts.heatStrip.shown,
    hints: () => hints.shown,
    engineIsUnstable: () => parts.engine.isUnstable,
    async exportedHtml() {
      const report = parts.store.last?.report;
      if (report === undefined) throw new Error('There is no report.');
      return htmlPage(report, parts.strategies(), parts.extensionUri);
    },
  };
}
