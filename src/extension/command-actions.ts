// What each command does, and what each button of the report page does. Failures are thrown: commands.ts shows them.
import * as vscode from 'vscode';
import type { Report } from '../model/report.ts';
import { shortVerdict } from '../present/verdict-sentence.ts';
import type { FromPanel, StrategyRow } from '../protocol/report-panel-protocol.ts';
import type { BenchmarkRuns, RunOverrides, RunView, Target } from './benchmark-runs.ts';
import type { CommandTable } from './commands.ts';
import type { EngineClient } from './engine-client.ts';
import type { FunctionLists } from './function-lists.ts';
import type { HeatStrip } from './heat-strip.ts';
import { createInputsFile } from './inputs-file.ts';
import { mendables } from './mendable.ts';
import { selectNode } from './node-choice.ts';
import { copyMarkdown, saveHtml } from './report-export.ts';
import type { ReportPanel } from './report-panel.ts';
import type { ReportStore, StoredReport } from './report-store.ts';
import type { RewriteApplication } from './rewrite-application.ts';
import { shownRewrite, showRewrite } from './rewrite-documents.ts';
import { applicableResults, findRewrite, type RewriteReference } from './rewrites.ts';
import { askForOptions } from './run-options-prompt.ts';
import { readSettings } from './settings.ts';
import { columnOf } from './source-documents.ts';
import { chooseTarget, isTarget } from './target-choice.ts';

export interface ActionParts {
  readonly engine: EngineClient;
  readonly lists: FunctionLists;
  readonly store: ReportStore;
  readonly runs: BenchmarkRuns;
  readonly application: RewriteApplication;
  readonly heatStrip: HeatStrip;
  readonly panel: () => ReportPanel;
  readonly strategies: () => readonly StrategyRow[];
  readonly titleOf: (strategy: string) => string;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

export function commandTable(parts: ActionParts): CommandTable {
  const { engine, lists, store, application, log } = parts;
  return {
    'speedlens.benchmarkFunction': async (argument) => {
      requireTrust();
      const target = await chooseTarget(argument, lists);
      if (target !== undefined) await startRun(parts, target);
    },
    'speedlens.benchmarkWithOptions': async (argument) => {
      requireTrust();
      const target = await chooseTarget(argument, lists);
      if (target === undefined) return;
      const settings = readSettings(vscode.Uri.file(target.file));
      const overrides = await askForOptions(target.name, settings, parts.strategies());
      if (overrides !== undefined) await startRun(parts, target, overrides);
    },
    'speedlens.createInputsFile': async (argument) => {
      const target = await chooseTarget(argument, lists);
      if (target !== undefined) await createInputsFile(target, engine);
    },
    'speedlens.openLastReport': async (argument) => {
      await store.loaded;
      const stored = isTarget(argument) ? store.of(argument.file, argument.name) : store.last;
      if (stored === undefined) throw mendables.noReport();
      await parts.panel().show(viewOf(stored));
    },
    'speedlens.applyRewrite': async (argument) => {
      await store.loaded;
      const reference = isReference(argument) ? argument : await chooseRewrite(parts);
      if (reference !== undefined) await previewRewrite(parts, reference);
    },
    'speedlens.applyPreviewedRewrite': async (argument) => {
      const reference = (argument instanceof vscode.Uri ? shownRewrite(argument) : undefined) ?? application.previewed;
      if (reference === undefined) throw mendables.noReport();
      await application.apply(reference);
    },
    'speedlens.compareRewrite': async (argument) => {
      await store.loaded;
      if (isReference(argument)) await showRewrite(findRewrite(store, argument), parts.titleOf);
    },
    'speedlens.toggleHeatStrip': async (argument) => {
      await store.loaded;
      const file = vscode.window.activeTextEditor?.document.uri.fsPath;
      const stored = isTarget(argument)
        ? store.of(argument.file, argument.name)
        : ((file === undefined ? undefined : store.lastIn(file)) ?? store.last);
      if (stored === undefined) throw mendables.noReport();
      await parts.heatStrip.toggle(stored.report);
    },
    'speedlens.selectNode': async () => {
      requireTrust();
      await selectNode(engine);
    },
    'speedlens.showLog': async () => log.show(true),
  };
}

export async function answerPanel(parts: ActionParts, message: FromPanel, view: RunView): Promise<void> {
  const { target, stored } = view;
  switch (message.type) {
    case 'reveal':
      return reveal(target.file, message.line, message.column);
    case 'heat-strip':
      return parts.heatStrip.toggle(reportOf(stored));
    case 'compare':
      return showRewrite(findRewrite(parts.store, { ...target, strategy: message.strategy }), parts.titleOf);
    case 'apply':
      return previewRewrite(parts, { file: target.file, name: target.name, strategy: message.strategy });
    case 'run-again':
      requireTrust();
      return startRun(parts, target, view.overrides);
    case 'cancel':
      return parts.runs.cancel();
    case 'save-html':
      return saveHtml(reportOf(stored), parts.strategies(), parts.extensionUri);
    case 'copy-markdown':
      return copyMarkdown(reportOf(stored), parts.titleOf);
    case 'ready':
      return;
  }
}

/** A stored report as the panel shows it. */
export function viewOf(stored: StoredReport): RunView {
  const { file, name, line } = stored.report.subject;
  return { target: { file, name, line }, overrides: {}, isRunning: false, stored };
}

/** Commands stay callable by lenses and keybindings where the menus hide them, so each one that runs code checks for itself. */
function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw mendables.untrusted();
}

async function startRun(parts: ActionParts, target: Target, overrides?: RunOverrides): Promise<void> {
  const { runs } = parts;
  if (runs.running !== undefined) {
    const replace = 'Stop It and Run This';
    const question = `Speedlens is still benchmarking ${runs.running.target.name}. Two runs at once would disturb each other.`;
    if ((await vscode.window.showWarningMessage(question, replace)) !== replace) return;
    await runs.cancel();
  }
  await runs.start(target, overrides);
}

async function previewRewrite(parts: ActionParts, reference: RewriteReference): Promise<void> {
  await parts.application.preview(reference, () => {
    void vscode.commands.executeCommand('speedlens.applyPreviewedRewrite');
  });
}

/** Of the last report: its one applicable rewrite, or the one that the user picks. */
async function chooseRewrite({ store, titleOf }: ActionParts): Promise<RewriteReference | undefined> {
  const { report } = store.last ?? {};
  if (report === undefined) throw mendables.noReport();
  const { file, name } = report.subject;
  const results = applicableResults(report);
  const [only] = results;
  if (only === undefined) throw mendables.noRewrite(name);
  if (results.length === 1) return { file, name, strategy: only.strategy };
  const items = results.map((result) => ({
    label: titleOf(result.strategy),
    description: shortVerdict(result),
    strategy: result.strategy,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: `Rewrite of ${name} to apply` });
  return picked === undefined ? undefined : { file, name, strategy: picked.strategy };
}

async function reveal(file: string, line: number, column = 1): Promise<void> {
  const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(vscode.Uri.file(file), { viewColumn: columnOf(file), selection });
}

function reportOf(stored: StoredReport | undefined): Report {
  if (stored === undefined) throw mendables.noReport();
  return stored.report;
}

function isReference(value: unknown): value is RewriteReference {
  return isTarget(value) && typeof (value as Partial<RewriteReference>).strategy === 'string';
}
