// Entry of the extension: wires the features together. Activation starts no process and loads no TypeScript; the engine process is
// forked when the first lens or command asks for something.
import * as vscode from 'vscode';
import { titleAmong } from '../present/verdict-sentence.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';
import { type BenchmarkRuns, createBenchmarkRuns } from './benchmark-runs.ts';
import { type ActionParts, answerPanel, commandTable, viewOf } from './command-actions.ts';
import { insideBoundary, registerCommands } from './commands.ts';
import { createDeclineHints, type DeclineHints } from './decline-hints.ts';
import { createEngineClient, type EngineClient } from './engine-client.ts';
import { registerFunctionLenses } from './function-lenses.ts';
import { createFunctionLists } from './function-lists.ts';
import { createHeatStrip } from './heat-strip.ts';
import { createReportPanel, type ReportPanel } from './report-panel.ts';
import { createReportStore, type ReportStore } from './report-store.ts';
import { createRewriteApplication } from './rewrite-application.ts';
import { registerRewriteDocuments } from './rewrite-documents.ts';
import { answerTests, type TestApi } from './test-api.ts';

const STRATEGIES_KEY = 'strategies';

let engine: EngineClient | undefined;

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const log = vscode.window.createOutputChannel('Speedlens', { log: true });
  // The rows are remembered, so that a report restored after a reload has its titles before an engine runs.
  let strategies = context.globalState.get<readonly StrategyRow[]>(STRATEGIES_KEY, []);
  engine = createEngineClient({
    enginePath: vscode.Uri.joinPath(context.extensionUri, 'dist', 'engine.mjs').fsPath,
    log,
    onStrategies: (rows) => {
      strategies = rows;
      void context.globalState.update(STRATEGIES_KEY, rows);
    },
  });
  const store: ReportStore = createReportStore(context.storageUri, log);
  const lists = createFunctionLists(engine);
  const runs: BenchmarkRuns = createBenchmarkRuns({ engine, lists, store, log });
  const heatStrip = createHeatStrip();
  const titleOf = (id: string) => titleAmong(strategies, id);
  const hints = createDeclineHints(titleOf);
  const parts: ActionParts = {
    engine,
    lists,
    store,
    runs,
    application: createRewriteApplication(store, titleOf),
    heatStrip,
    panel: () => panel,
    strategies: () => strategies,
    titleOf,
    log,
    extensionUri: context.extensionUri,
  };
  const panel: ReportPanel = createReportPanel({
    extensionUri: context.extensionUri,
    strategies: parts.strategies,
    onMessage: (message, view) => void insideBoundary(() => answerPanel(parts, message, view), log),
    restored: async () => {
      await store.loaded;
      return store.last && viewOf(store.last);
    },
    onClosed: () => hints.clear(),
  });
  context.subscriptions.push(
    log,
    store,
    lists,
    runs,
    panel,
    heatStrip,
    hints,
    registerFunctionLenses({ engine, lists, store, log, titleOf }),
    registerRewriteDocuments(store),
    registerCommands(commandTable(parts), log),
    showRunsInPanel(runs, panel),
    showHintsAfterRuns(runs, panel, hints, log),
  );
  return context.extensionMode === vscode.ExtensionMode.Test ? answerTests(parts, panel, hints) : undefined;
}

/** VS Code waits for this: the engine ends its benchmark processes and itself. */
export async function deactivate(): Promise<void> {
  await engine?.dispose();
}

/** A run opens the panel when it starts. Closed by the user meanwhile, the panel stays closed. */
function showRunsInPanel(runs: BenchmarkRuns, panel: ReportPanel): vscode.Disposable {
  return runs.onDidChange((view) => {
    const isStart = view.isRunning && view.progress === undefined;
    void (isStart ? panel.show(view) : panel.update(view));
  });
}

/** A run that starts takes the hints of the one before away. A report that was closed meanwhile takes its hints with it. */
function showHintsAfterRuns(
  runs: BenchmarkRuns,
  panel: ReportPanel,
  hints: DeclineHints,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return runs.onDidChange(({ isRunning, stored, failure }) => {
    if (isRunning || failure !== undefined) hints.clear();
    else if (stored !== undefined && panel.isOpen) void insideBoundary(() => hints.show(stored.report), log);
  });
}
