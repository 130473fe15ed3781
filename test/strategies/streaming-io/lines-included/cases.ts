import { awkwardFiles } from '../../../support/awkward-files.ts';

export default { calls: () => awkwardFiles().flatMap((file) => ['', 'first', 'ERROR second', 'third\\r'].map((user) => [file, user])) };
