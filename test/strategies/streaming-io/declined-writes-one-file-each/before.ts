import { writeFile } from 'node:fs/promises';

export async function exportAll(folder: string, records: readonly { id: string; body: string }[]): Promise<void> {
  for (const { id, body } of records) await writeFile(`${folder}/${id}.txt`, body);
}
