// The source files below a folder, as people keep them: nothing installed, built or hidden.
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSourceFileName } from './parse-source.ts';

const skippedFolders = new Set(['node_modules', 'dist', 'build', 'out', 'coverage']);

/** Absolute paths, in order of names; declaration files are among them. At most `limit`. Folders that cannot be read hold nothing. */
export function sourceFilesUnder(folder: string, limit = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = [];
  const visit = (current: string): void => {
    for (const entry of entriesOf(current)) {
      if (found.length >= limit) return;
      const place = join(current, entry.name);
      if (entry.isDirectory() && !skippedFolders.has(entry.name) && !entry.name.startsWith('.')) visit(place);
      else if (!entry.isDirectory() && isSourceFileName(entry.name)) found.push(place);
    }
  };
  visit(folder);
  return found;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
