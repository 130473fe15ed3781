import { awkwardFiles } from '../../../support/awkward-files.ts';

const files = awkwardFiles();

export default {
  calls: () => [
    [[]],
    [files.slice(0, 1)],
    [files.slice(0, 6)],
    // A file that ends the loop, a missing file within reach of what is read ahead, the missing file's own turn.
    [[...files.slice(0, 6), ...files.filter((file) => file.endsWith('carriage-returns')), ...files.slice(-3)]],
    [[...files.slice(2, 5), ...files.slice(-3), ...files.slice(0, 9)]],
    [Array.from({ length: 40 }, (_, i) => files[i % 5])],
    [[files[0], undefined]],
  ],
};
