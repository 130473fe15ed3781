import { awkwardFiles } from '../../../support/awkward-files.ts';

const files = awkwardFiles();
export default { calls: () => [[[]], [files.slice(0, 12)], [files], [files.slice(3, 4)]] };
