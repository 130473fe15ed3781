import { basename, dirname } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

const files = awkwardFiles().slice(0, -2);
const names = files.map((file) => basename(file));
const folder = dirname(files[0] ?? '');

export default {
  calls: () => [
    [folder, []],
    [folder, names.slice(0, 1)],
    [folder, names.slice(0, 12)],
    [folder, names],
    [folder, [...names.slice(3, 5), 'none', 'neither', ...names]],
  ],
};
