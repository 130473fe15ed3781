// Takes the picture of the README anew, media/report.png: the packed extension in a window of VS Code, with a real run on one of the examples.
// dist/ must be built, and the machine otherwise idle, or the report in the picture will say that it was not. The report alone, in all themes and
// in a narrow and a wide column, goes to out/screenshots for whoever works on the page.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LONG_MS, openWindow } from '../../test/vscode/ui/window.mjs';
import { packExtension } from './pack-extension.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const EXAMPLE = process.argv[2] ?? 'orders.ts';
const LARGEST_BYTES = 200_000;
const THEMES = {
  'Dark Modern': 'dark',
  'Light Modern': 'light',
  'Dark High Contrast': 'high-contrast',
  'Light High Contrast': 'high-contrast-light',
};

mkdirSync(path.join(root, 'out', 'screenshots'), { recursive: true });
process.env.SPEEDLENS_VSIX = await packExtension();
const window = await openWindow({
  isTrusted: true,
  settings: {
    'speedlens.budgetSeconds': 25,
    'editor.fontSize': 13,
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.wordWrap': 'on',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variable.
    'window.title': '${activeEditorShort}',
    'workbench.colorTheme': 'Dark Modern',
  },
});
try {
  await window.page.setViewportSize({ width: 1360, height: 860 });
  await window.open(EXAMPLE);
  await window.lens('Benchmark').waitFor();
  await window.command('View: Toggle Primary Side Bar Visibility');
  await window.lens('Benchmark').click();
  await window
    .report()
    .getByRole('button', { name: 'Run again' })
    .waitFor({ timeout: 3 * LONG_MS });
  await window.command('Notifications: Clear All Notifications');
  // A run that proves nothing is no picture of what the product does.
  await window.lens('faster').waitFor();
  const picture = path.join(root, 'media', 'report.png');
  await window.page.screenshot({ path: picture });
  const { size } = statSync(picture);
  console.log(`${picture}: ${size} bytes`);
  if (size > LARGEST_BYTES) throw new Error(`The picture is larger than ${LARGEST_BYTES} bytes.`);

  await window
    .report()
    .locator('details')
    .evaluateAll((all) => {
      for (const details of all) details.open = true;
    });
  for (const [theme, name] of Object.entries(THEMES)) {
    await window.chooseTheme(theme);
    for (const [width, height] of [
      [900, 3000],
      [2400, 3000],
    ]) {
      await window.page.setViewportSize({ width, height });
      await window.page.waitForTimeout(500);
      const file = path.join(root, 'out', 'screenshots', `page-${name}-${width}.png`);
      await window.page.locator('iframe.webview.ready').screenshot({ path: file });
    }
  }
} finally {
  await window.close();
}
