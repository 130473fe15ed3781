// The last reports of this workspace, each with the text it was measured on, kept in the extension's storage folder across reloads.
// Without an open folder there is no such folder, and reports live as long as the window.
import * as vscode from 'vscode';
import type { Report } from '../model/report.ts';
import type { EngineLog } from './engine-client.ts';

export interface StoredReport {
  readonly report: Report;
  /** The whole text of the subject's file as it was benchmarked: edits and diffs refer to it. */
  readonly text: string;
}

export interface ReportStore extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  add(stored: StoredReport): Promise<void>;
  /** The last report about a function, by file and listed name. */
  of(file: string, name: string): StoredReport | undefined;
  /** The most recent of all. */
  readonly last: StoredReport | undefined;
}

const FILE_NAME = 'reports.json';
const KEPT_REPORTS = 30;
const FORMAT_VERSION = 1;

export async function openReportStore(folder: vscode.Uri | undefined, log: EngineLog): Promise<ReportStore> {
  const changed = new vscode.EventEmitter<void>();
  // Oldest first; a newer report about the same function takes the older one's place at the end.
  let reports = folder === undefined ? [] : await readReports(folder, log);
  return {
    onDidChange: changed.event,
    async add(stored) {
      const { file, name } = stored.report.subject;
      reports = [...reports.filter((other) => !isAbout(other, file, name)), stored].slice(-KEPT_REPORTS);
      changed.fire();
      if (folder !== undefined) await writeReports(folder, reports);
    },
    of: (file, name) => reports.findLast((stored) => isAbout(stored, file, name)),
    get last() {
      return reports.at(-1);
    },
    dispose: () => changed.dispose(),
  };
}

function isAbout({ report }: StoredReport, file: string, name: string): boolean {
  return report.subject.file === file && report.subject.name === name;
}

async function readReports(folder: vscode.Uri, log: EngineLog): Promise<StoredReport[]> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, FILE_NAME));
    const content = JSON.parse(Buffer.from(bytes).toString('utf8')) as { formatVersion?: number; reports: StoredReport[] };
    return content.formatVersion === FORMAT_VERSION ? content.reports : [];
  } catch (error) {
    // No file yet is the normal first start; a damaged one costs the old reports and nothing else.
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) log.warn(`old reports were not read: ${error}`);
    return [];
  }
}

async function writeReports(folder: vscode.Uri, reports: readonly StoredReport[]): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  const content = JSON.stringify({ formatVersion: FORMAT_VERSION, reports });
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, FILE_NAME), Buffer.from(content));
}
