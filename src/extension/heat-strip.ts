// The heat strip: the lines of the last report's "Where the time goes" coloured in the editor, each with its share behind it. One function at
// a time; a second call takes it away, and so does an edit of a file that it stands in, or closing that file.
import path from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../model/report.ts';
import type { HotLine } from '../model/why-slow.ts';
import { formatPercent } from '../present/format-duration.ts';
import { hasEnoughSamples } from '../present/time-words.ts';
import { mendables } from './mendable.ts';
import { columnOf } from './source-documents.ts';
import { sha256 } from './text-hash.ts';

export interface HeatStrip extends vscode.Disposable {
  /** Shows the lines of the report, or takes them away when they are shown. Rejects with a Mendable when there is nothing that fits the file. */
  toggle(report: Report): Promise<void>;
  /** What is shown now, the hottest line first. */
  readonly shown: readonly ShownLine[];
}

export interface ShownLine {
  readonly file: string;
  readonly line: number;
  /** What stands behind the line. */
  readonly words: string;
}

/** Lines below this stay plain: chance moves them in and out. */
const LEAST_SHARE = 0.01;
/** How strong the colour is for the hottest line, and for lines with less than half, a fifth, a twentieth of its share. */
const LEVELS: readonly (readonly [number, number])[] = [
  [0.5, 0.38],
  [0.2, 0.24],
  [0.05, 0.14],
  [0, 0.07],
];

export function createHeatStrip(): HeatStrip {
  const kinds = LEVELS.map(([, alpha]) => decorationKind(alpha));
  let report: Report | undefined;
  let lines: readonly (HotLine & { readonly file: string })[] = [];

  const paint = (editor: vscode.TextEditor): void => {
    const { fsPath } = editor.document.uri;
    kinds.forEach((kind, level) => {
      const here = lines.filter(
        (line) => line.file === fsPath && levelOf(line, lines) === level && stillThere(line, editor.document),
      );
      editor.setDecorations(
        kind,
        here.map((line) => decoration(line, editor.document)),
      );
    });
  };
  const show = (next: Report | undefined, shown: typeof lines): void => {
    report = next;
    lines = shown;
    for (const editor of vscode.window.visibleTextEditors) paint(editor);
  };
  const hide = (): void => show(undefined, []);
  const standsIn = ({ uri }: vscode.TextDocument): boolean => lines.some(({ file }) => file === uri.fsPath);

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      if (lines.length > 0) for (const editor of editors) paint(editor);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && standsIn(document)) hide();
    }),
    // A document that is closed may live on for a while; its tab does not.
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (report !== undefined && closed.some(holds(report.subject.file)) && !isOpen(report.subject.file)) hide();
    }),
  );

  return {
    async toggle(next) {
      const isShown = report !== undefined && isAboutTheSame(report, next);
      hide();
      if (isShown) return;
      const { file, name, textSha256 } = next.subject;
      const { whySlow } = next;
      if (whySlow === undefined || !hasEnoughSamples(whySlow)) throw mendables.noTimes(name);
      const document = await vscode.workspace.openTextDocument(file);
      if (sha256(document.getText()) !== textSha256) throw mendables.staleTimes(name, path.basename(file));
      await vscode.window.showTextDocument(document, { viewColumn: columnOf(file), preserveFocus: true });
      const hot = whySlow.lines.filter(({ share }) => share >= LEAST_SHARE);
      show(
        next,
        hot.map((line) => ({ ...line, file: line.file ?? file })),
      );
    },
    get shown() {
      return lines.map((line) => ({ file: line.file, line: line.line, words: wordsBehind(line) }));
    },
    dispose() {
      hide();
      vscode.Disposable.from(listeners, ...kinds).dispose();
    },
  };
}

/** The colour of the theme's own charts would be opaque, so it is mixed here; the bar at the start and the ruler mark show in every theme. */
function decorationKind(alpha: number): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    overviewRulerColor: new vscode.ThemeColor('charts.red'),
    light: { backgroundColor: `rgba(200, 50, 30, ${alpha})`, borderColor: `rgba(170, 40, 25, ${0.3 + alpha})` },
    dark: { backgroundColor: `rgba(240, 100, 70, ${alpha})`, borderColor: `rgba(255, 120, 90, ${0.3 + alpha})` },
  });
}

/** Helpers may lie in other files, which the report has no hash of. */
function stillThere(line: HotLine, document: vscode.TextDocument): boolean {
  return (
    line.line <= document.lineCount &&
    document
      .lineAt(line.line - 1)
      .text.trim()
      .startsWith(line.text)
  );
}

function decoration(line: HotLine, document: vscode.TextDocument): vscode.DecorationOptions {
  const range = document.lineAt(line.line - 1).range;
  const callees = line.callees.map(({ name, share }) => `${name}: ${formatPercent(share)}`);
  const hover = new vscode.MarkdownString();
  hover.appendText(`Speedlens: ${formatPercent(line.share)} of the time, ${line.samples} samples.`);
  if (callees.length > 0) hover.appendText(`\n\nIn what it calls: ${callees.join(', ')}.`);
  return {
    range,
    hoverMessage: hover,
    renderOptions: {
      after: {
        contentText: wordsBehind(line),
        color: new vscode.ThemeColor('editorCodeLens.foreground'),
        margin: '0 0 0 2em',
      },
    },
  };
}

function wordsBehind({ share }: HotLine): string {
  return `${formatPercent(share)} of the time`;
}

function levelOf(line: HotLine, all: readonly HotLine[]): number {
  const hottest = Math.max(...all.map(({ share }) => share));
  return LEVELS.findIndex(([from]) => line.share >= hottest * from);
}

function isAboutTheSame(a: Report, b: Report): boolean {
  return a.subject.file === b.subject.file && a.subject.name === b.subject.name;
}

function holds(file: string): (tab: vscode.Tab) => boolean {
  return ({ input }) => input instanceof vscode.TabInputText && input.uri.fsPath === file;
}

function isOpen(file: string): boolean {
  return vscode.window.tabGroups.all.some((group) => group.tabs.some(holds(file)));
}
