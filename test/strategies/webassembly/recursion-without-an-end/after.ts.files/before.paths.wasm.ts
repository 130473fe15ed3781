// pathsKernel: paths of before.ts as a WebAssembly module of 504 bytes, made by Speedlens. The source is paths itself,
// which also does what the kernel cannot. When paths changes, take away this file and what before.ts says of pathsKernel, and make them anew:
//   speedlens bench before.ts#paths --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABBwFgAn9/AXwDAgEABwcBA3J1bgAACtcDAdQDDAJ/AXwCfwF8An8BfAJ/AXwCfwF8An8BfAJAAkAgAEEARg0AIAFB' +
  'AEZFDQELRAAAAAAAAPA/DwsgAEEBayECIAEhAwJAAkACQCACQQBGDQAgA0EARkUNAQtEAAAAAAAA8D8hBAwBCyACQQFrIQUgAyEG' +
  'AkACQAJAIAVBAEYNACAGQQBGRQ0BC0QAAAAAAADwPyEHDAELIAVBAWsgBhAAIAUgBkEBaxAAoCEHDAAACyAHIAIhCCADQQFrIQkC' +
  'QAJAAkAgCEEARg0AIAlBAEZFDQELRAAAAAAAAPA/IQoMAQsgCEEBayAJEAAgCCAJQQFrEACgIQoMAAALIAqgIQQMAAALIAQgACEL' +
  'IAFBAWshDAJAAkACQCALQQBGDQAgDEEARkUNAQtEAAAAAAAA8D8hDQwBCyALQQFrIQ4gDCEPAkACQAJAIA5BAEYNACAPQQBGRQ0B' +
  'C0QAAAAAAADwPyEQDAELIA5BAWsgDxAAIA4gD0EBaxAAoCEQDAAACyAQIAshESAMQQFrIRICQAJAAkAgEUEARg0AIBJBAEZFDQEL' +
  'RAAAAAAAAPA/IRMMAQsgEUEBayASEAAgESASQQFrEACgIRMMAAALIBOgIQ0MAAALIA2gDwAL';

interface Kernel {
  run(rows: number, columns: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, {});
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** An integer from 0 to a billion, and not -0: the kernel counts in 32 bits. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 0 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function pathsKernel(rows: number, columns: number): number | undefined {
  if (kernel === undefined || !isCount(rows) || !isCount(columns)) return undefined;
  try {
    return kernel.run(rows, columns);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
