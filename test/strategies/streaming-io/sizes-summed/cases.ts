import { dirname } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  select: 'sizeOf',
  calls: () => [[dirname(awkwardFiles()[0] ?? '')], ['/no/such/folder']],
};
