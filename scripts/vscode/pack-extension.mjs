// Packs dist/ into out/speedlens.vsix with vsce, as it would be published. dist/ must be built.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of the packed file. */
export async function packExtension() {
  for (const bundle of ['extension.cjs', 'engine.mjs', 'benchmark-process.mjs', 'webview.js']) {
    if (!existsSync(path.join(root, 'dist', bundle)))
      throw new Error(`dist/${bundle} is missing: run "npm run build" first.`);
  }
  const packagePath = path.join(root, 'out', 'speedlens.vsix');
  mkdirSync(path.dirname(packagePath), { recursive: true });
  // Everything that runs is bundled, so npm's own dependencies are not collected.
  // No repository is named yet, so the README's relative links stay as they are.
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packExtension());
