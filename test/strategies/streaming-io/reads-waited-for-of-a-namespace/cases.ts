import { dirname } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  select: 'sizes',
  calls: () => [...awkwardFiles(), dirname(awkwardFiles()[0] ?? '')].map((folder) => [folder]),
};
