import { describe, expect, it } from 'vitest';
import { dangerousStatements } from '../../../src/engine/build/dangerous-statements.ts';
import { parseModule } from '../../../src/engine/build/module-kind.ts';

function dangerousCalls(text: string): string[] {
  return dangerousStatements(parseModule('/project/hot.ts', text)).map(({ call }) => call);
}

describe('top-level code counts as dangerous when it', () => {
  it.each([
    ['starts a server', 'app.listen(3000);', ['app.listen']],
    ['starts a child process', `import { exec as run } from 'node:child_process';\nrun('ls');`, ['run']],
    ['writes a file', `const fs = require('fs');\nfs.writeFileSync('a', 'b');`, ['fs.writeFileSync']],
    ['ends the process', 'process.exit(1);', ['process.exit']],
    [
      'does so inside of a function that it calls',
      'const main = async () => { setInterval(() => {}, 5); };\nmain().catch(console.error);',
      ['setInterval'],
    ],
    ['does so inside of a function called in place', '(async () => { await fetch("x"); })();', ['fetch']],
  ])('%s', (_, text, expected) => {
    expect(dangerousCalls(text)).toEqual(expected);
  });
});

describe('top-level code is harmless when it', () => {
  it.each([
    [
      'only defines functions that would do such things',
      `import { exec } from 'node:child_process';\nexport function run() { exec('ls'); }\nconst stop = () => process.exit(0);`,
    ],
    ['does so only as the main module', 'if (require.main === module) { app.listen(3000); }'],
    ['matches a pattern', `const found = /a/.exec('a');`],
    ['reads a file', `import { readFileSync } from 'node:fs';\nconst words = readFileSync('words.txt', 'utf8');`],
  ])('%s', (_, text) => {
    expect(dangerousCalls(text)).toEqual([]);
  });
});
