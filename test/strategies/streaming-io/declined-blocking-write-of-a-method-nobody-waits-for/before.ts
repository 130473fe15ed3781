import { writeFileSync } from 'node:fs';

export class Store {
  constructor(readonly file: string) {}

  async save(text: string): Promise<void> {
    writeFileSync(this.file, text);
  }

  stop(): never {
    void this.save('stopped');
    process.exit(1);
  }
}
