// "Select Node...": shows which Node benchmarks run on and changes the setting, after the engine has tried the new one.
import path from 'node:path';
import * as vscode from 'vscode';
import type { FoundNode } from '../protocol/engine-protocol.ts';
import type { EngineClient } from './engine-client.ts';
import { readSettings, saveNodePath } from './settings.ts';

interface NodeItem extends vscode.QuickPickItem {
  readonly choose: () => Promise<string | undefined | 'nothing'>;
}

export async function selectNode(engine: EngineClient): Promise<void> {
  const { nodePath } = readSettings();
  const automatic = await findNode(engine, undefined);
  const items: NodeItem[] = [
    {
      label: 'Find it automatically',
      description: describe(automatic),
      detail: automatic.notes.join(' '),
      picked: nodePath === undefined,
      choose: async () => undefined,
    },
    ...(nodePath === undefined ? [] : [{ label: nodePath, description: 'as set now', choose: async () => nodePath }]),
    { label: 'Browse...', description: 'choose the executable', choose: browse },
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'The Node that benchmarks run on' });
  const chosen = picked === undefined ? 'nothing' : await picked.choose();
  if (chosen === 'nothing') return;
  // Rejects with the reason when the chosen file is no Node, or one that is too old; then the setting stays as it was.
  if (chosen !== undefined) await findNode(engine, chosen);
  await saveNodePath(chosen);
}

function findNode(engine: EngineClient, configured: string | undefined): Promise<FoundNode> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder =
    active?.scheme === 'file' ? path.dirname(active.fsPath) : vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return engine.request('find-node', {
    folder: folder ?? '',
    shell: vscode.env.shell,
    ...(configured !== undefined && { configured }),
  });
}

function describe({ version, path: nodePath, runtime }: FoundNode): string {
  return runtime === 'node' ? `${version}, ${nodePath}` : `${version}, the runtime of VS Code itself`;
}

async function browse(): Promise<string | 'nothing'> {
  const chosen = await vscode.window.showOpenDialog({ title: 'Select a Node executable', canSelectMany: false });
  return chosen?.[0]?.fsPath ?? 'nothing';
}
