// Which Node a project asks for, read from its version files. A hint to compare with, nothing is installed or switched.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface WantedNodeVersion {
  /** Absolute path of the file that says so. */
  readonly file: string;
  /** As much as the file fixes, without a 'v': '22', '20.11', '20.11.1'. */
  readonly version: string;
}

/** The nearest .nvmrc, .node-version or package.json with `volta.node`, from the folder upwards. Aliases such as lts/* fix nothing. */
export function wantedNodeVersion(folder: string): WantedNodeVersion | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    for (const name of ['.nvmrc', '.node-version', 'package.json']) {
      const file = path.join(at, name);
      if (!existsSync(file)) continue;
      const version = /^v?(\d+(?:\.\d+){0,2})$/.exec(statedVersion(file, name))?.[1];
      if (version !== undefined) return { file, version };
    }
    if (path.dirname(at) === at) return undefined;
  }
}

function statedVersion(file: string, name: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (name !== 'package.json') return text.trim();
    const manifest = JSON.parse(text) as { volta?: { node?: unknown } } | null;
    const stated = manifest?.volta?.node;
    return typeof stated === 'string' ? stated.trim() : '';
  } catch {
    // A folder of that name or a broken manifest asks for nothing.
    return '';
  }
}
