import { basename, dirname } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

const [first = ''] = awkwardFiles();
const names = awkwardFiles().slice(0, -3).map((file) => basename(file));

export default {
  calls: () => [
    [dirname(first), []],
    [dirname(first), names],
    [dirname(first), [...names.slice(0, 3), 'missing', ...names]],
    ['/no/such/folder', names],
    // What `join` throws comes when it is that item's turn, after the missing file in front of it.
    [dirname(first), [...names.slice(0, 2), 'missing', undefined]],
    [dirname(first), [...names.slice(0, 2), undefined, 'missing']],
  ],
};
