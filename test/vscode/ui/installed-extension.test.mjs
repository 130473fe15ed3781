// The packed extension, installed, with the real engine and real measurements: what a user does from the lens to the changed file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keepFailure, LONG_MS, openWindow } from './window.mjs';

describe('the installed extension', function () {
  // Each step needs the ones before.
  this.bail(true);
  let window;
  before(async () => {
    window = await openWindow({
      isTrusted: true,
      settings: { 'speedlens.strategies': ['memoization'], 'speedlens.budgetSeconds': 40 },
    });
  });
  afterEach(async function () {
    await keepFailure(window, this.currentTest);
  });
  after(async () => await window?.close());

  it('shows a lens above a function as soon as its file is open', async () => {
    await window.open('fibonacci.ts');
    await window.lens('Benchmark').waitFor();
  });

  it('benchmarks the function whose lens is clicked: progress that can be stopped, then the report and the verdict in the lens', async () => {
    await window.lens('Benchmark').click();
    await window.toast('Benchmarking').waitFor();
    await proven(window.report());
    await window.lens(/Memoization .*faster/).waitFor();
  });

  it('looks right in dark, light and both high-contrast themes', async () => {
    for (const [theme, name, bodyClass] of [
      ['Dark Modern', 'report-dark', 'vscode-dark'],
      ['Light Modern', 'report-light', 'vscode-light'],
      ['Dark High Contrast', 'report-high-contrast', 'vscode-high-contrast'],
      ['Light High Contrast', 'report-high-contrast-light', 'vscode-high-contrast-light'],
    ]) {
      await window.chooseTheme(theme);
      await window.report().locator(`body.${bodyClass}`).waitFor();
      await window.screenshot(name);
    }
    await window.chooseTheme('Dark Modern');
  });

  it('can be read by a screen reader: a heading, tables, and buttons with names', async () => {
    const report = window.report();
    assert.match(await report.getByRole('heading', { level: 1 }).textContent(), /fib/);
    assert.ok((await report.getByRole('table').count()) > 0);
    for (const button of await report.getByRole('button').all())
      assert.notEqual((await button.textContent()).trim(), '');
  });

  it('restores the report after the window is reloaded', async () => {
    await window.page.reload();
    await window.report().getByRole('heading', { level: 1 }).waitFor({ timeout: LONG_MS });
    assert.match(await window.report().getByRole('heading', { level: 1 }).textContent(), /fib/);
    await window.lens(/Memoization .*faster/).waitFor();
  });

  it('previews the rewrite on Apply, and changes the file when the user agrees', async () => {
    const file = path.join(window.folder, 'fibonacci.ts');
    const before = readFileSync(file, 'utf8');
    await window.report().getByRole('button', { name: 'Apply' }).first().click();
    const question = window.toast('Apply the');
    await question.waitFor();
    await window.page.locator('.monaco-diff-editor').first().waitFor();
    await window.screenshot('preview');
    assert.equal(readFileSync(file, 'utf8'), before, 'nothing is written before the user agrees');
    await question.getByRole('button', { name: 'Apply' }).click();
    await window.lens('before the last edit').waitFor();
    await window.screenshot('applied');
    await window.page.locator('.monaco-editor .view-lines').first().click();
    await window.page.keyboard.press('Control+S');
    await until(() => readFileSync(file, 'utf8') !== before, 'the file to change');
  });

  it('stops a run from its notification and leaves no benchmark process behind', async () => {
    await window.open('sieve.ts');
    await window.lens('Benchmark').click();
    const toast = window.toast('Benchmarking');
    await toast.filter({ hasText: 'measuring' }).waitFor({ timeout: LONG_MS });
    await until(() => benchmarkProcesses(window).length > 0, 'a benchmark process');
    await toast.getByRole('button', { name: 'Cancel' }).click();
    await window.report().getByText('was stopped').waitFor();
    await until(() => benchmarkProcesses(window).length === 0, 'the benchmark processes to end');
  });
});

/** On a machine too busy to judge, the report claims nothing; then do what it asks for, and run again. */
async function proven(report) {
  const apply = report.getByRole('button', { name: 'Apply' });
  const again = report.getByRole('button', { name: 'Run again' });
  for (let attempt = 1; attempt <= 3; attempt++) {
    await again.waitFor({ timeout: 2 * LONG_MS });
    if ((await apply.count()) > 0) return;
    await again.click();
    await again.waitFor({ state: 'hidden' });
  }
  await apply.waitFor({ timeout: LONG_MS });
}

/** Benchmark processes of the extension that this window has installed, and of no other. */
function benchmarkProcesses(window) {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(window.dataFolder) && line.includes('benchmark-process'));
}

async function until(check, what) {
  const end = Date.now() + 20_000;
  while (!check()) {
    assert.ok(Date.now() < end, `waited 20 s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
