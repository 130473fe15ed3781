// One benchmark at a time, from the chosen function to the stored report. What is shown of it (panel, notification) listens.
import * as vscode from 'vscode';
import type { FunctionListing } from '../model/function-listing.ts';
import type { RunProgress } from '../model/progress.ts';
import type { EngineFailure } from '../protocol/engine-protocol.ts';
import { abortOnCancel, Cancelled, isCancellation } from './cancellation.ts';
import { otherEditedTexts } from './edited-documents.ts';
import { type EngineClient, EngineRequestFailed } from './engine-client.ts';
import type { FunctionLists } from './function-lists.ts';
import { Mendable, mendables, ownBug } from './mendable.ts';
import type { ReportStore, StoredReport } from './report-store.ts';
import { withRunNotification } from './run-notification.ts';
import { readSettings } from './settings.ts';

/** A function to benchmark. The line only tells apart functions of the same name. */
export interface Target {
  readonly file: string;
  readonly name: string;
  readonly line?: number;
}

/** What the user asked for this one run, over the settings. */
export interface RunOverrides {
  readonly budgetSeconds?: number;
  readonly sizes?: readonly number[];
  readonly strategies?: readonly string[];
}

/** A run as it stands: going on, done, failed, or only remembered from before. */
export interface RunView {
  readonly target: Target;
  readonly overrides: RunOverrides;
  readonly isRunning: boolean;
  readonly progress?: RunProgress;
  readonly stored?: StoredReport;
  readonly failure?: EngineFailure;
}

export interface BenchmarkRuns extends vscode.Disposable {
  readonly onDidChange: vscode.Event<RunView>;
  readonly running: RunView | undefined;
  /** Resolves when the run is over. Rejects like the engine, and with Cancelled. A run must not be going on. */
  start(target: Target, overrides?: RunOverrides): Promise<void>;
  /** Stops the run that is going on and waits for its end; nothing when there is none. */
  cancel(): Promise<void>;
  whenIdle(): Promise<void>;
}

// Inputs are drawn from a seeded generator; one fixed seed makes two runs of the same code comparable.
const SEED = 1;

export function createBenchmarkRuns(parts: {
  readonly engine: EngineClient;
  readonly lists: FunctionLists;
  readonly store: ReportStore;
  readonly log: { info(line: string): void };
}): BenchmarkRuns {
  const { engine, lists, store, log } = parts;
  const changed = new vscode.EventEmitter<RunView>();
  let running:
    | { readonly view: RunView; readonly controller: AbortController; readonly finished: Promise<void> }
    | undefined;

  async function run(target: Target, overrides: RunOverrides, controller: AbortController): Promise<void> {
    const earlier = store.of(target.file, target.name);
    const idle: RunView = { target, overrides, isRunning: false, ...(earlier && { stored: earlier }) };
    const show = (view: RunView) => {
      if (running !== undefined && view.isRunning) running = { ...running, view };
      changed.fire(view);
    };
    try {
      show({ target, overrides, isRunning: true });
      const stored = await withRunNotification(target.name, async (notify, token) => {
        const subscription = abortOnCancel(token, controller);
        try {
          return await measure(target, overrides, controller.signal, (progress) => {
            notify(progress);
            show({ target, overrides, isRunning: true, progress });
          });
        } finally {
          subscription.dispose();
        }
      });
      await store.add(stored);
      show({ target, overrides, isRunning: false, stored });
    } catch (error) {
      show({ ...idle, failure: failureToShow(error, target.name) });
      throw error;
    }
  }

  async function measure(
    target: Target,
    overrides: RunOverrides,
    signal: AbortSignal,
    onProgress: (progress: RunProgress) => void,
  ): Promise<StoredReport> {
    const document = await vscode.workspace.openTextDocument(target.file);
    const { functions } = await lists.of(document);
    const listing = findListing(functions, target);
    const text = document.getText();
    const settings = readSettings(document.uri);
    const folder = vscode.Uri.joinPath(document.uri, '..').fsPath;
    const node = await engine.request(
      'find-node',
      { folder, shell: vscode.env.shell, ...(settings.nodePath !== undefined && { configured: settings.nodePath }) },
      { signal },
    );
    for (const note of node.notes) log.info(note);
    const strategies = overrides.strategies ?? settings.strategies;
    const isNameUnique = functions.filter((other) => other.name === listing.name).length === 1;
    const report = await engine.request(
      'bench',
      {
        file: target.file,
        text,
        select: isNameUnique ? { name: listing.name } : { line: listing.line },
        budgetMs: (overrides.budgetSeconds ?? settings.budgetSeconds) * 1000,
        seed: SEED,
        nodePath: node.path,
        runtime: node.runtime,
        allowWrite: settings.allowWrite,
        ...(overrides.sizes !== undefined && { sizes: overrides.sizes }),
        ...(strategies !== undefined && { strategies }),
      },
      { signal, onProgress },
    );
    return { report, text, otherTexts: await otherEditedTexts(report) };
  }

  return {
    onDidChange: changed.event,
    get running() {
      return running?.view;
    },
    start(target, overrides = {}) {
      const controller = new AbortController();
      let finish = () => {};
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      running = { view: { target, overrides, isRunning: true }, controller, finished };
      return run(target, overrides, controller).finally(() => {
        running = undefined;
        finish();
      });
    },
    async cancel() {
      running?.controller.abort(new Cancelled());
      await running?.finished;
    },
    async whenIdle() {
      await running?.finished;
    },
    dispose() {
      running?.controller.abort(new Cancelled());
      changed.dispose();
    },
  };
}

/** The listed function that a target means: of several with its name, the one nearest to its line. */
function findListing(functions: readonly FunctionListing[], target: Target): FunctionListing {
  const named = functions.filter((listing) => listing.name === target.name);
  const distance = (listing: FunctionListing) => Math.abs(listing.line - (target.line ?? 0));
  const [found] = named.toSorted((a, b) => distance(a) - distance(b));
  if (found === undefined) throw mendables.functionGone(target.name, target.file);
  if (found.notRunnable !== undefined) throw mendables.notRunnable(found.name, found.notRunnable.message);
  return found;
}

function failureToShow(error: unknown, name: string): EngineFailure {
  if (isCancellation(error)) {
    return {
      code: 'cancelled',
      sentence: `The benchmark of ${name} was stopped.`,
      nextStep: 'Run it again to measure it.',
    };
  }
  if (error instanceof Mendable) return error.failure;
  if (error instanceof EngineRequestFailed && error.failure.code !== 'internal') return error.failure;
  return ownBug(error instanceof Error ? error.message : String(error));
}
