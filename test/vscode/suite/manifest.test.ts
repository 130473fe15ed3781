import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { speedlens } from '../support/editor.ts';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>>;
    };
  };
}

describe('the manifest', () => {
  let manifest: Manifest;
  let folder: string;
  before(async () => {
    await speedlens();
    const extension = vscode.extensions.getExtension('speedlens.speedlens');
    manifest = extension?.packageJSON as Manifest;
    folder = extension?.extensionPath ?? '';
  });

  it('declares exactly the commands that the code registers', async () => {
    const registered = (await vscode.commands.getCommands(true)).filter((command) => command.startsWith('speedlens.'));
    const declared = manifest.contributes.commands.map((command) => command.command);
    assert.deepEqual(
      registered.filter((command) => !/\.(open|focus|resetViewLocation)$/.test(command)).sort(),
      declared.toSorted(),
    );
  });

  it('gives every command the category and a title that does not repeat it', () => {
    for (const { category, title } of manifest.contributes.commands) {
      assert.equal(category, 'Speedlens');
      assert.doesNotMatch(title, /speedlens/i);
    }
  });

  it('names only commands that exist in its menus', () => {
    const declared = new Set(manifest.contributes.commands.map((command) => command.command));
    for (const entry of Object.values(manifest.contributes.menus).flat()) {
      if (entry.command !== undefined) assert.ok(declared.has(entry.command), entry.command);
    }
  });

  it('keeps the commands that only make sense with arguments out of the palette', () => {
    const hidden = manifest.contributes.menus['commandPalette']?.filter((entry) => entry.when === 'false');
    assert.deepEqual(hidden?.map((entry) => entry.command).sort(), [
      'speedlens.applyPreviewedRewrite',
      'speedlens.compareRewrite',
    ]);
  });

  it('declares exactly the settings that the code reads', () => {
    const source = readFileSync(path.join(folder, 'src', 'extension', 'settings.ts'), 'utf8');
    const read = [...source.matchAll(/section\.get<[^>]+>\('([^']+)'/g)].map((match) => `speedlens.${match[1]}`);
    assert.deepEqual(Object.keys(manifest.contributes.configuration.properties).sort(), read.sort());
  });

  it('keeps settings that name executables and folders from a folder that is not trusted', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations.toSorted(), ['speedlens.allowWrite', 'speedlens.nodePath']);
    for (const setting of restrictedConfigurations) {
      assert.equal(manifest.contributes.configuration.properties[setting]?.scope, 'machine-overridable');
    }
  });

  it('activates for the four languages and for a panel to restore, and for nothing else', () => {
    const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map(
      (language) => `onLanguage:${language}`,
    );
    assert.deepEqual(manifest.activationEvents.toSorted(), [...languages, 'onWebviewPanel:speedlens.report']);
  });

  it('runs where the files are, and points at files that exist', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.ok(existsSync(path.join(folder, manifest.main)));
    assert.ok(existsSync(path.join(folder, manifest.icon)));
  });
});
