import { basename, dirname } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

const names = awkwardFiles().slice(0, 17).map((file) => basename(file));
const folder = dirname(awkwardFiles()[0]!);

export default { calls: () => [[names, folder], [[], folder], [['missing', ...names], folder]] };
