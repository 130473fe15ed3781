// A folder that the user has not trusted: lenses are there, running is refused with the reason.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { keepFailure, openWindow } from './window.mjs';

describe('Restricted Mode', () => {
  let window;
  before(async () => {
    window = await openWindow({ isTrusted: false });
  });
  afterEach(async function () {
    await keepFailure(window, this.currentTest);
  });
  after(async () => await window?.close());

  it('shows the lenses', async () => {
    await window.open('fibonacci.ts');
    await window.lens('Benchmark').waitFor();
  });

  it('refuses to run, says why, and offers to change it', async () => {
    await window.lens('Benchmark').click();
    const refusal = window.toast('Restricted Mode');
    await refusal.waitFor();
    await refusal.getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
    await window.screenshot('restricted-mode');
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    assert.equal(
      processes.split('\n').some((line) => line.includes(window.dataFolder) && line.includes('benchmark-process')),
      false,
    );
  });

  it('does not offer to run in the palette', async () => {
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('F1');
    await window.page.locator('.quick-input-widget input[type="text"]').first().fill('>Speedlens: ');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Show Log' }).waitFor();
    assert.equal(await rows.filter({ hasText: 'Benchmark Function' }).count(), 0);
  });
});
