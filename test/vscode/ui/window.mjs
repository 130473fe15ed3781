// A window of VS Code as a user sees it: a server with the packed extension installed, shown by Chromium, on a copy of examples/.
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium, startVSCodeServer } from '../../../scripts/vscode/vscode-server.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const screenshots = path.join(root, 'out', 'screenshots');

export const LONG_MS = 120_000;

/** `isTrusted` false opens the folder in Restricted Mode. `settings` are user settings. */
export async function openWindow({ isTrusted, settings = {} }) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'speedlens-ui-')));
  cpSync(path.join(root, 'examples'), folder, { recursive: true });
  const stops = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  const close = async () => {
    while (stops.length > 0) await stops.pop()();
  };
  try {
    const server = await startVSCodeServer({
      vsix: process.env.SPEEDLENS_VSIX,
      trustEverything: isTrusted,
      testDriver: false,
      settings: { 'security.workspace.trust.enabled': !isTrusted, 'window.commandCenter': false, ...settings },
    });
    stops.push(server.stop);
    const browser = await launchChromium();
    stops.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.setDefaultTimeout(LONG_MS / 2);
    await page.goto(`${server.origin}/?folder=${folder}`);
    await page.locator('.monaco-workbench').waitFor();
    return { page, folder, dataFolder: server.dataFolder, close, ...verbs(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

function verbs(page) {
  const lenses = () => page.locator('.codelens-decoration a');
  return {
    async open(name) {
      await page.getByRole('treeitem', { name: new RegExp(`^${name.replace('.', '\\.')}`) }).dblclick();
      await page.locator(`.tab[data-resource-name="${name}"]`).first().waitFor();
    },
    lenses,
    lens: (text) => lenses().filter({ hasText: text }).first(),
    /** The document of the report page, inside the frames of its webview. */
    report: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    toast: (text) => page.locator('.notification-toast').filter({ hasText: text }),
    async command(title) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input[type="text"]').first();
      await input.waitFor();
      await input.fill(`>${title}`);
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
    },
    async chooseTheme(name) {
      await this.command('Preferences: Color Theme');
      const input = page.locator('.quick-input-widget input[type="text"]').first();
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Light' }).first().waitFor();
      await input.fill(name);
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().click();
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    async screenshot(name) {
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    },
  };
}

/** Keeps what the window looked like when a test failed. */
export async function keepFailure(window, test) {
  if (test?.state !== 'failed' || window === undefined) return;
  await window.screenshot(`failed-${test.title.replace(/\W+/g, '-').slice(0, 60)}`);
}
