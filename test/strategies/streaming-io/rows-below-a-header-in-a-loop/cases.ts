import { awkwardFiles } from '../../../support/awkward-files.ts';

export default { calls: () => [...awkwardFiles(), '/no/such/file'].map((file) => [file]) };
