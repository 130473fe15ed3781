import fs from 'node:fs';
import path from 'node:path';

export function load(names: string[], folder: string): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => {
      const text = await fs.promises.readFile(path.join(folder, name), 'utf8');
      return text.trim().slice(0, 20);
    }),
  );
}
