import { renameSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ImportOutlines, importingFiles } from '../../../src/engine/source/importing-files.ts';
import { sourceFilesUnder } from '../../../src/engine/source/source-files.ts';
import { projectFolder, writeInto } from './project-folder.ts';

function importersOf(
  folder: string,
  name: string,
  outlines: ImportOutlines = new Map(),
  hasRootDirs = false,
): string[] {
  const { texts } = importingFiles(join(folder, name), sourceFilesUnder(folder), outlines, hasRootDirs);
  return [...texts.keys()].map((file) => relative(folder, file).replaceAll('\\', '/')).sort();
}

describe('files that may import a file', () => {
  test('by a path, with any extension or none, and those that have it from there', () => {
    const folder = projectFolder({
      'src/scores.ts': '',
      'src/a.ts': "import { f } from './scores.js';",
      'src/deep/b.cts': "const { f } = require('../scores');",
      'src/c.ts': "export * from './scores.ts';",
      'src/d.ts': "import { f } from './c.js';",
      'src/e.ts': "import { f } from './a.js';",
      'src/f.ts': "const { f } = await import('../src/scores.js');",
    });
    expect(importersOf(folder, 'src/scores.ts')).toEqual([
      'src/a.ts',
      'src/c.ts',
      'src/d.ts',
      'src/deep/b.cts',
      'src/f.ts',
    ]);
  });

  test('not those whose path leads to another file of that name, unless folders stand for each other', () => {
    const folder = projectFolder({
      'one/scores.ts': '',
      'two/scores.ts': '',
      'two/a.ts': "import { f } from './scores.js';",
      'b.ts': "import { f } from '@app/scores';",
    });
    expect(importersOf(folder, 'one/scores.ts')).toEqual(['b.ts']);
    expect(importersOf(folder, 'one/scores.ts', new Map(), true)).toEqual(['b.ts', 'two/a.ts']);
  });

  test('an index file by its folder', () => {
    const folder = projectFolder({
      'lib/scores/index.ts': '',
      'lib/scores/a.ts': "import { f } from '.';",
      'lib/scores/deep/b.ts': "import { f } from '..';",
      'lib/c.ts': "import { f } from './scores';",
      'lib/d.ts': "import { f } from './scores/index.js';",
      'lib/e.ts': "import { f } from '.';",
    });
    expect(importersOf(folder, 'lib/scores/index.ts')).toEqual([
      'lib/c.ts',
      'lib/d.ts',
      'lib/scores/a.ts',
      'lib/scores/deep/b.ts',
    ]);
  });

  test('through a linked folder', () => {
    const folder = projectFolder({ 'real/scores.ts': '', 'a.ts': "import { f } from './linked/scores.js';" });
    symlinkSync(join(folder, 'real'), join(folder, 'linked'), 'junction');
    expect(importersOf(folder, 'real/scores.ts')).toEqual(['a.ts']);
  });

  test('what was read is taken again as long as a file is the same', () => {
    const folder = projectFolder({ 'scores.ts': '', 'a.ts': "import { f } from './scores.js';" });
    const outlines: ImportOutlines = new Map();
    expect(importersOf(folder, 'scores.ts', outlines)).toEqual(['a.ts']);
    writeInto(folder, 'a.ts', "import { f } from './somewhere-else.js';");
    writeInto(folder, 'b.ts', "import { f } from './scores.js';");
    expect(importersOf(folder, 'scores.ts', outlines)).toEqual(['b.ts']);
    renameSync(join(folder, 'b.ts'), join(folder, 'c.ts'));
    expect(importersOf(folder, 'scores.ts', outlines)).toEqual(['c.ts']);
  });
});
