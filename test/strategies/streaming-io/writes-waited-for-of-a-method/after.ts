import { writeFile } from 'node:fs/promises';

export class Store {
  constructor(readonly file: string) {}

  async save(text: string): Promise<void> {
    await writeFile(this.file, text);
  }

  async clear(): Promise<void> {
    await this.save('');
  }
}
