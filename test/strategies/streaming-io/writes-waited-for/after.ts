import fs from 'node:fs';

export async function save(file: string, settings: Readonly<Record<string, number>>): Promise<void> {
  await fs.promises.writeFile(file, JSON.stringify(settings, null, 2), 'utf8');
}
