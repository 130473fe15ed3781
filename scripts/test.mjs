// `npm test`: builds, then runs everything: the static checks, the tests that need no editor, the suite in a real VS Code, the tests that
// click through its window. Ends with one line that adds them up. Nothing is skipped in silence: what cannot run fails with a sentence.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const total = { passed: 0, failed: 0, skipped: 0 };

rmSync(path.join(root, 'out'), { recursive: true, force: true });
mkdirSync(path.join(root, 'out'), { recursive: true });

step('build', process.execPath, ['scripts/build.mjs']);
for (const check of ['format and lint', 'types', 'types of the examples', 'typed lint', 'walls', 'dead code']) {
  step(check, process.execPath, ['scripts/check.mjs', check]);
}
const unitResults = path.join(root, 'out/unit.json');
step('tests without an editor', bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitResults}`,
]);
addUp(unitResults, (results) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests,
  skipped: results.numPendingTests + results.numTodoTests,
}));
const suiteResults = path.join(root, 'out/vscode-suite.json');
step('suite in a real VS Code', process.execPath, ['scripts/vscode/run-suite.mjs', suiteResults]);
addUp(suiteResults, (results) => ({
  passed: results.stats.passes,
  failed: results.stats.failures,
  skipped: results.stats.pending,
}));
const windowResults = path.join(root, 'out/vscode-window.json');
step('tests in the window of VS Code', process.execPath, ['scripts/vscode/run-ui.mjs', windowResults]);
addUp(windowResults, (results) => results);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

/** A step that ends badly without having counted a failure counts as one. */
function step(title, command, args) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  console.log(`== ${title}: ${status === 0 ? 'ok' : 'failed'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) total.failed += 1;
}

function addUp(file, read) {
  if (!existsSync(file)) {
    console.error(`There are no results in ${path.relative(root, file)}: counted as a failure.`);
    total.failed += 1;
    return;
  }
  const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')));
  if (passed + failed === 0) {
    console.error(`No test ran for ${path.relative(root, file)}: counted as a failure.`);
    total.failed += 1;
  }
  total.passed += passed;
  // The step itself has counted one failure already.
  total.failed += Math.max(0, failed - 1);
  total.skipped += skipped;
}
