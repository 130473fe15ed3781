import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { addDependencies, nearestManifest } from '../../../src/extension/dependency-offer.ts';
import { installCommand, missingDependencies, withDependencies } from '../../../src/extension/package-dependencies.ts';
import { parseBudget, parseSizes } from '../../../src/extension/run-options-prompt.ts';
import type { TestApi } from '../../../src/extension/test-api.ts';
import { closeEverything, eventually, open, speedlensOnScriptedEngine, workspaceFile } from '../support/editor.ts';

describe('the commands around a run', () => {
  let api: TestApi;
  before(async () => {
    api = await speedlensOnScriptedEngine();
  });
  afterEach(closeEverything);

  it('"Create Inputs File" writes the template beside the source and opens it', async () => {
    await open('fibonacci.ts', { line: 3, column: 5 });
    await vscode.commands.executeCommand('speedlens.createInputsFile');
    const file = workspaceFile('fibonacci.inputs.ts');
    assert.match(readFileSync(file, 'utf8'), /fib: \{/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
    rmSync(file);
  });

  it('"Create Inputs File" leaves a file that exists as it is, and opens it', async () => {
    const file = workspaceFile('fibonacci.inputs.ts');
    writeFileSync(file, '// mine\n');
    await open('fibonacci.ts', { line: 3, column: 5 });
    await vscode.commands.executeCommand('speedlens.createInputsFile');
    assert.equal(readFileSync(file, 'utf8'), '// mine\n');
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
    rmSync(file);
  });

  it('"Benchmark with Options..." asks for seconds, sizes and strategies and runs with them', async () => {
    await open('fibonacci.ts', { line: 3, column: 5 });
    const run = vscode.commands.executeCommand('speedlens.benchmarkWithOptions');
    // Enter accepts the default of each step: input box, input box, and a list with everything ticked.
    await eventually('the run', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return api.panelState()?.running ?? false;
    });
    await run;
    assert.equal(api.lastReport()?.subject.name, 'fib');
    assert.deepEqual(api.lastReport()?.inputs.notes, ['budget 15000 ms']);
    assert.equal(api.lastReport()?.results.length, 3);
  });

  it('"Select Node..." keeps the setting as it was when the pick is left', async () => {
    const selection = vscode.commands.executeCommand('speedlens.selectNode');
    await eventually('the pick to be left', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([
        Promise.resolve(selection).then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, 50, false)),
      ]);
    });
    assert.equal(vscode.workspace.getConfiguration('speedlens').get('nodePath'), '');
  });

  it('"Show Log" opens the log', async () => {
    await vscode.commands.executeCommand('speedlens.showLog');
    // The cut-down server writes no log files, so only the opened document can be seen, not its lines.
    const isLog = ({ uri }: vscode.TextDocument) => uri.scheme === 'output' && /speedlens/i.test(uri.path);
    await eventually('the log', () => vscode.workspace.textDocuments.some(isLog));
  });
});

describe('the options of a run', () => {
  it('take sizes in any notation, sorted, and refuse what is no size', () => {
    assert.deepEqual(parseSizes(' 1e3, 10 ,2000'), [10, 1000, 2000]);
    assert.deepEqual(parseSizes('  '), []);
    for (const wrong of ['a', '1,,2', '0', '-3', '1.5', '1;2']) assert.equal(parseSizes(wrong), undefined, wrong);
  });

  it('take from 5 to 600 seconds', () => {
    assert.equal(parseBudget('7.5'), 7.5);
    for (const wrong of ['', '4', '601', 'x', 'NaN']) assert.equal(parseBudget(wrong), undefined, wrong);
  });
});

describe('the dependencies of a rewrite', () => {
  it('are missing when no section of package.json has them', () => {
    const manifest = JSON.stringify({
      dependencies: { a: '1' },
      devDependencies: { b: '1' },
      peerDependencies: { c: '1' },
    });
    assert.deepEqual(missingDependencies(manifest, { a: '2', b: '2', c: '2', d: '^2' }), { d: '^2' });
  });

  it('are added the way npm does: sorted, with the indentation and line ends of the file', () => {
    const before =
      '{\r\n    "name": "x",\r\n    "dependencies": {\r\n        "zod": "4"\r\n    },\r\n    "private": true\r\n}\r\n';
    const after =
      '{\r\n    "name": "x",\r\n    "dependencies": {\r\n        "piscina": "^5",\r\n        "zod": "4"\r\n    },\r\n    "private": true\r\n}\r\n';
    assert.equal(withDependencies(before, { piscina: '^5' }), after);
    assert.equal(withDependencies('{}', { piscina: '^5' }), '{\n  "dependencies": {\n    "piscina": "^5"\n  }\n}');
  });

  it('are named in the install command with their ranges', () => {
    assert.equal(installCommand({ piscina: '^5.3.2', a: '1' }), 'npm install "piscina@^5.3.2" "a@1"');
  });

  it('go into the package.json nearest to the file', async () => {
    const manifest = await nearestManifest(workspaceFile('fibonacci.ts'));
    assert.equal(manifest?.uri.fsPath, workspaceFile('package.json'));
    const before = manifest?.getText();
    assert.ok(manifest);
    await addDependencies(manifest, { piscina: '^5.3.2' });
    assert.equal(manifest.getText(), before?.replace('"zod"', '"piscina": "^5.3.2",\n    "zod"'));
    await vscode.window.showTextDocument(manifest);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(existsSync(workspaceFile('node_modules')), false);
  });
});
