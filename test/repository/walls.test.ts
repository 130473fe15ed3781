// The walls of .dependency-cruiser.cjs: the tree keeps them, and each rule fires on a planted offence.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cruise, type IForbiddenRuleType, type IReporterOutput } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const config = require('../../.dependency-cruiser.cjs') as { forbidden: (IForbiddenRuleType & { name: string })[] };
const folder = mkdtempSync(path.join(os.tmpdir(), 'speedlens-walls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Planted offences: files by path, the first one imports the others. */
const offences: Record<string, Record<string, string>> = {
  'no-cycles': {
    'src/model/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
    'src/model/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
  },
  'model-imports-nothing': imports('src/model/a.ts', 'src/present/b.ts'),
  'present-speaks-only-model': imports('src/present/a.ts', 'src/protocol/b.ts'),
  'protocol-is-types-about-the-model': imports('src/protocol/a.ts', 'src/engine/index.ts'),
  'only-the-extension-knows-vscode': {
    'src/engine/a.ts': "import * as vscode from 'vscode';\nexport const a = vscode;",
  },
  'engine-knows-no-surface': imports('src/engine/a.ts', 'src/protocol/b.ts'),
  'engine-borrows-only-the-wording-of-numbers-and-verdicts': imports('src/engine/a.ts', 'src/present/html.ts'),
  'stages-meet-only-in-the-pipeline': imports('src/engine/verify/a.ts', 'src/engine/measure/b.ts'),
  'strategies-use-source-and-kernel': imports('src/engine/strategies/workers/a.ts', 'src/engine/measure/b.ts'),
  'kernel-knows-model-and-source': imports('src/engine/kernel/a.ts', 'src/engine/statistics/b.ts'),
  'stages-do-not-import-the-pipeline': imports('src/engine/measure/a.ts', 'src/engine/pipeline.ts'),
  'strategies-are-strangers': imports('src/engine/strategies/workers/a.ts', 'src/engine/strategies/memoization/b.ts'),
  'surfaces-use-the-front-door': imports('src/cli/a.ts', 'src/engine/pipeline.ts'),
  'the-extension-host-loads-no-engine': imports('src/extension/a.ts', 'src/engine/index.ts'),
  'surfaces-are-strangers': imports('src/cli/a.ts', 'src/webview/b.ts'),
  'webview-is-browser-code': { 'src/webview/a.ts': "import fs from 'node:fs';\nexport const a = fs;" },
  'webview-sees-only-data-and-words': imports('src/webview/a.ts', 'src/engine/index.ts'),
  'processes-live-in-process-and-build': {
    'src/cli/a.ts': "import { spawn } from 'node:child_process';\nexport const a = spawn;",
  },
};

/** What the design allows, so that a rule that fires on everything is noticed. */
const allowed: Record<string, string> = {
  ...imports('src/cli/command.ts', 'src/engine/index.ts'),
  ...imports('src/engine/pipeline.ts', 'src/engine/measure/m.ts'),
  ...imports('src/engine/verify/v.ts', 'src/engine/source/s.ts'),
  ...imports('src/engine/strategies/webassembly/w.ts', 'src/engine/kernel/k.ts'),
  ...imports('src/engine/judge/j.ts', 'src/present/format-duration.ts'),
  ...imports('src/engine/process/child/main.ts', 'src/engine/verify/child/c.ts'),
  ...imports('src/webview/w.ts', 'src/present/p.ts'),
  'src/engine/build/t.ts':
    "import type { strategy } from '../strategies/strategy.ts';\nexport type T = typeof strategy;",
  'src/engine/strategies/strategy.ts': 'export const strategy = 1;',
};

test.each(Object.keys(offences))('the rule %s fires on a planted offence', async (name) => {
  expect(await violations(offences[name] ?? {})).toContain(name);
});

test('every rule has a planted offence', () => {
  expect(Object.keys(offences).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
});

test('what the design allows passes', async () => {
  expect(await violations(allowed)).toEqual([]);
});

async function violations(files: Record<string, string>): Promise<string[]> {
  const place = mkdtempSync(path.join(folder, 'tree-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
    writeFileSync(path.join(place, name), text);
  }
  writeFileSync(path.join(place, 'package.json'), '{"type":"module"}');
  const result = await cruise(['src'], {
    baseDir: place,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
    tsPreCompilationDeps: true,
  });
  return summaryOf(result).map((violation) => violation.rule.name);
}

function summaryOf(result: IReporterOutput) {
  if (typeof result.output === 'string') throw new Error(`unexpected text output: ${result.output}`);
  return result.output.summary.violations;
}

function imports(from: string, to: string): Record<string, string> {
  const specifier = path.posix.relative(path.posix.dirname(from), to);
  return {
    [from]: `import { thing } from '${specifier.startsWith('.') ? specifier : `./${specifier}`}';\nexport const use = thing;\nexport const other = 1;`,
    [to]: 'export const thing = 1;',
  };
}
