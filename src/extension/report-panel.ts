// The report page beside the code: one panel, showing one run at a time. It keeps the state and posts it whole; what the page asks for
// (compare, apply, run again) is handed to the caller.
import * as vscode from 'vscode';
import type { FromPanel, PanelState, StrategyRow, ToPanel } from '../protocol/report-panel-protocol.ts';
import type { RunView } from './benchmark-runs.ts';
import { panelHtml } from './panel-html.ts';
import { sha256 } from './text-hash.ts';

export interface ReportPanel extends vscode.Disposable {
  /** Opens the panel beside the code when it is not open, and shows the run. */
  show(view: RunView): Promise<void>;
  /** Shows the run if the panel is open. */
  update(view: RunView): Promise<void>;
  readonly view: RunView | undefined;
  readonly state: PanelState | undefined;
  readonly isOpen: boolean;
}

const VIEW_TYPE = 'speedlens.report';
const TYPING_PAUSE_MS = 300;

export function createReportPanel(parts: {
  readonly extensionUri: vscode.Uri;
  readonly strategies: () => readonly StrategyRow[];
  readonly onMessage: (message: FromPanel, view: RunView) => void;
  /** What to show in a panel that VS Code restores after a reload. */
  readonly restored: () => Promise<RunView | undefined>;
  readonly onClosed: () => void;
}): ReportPanel {
  let panel: vscode.WebviewPanel | undefined;
  let view: RunView | undefined;
  let state: PanelState | undefined;
  let pause: NodeJS.Timeout | undefined;

  async function post(): Promise<void> {
    if (panel === undefined || view === undefined) return;
    const [shown, open] = [view, panel];
    const next = panelState(shown, await isStale(shown), parts.strategies());
    // Another function may be shown by now, and the panel may be closed.
    if (shown !== view || open !== panel) return;
    state = next;
    open.title = `Speedlens: ${shown.target.name}`;
    // Not awaited: it settles only once the page has loaded, and a page being restored loads only after this.
    void open.webview.postMessage({ type: 'state', state } satisfies ToPanel);
  }

  function adopt(adopted: vscode.WebviewPanel): void {
    panel = adopted;
    const folder = (name: string) => vscode.Uri.joinPath(parts.extensionUri, name);
    adopted.webview.options = { enableScripts: true, localResourceRoots: [folder('dist'), folder('media')] };
    adopted.iconPath = vscode.Uri.joinPath(folder('media'), 'icon.png');
    const listening = adopted.webview.onDidReceiveMessage((message: FromPanel) => {
      // The page is destroyed while hidden and asks again when it is back.
      if (message.type === 'ready') void post();
      else if (view !== undefined) parts.onMessage(message, view);
    });
    adopted.onDidDispose(() => {
      listening.dispose();
      if (panel === adopted) panel = undefined;
      state = undefined;
      parts.onClosed();
    });
    adopted.webview.html = panelHtml(adopted.webview, {
      script: vscode.Uri.joinPath(folder('dist'), 'webview.js'),
      style: vscode.Uri.joinPath(folder('media'), 'report.css'),
    });
  }

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.uri.fsPath !== view?.target.file) return;
      clearTimeout(pause);
      pause = setTimeout(() => void post(), TYPING_PAUSE_MS);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(restoredPanel) {
        const restoredView = await parts.restored();
        if (restoredView === undefined || panel !== undefined) {
          restoredPanel.dispose();
          return;
        }
        view = restoredView;
        adopt(restoredPanel);
        await post();
      },
    }),
  );

  return {
    async show(next) {
      view = next;
      if (panel === undefined) {
        const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        adopt(vscode.window.createWebviewPanel(VIEW_TYPE, 'Speedlens', column));
      } else if (!panel.visible) {
        panel.reveal(undefined, true);
      }
      await post();
    },
    async update(next) {
      if (panel === undefined) return;
      view = next;
      await post();
    },
    get view() {
      return view;
    },
    get state() {
      return state;
    },
    get isOpen() {
      return panel !== undefined;
    },
    dispose() {
      clearTimeout(pause);
      listeners.dispose();
      panel?.dispose();
    },
  };
}

function panelState(view: RunView, stale: boolean, strategies: readonly StrategyRow[]): PanelState {
  const report = view.isRunning ? view.progress?.partial : view.stored?.report;
  return {
    title: view.isRunning ? `Benchmarking ${view.target.name}` : view.target.name,
    stale,
    running: view.isRunning,
    interactive: true,
    strategies,
    ...(report !== undefined && { report }),
    ...(view.progress !== undefined && { progress: view.progress }),
    ...(view.failure !== undefined && { failure: view.failure }),
  };
}

/** True when the file is no longer the text that the shown report is about, or is gone. */
async function isStale(view: RunView): Promise<boolean> {
  const measured = view.isRunning ? undefined : view.stored?.report.subject.textSha256;
  if (measured === undefined) return false;
  return vscode.workspace.openTextDocument(view.target.file).then(
    (document) => sha256(document.getText()) !== measured,
    () => true,
  );
}
