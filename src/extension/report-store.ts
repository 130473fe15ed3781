// The last reports of this workspace, each with the text it was measured on, kept in the extension's storage folder across reloads.
// Without an open folder there is no such folder, and reports live as long as the window.
import * as vscode from 'vscode';
import type { Report } from '../model/report.ts';
import type { EngineLog } from './engine-client.ts';

export interface StoredReport {
  readonly report: Report;
  /** The whole text of the subject's file as it was benchmarked: edits and diffs refer to it. */
  readonly text: string;
  /** The same of the other files that rewrites edit, by path. */
  readonly otherTexts?: Readonly<Record<string, string>>;
}

export interface ReportStore extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Resolves when the reports of earlier sessions have been read. Until then the store holds only this session's. */
  readonly loaded: Promise<void>;
  add(stored: StoredReport): Promise<void>;
  /** The last report about a function, by file and listed name. */
  of(file: string, name: string): StoredReport | undefined;
  /** The most recent about any function of a file. */
  lastIn(file: string): StoredReport | undefined;
  /** The most recent of all. */
  readonly last: StoredReport | undefined;
}

const FILE_NAME = 'reports.json';
const KEPT_REPORTS = 30;
const FORMAT_VERSION = 1;

export function createReportStore(folder: vscode.Uri | undefined, log: EngineLog): ReportStore {
  const changed = new vscode.EventEmitter<void>();
  // Oldest first; a newer report about the same function takes the older one's place at the end.
  let reports: readonly StoredReport[] = [];
  const remember = (stored: readonly StoredReport[]) => {
    reports = stored
      .reduce((kept, next) => [...kept.filter((other) => !isAboutTheSame(other, next)), next], reports)
      .slice(-KEPT_REPORTS);
    if (stored.length > 0) changed.fire();
  };
  const loaded =
    folder === undefined
      ? Promise.resolve()
      : readReports(folder, log).then((earlier) => {
          const thisSession = reports;
          reports = [];
          remember([...earlier, ...thisSession]);
        });
  return {
    onDidChange: changed.event,
    loaded,
    async add(stored) {
      remember([stored]);
      if (folder === undefined) return;
      await loaded;
      await writeReports(folder, reports);
    },
    of: (file, name) => reports.findLast(({ report }) => report.subject.file === file && report.subject.name === name),
    lastIn: (file) => reports.findLast(({ report }) => report.subject.file === file),
    get last() {
      return reports.at(-1);
    },
    dispose: () => changed.dispose(),
  };
}

function isAboutTheSame(a: StoredReport, b: StoredReport): boolean {
  return a.report.subject.file === b.report.subject.file && a.report.subject.name === b.report.subject.name;
}

async function readReports(folder: vscode.Uri, log: EngineLog): Promise<readonly StoredReport[]> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, FILE_NAME));
    const content = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      formatVersion?: number;
      reports: StoredReport[];
    };
    return content.formatVersion === FORMAT_VERSION ? content.reports : [];
  } catch (error) {
    // No file yet is the normal first start; a damaged one costs the old reports and nothing else.
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'))
      log.warn(`old reports were not read: ${error}`);
    return [];
  }
}

async function writeReports(folder: vscode.Uri, reports: readonly StoredReport[]): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  const content = JSON.stringify({ formatVersion: FORMAT_VERSION, reports });
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, FILE_NAME), Buffer.from(content));
}
