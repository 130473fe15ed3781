// The command table and its one error boundary: what the user can mend is shown with its next step, a cancelled run says nothing, and our
// own bugs go to the log with the stack and to the user as one sentence. What the commands do stands in command-actions.ts.
import * as vscode from 'vscode';
import type { EngineFailure } from '../protocol/engine-protocol.ts';
import { isCancellation } from './cancellation.ts';
import { EngineRequestFailed } from './engine-client.ts';
import { Mendable, ownBug, type Remedy } from './mendable.ts';

/** Actions by command id. Arguments come from lenses, menus, other extensions: every action checks them itself. */
export type CommandTable = Readonly<Record<string, (...args: unknown[]) => Promise<void>>>;

const SHOW_LOG: Remedy = { title: 'Show Log', command: 'speedlens.showLog' };

export function registerCommands(table: CommandTable, log: vscode.LogOutputChannel): vscode.Disposable {
  const registered = Object.entries(table).map(([id, action]) =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => insideBoundary(() => action(...args), log)),
  );
  return vscode.Disposable.from(...registered);
}

/** Runs something that the user started. Never rejects. */
export async function insideBoundary(action: () => Promise<void>, log: vscode.LogOutputChannel): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (isCancellation(error)) return;
    if (error instanceof Mendable) show(error.failure, error.remedy);
    else if (error instanceof EngineRequestFailed && error.failure.code !== 'internal') {
      log.warn(`${error.failure.code}: ${error.failure.sentence}`);
      show(error.failure, error.failure.code === 'engine-ended' ? SHOW_LOG : undefined);
    } else {
      const stack =
        error instanceof EngineRequestFailed ? error.failure.stack : error instanceof Error ? error.stack : undefined;
      log.error(stack ?? String(error));
      show(ownBug(error instanceof Error ? error.message : String(error)), SHOW_LOG);
    }
  }
}

/** Not awaited: a message stays until the user closes it, and the command is over before. */
function show(failure: EngineFailure, remedy: Remedy | undefined): void {
  const buttons = remedy === undefined ? [] : [remedy.title];
  void vscode.window.showErrorMessage(`${failure.sentence} ${failure.nextStep}`, ...buttons).then((choice) => {
    if (choice !== undefined && remedy !== undefined) void vscode.commands.executeCommand(remedy.command);
  });
}
