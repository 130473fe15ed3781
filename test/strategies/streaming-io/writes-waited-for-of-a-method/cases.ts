import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type StoreClass = new (file: string) => object;
const file = join(mkdtempSync(join(tmpdir(), 'speedlens-store-')), 'state');

export default {
  select: 'Store.save',
  receiver: (exports: Record<string, unknown>) => new (exports['Store'] as StoreClass)(file),
  calls: () => [['a'], [''], ['b']],
};
