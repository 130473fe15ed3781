import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => [...awkwardFiles().map((file) => [file]), [undefined], [null], [{}]],
  observed: () => [awkwardFiles().slice(0, 1)],
};
