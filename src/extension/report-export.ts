// A report out of the editor: as one HTML file, or as Markdown on the clipboard. The words and the page come from src/present.
import path from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../model/report.ts';
import { reportsToHtml } from '../present/html.ts';
import { reportToMarkdown } from '../present/markdown.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';

/** Asks where; undefined when the user leaves the dialog. */
export async function saveHtml(
  report: Report,
  strategies: readonly StrategyRow[],
  extensionUri: vscode.Uri,
): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    title: 'Save Speedlens report',
    defaultUri: vscode.Uri.file(
      path.join(path.dirname(report.subject.file), `${fileStem(report.subject.name)}-report.html`),
    ),
    filters: { 'HTML page': ['html'] },
  });
  if (target === undefined) return;
  const html = await htmlPage(report, strategies, extensionUri);
  await vscode.workspace.fs.writeFile(target, Buffer.from(html));
}

export async function htmlPage(
  report: Report,
  strategies: readonly StrategyRow[],
  extensionUri: vscode.Uri,
): Promise<string> {
  const read = async (...segments: string[]) =>
    Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...segments))).toString('utf8');
  const [script, style] = await Promise.all([read('dist', 'webview.js'), read('media', 'report.css')]);
  return reportsToHtml([report], strategies, { script, style });
}

export async function copyMarkdown(report: Report, titleOf: (strategy: string) => string): Promise<void> {
  await vscode.env.clipboard.writeText(reportToMarkdown(report, titleOf));
  vscode.window.setStatusBarMessage('Report copied as Markdown', 3000);
}

function fileStem(name: string): string {
  return name.replace(/[^\w.-]+/g, '-');
}
