// The settings of the extension, by name, read afresh for each use. Their texts and defaults stand in package.json.
import * as vscode from 'vscode';

export interface Settings {
  readonly codeLensEnabled: boolean;
  /** Whether the reasons of strategies that declined stand at their lines. */
  readonly hintsEnabled: boolean;
  /** Absolute path; undefined: find one. */
  readonly nodePath: string | undefined;
  readonly budgetSeconds: number;
  /** Strategy ids; undefined: all. */
  readonly strategies: readonly string[] | undefined;
  readonly allowWrite: readonly string[];
}

const SECTION = 'speedlens';
/** As in package.json. */
export const BUDGET_SECONDS = { least: 5, most: 600 } as const;

export function readSettings(scope?: vscode.Uri): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, scope);
  const nodePath = section.get<string>('nodePath', '').trim();
  const strategies = section.get<string[]>('strategies', []);
  return {
    codeLensEnabled: section.get<boolean>('codeLens.enabled', true),
    hintsEnabled: section.get<boolean>('hints.enabled', true),
    nodePath: nodePath === '' ? undefined : nodePath,
    budgetSeconds: withinBounds(section.get<number>('budgetSeconds', 15)),
    strategies: strategies.length === 0 ? undefined : strategies,
    allowWrite: section.get<string[]>('allowWrite', []),
  };
}

/** VS Code marks a value out of bounds in the settings, and hands it over. */
function withinBounds(seconds: number): number {
  return Math.min(BUDGET_SECONDS.most, Math.max(BUDGET_SECONDS.least, seconds));
}

/** Kept in the settings of the user on this machine, because a path means nothing elsewhere. Undefined: find one again. */
export async function saveNodePath(nodePath: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update('nodePath', nodePath, vscode.ConfigurationTarget.Global);
}

export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) listener();
  });
}
