import { mkdirSync, writeFileSync } from 'node:fs';

export async function save(folder: string, settings: Record<string, number>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/settings.json`, JSON.stringify(settings));
}
