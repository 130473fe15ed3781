// productKernel: product of before.js as a WebAssembly module of 868 bytes, made by Speedlens. The source is product itself,
// which also does what the kernel cannot. When product changes, make this file anew:
//   speedlens bench before.js#product --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKiAYDhwULB38BfAF/AnwHfwF8AX8BfAJ/AXwDf0EAIQlBACEKQQAhC0EAIQwCQCAMIAJIRQ0AA0ACQEEA' +
  'IQ5EAAAAAAAAAAAhDwJAIA9BACEQAkACQCAQtyERIBEgEZ2hRAAAAAAAAAAAYUUNACAQQQBORQ0AIBAgBkhFDQAMAQsACyAHt2NF' +
  'DQADQAJARAAAAAAAAAAAIRJBACETAkAgEyAGSEUNAANAAkAgEiAMIhUgAk8EQAALIBMiFiADTwRAAAsgFSADbCAWaiEUIAAgFEED' +
  'dGorAwAgEyIYIAZPBEAACyAPIhr8AyIbuCAaYgRAAAsgGyIZIAdPBEAACyAYIAdsIBlqIRcgBCAXQQN0aisDAKKgIRILIBNBAWoh' +
  'EyATIAZIDQALCyASIRwgDiAdRgRAIB1BAXRBEGohHSANIR4gHUEDQQAQASINIB4gDkEDdPwKAAALIA0gDkEDdGogHDkDACAOQQFq' +
  'IQ4LIA9EAAAAAAAA8D+gIQ8gD0EAIRACQAJAIBC3IR8gHyAfnaFEAAAAAAAAAABhRQ0AIBBBAE5FDQAgECAGSEUNAAwBCwALIAe3' +
  'Yw0ACwsgCbcgCrcgC7eiYQRABQALIApBAEYEQCAOIQsFIAsgDkYEQAUACwsgCSAOaiIhICBLBEAgISAgQQF0IiAgISAgSxshICAI' +
  'ISIgIEEDQQAQASIIICIgCUEDdPwKAAALIAggCUEDdGogDSAOQQN0/AoAACAhIQkgCkGAgIDAAEgEQAUACyAKQQFqIQoLIAxBAWoh' +
  'DCAMIAJIDQALCyAJtyAKtyALt6JhBEAFAAsgCEUEQEEAQQBBABABIQgLIAhBCGsgCjYCACAIQQRrIAs2AgAgCA8AC3YBAn8gAEGA' +
  'gIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAA' +
  'CwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

const kernel = load();

function load() {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, {});
    return instance.exports;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
function productKernel(a, b) {
  if (kernel === undefined || !Array.isArray(a) || !Array.isArray(b)) return undefined;
  try {
    kernel.reset();
    const aColumns = a[0]?.length ?? 0;
    const aAddress = kernel.allocate(a.length * aColumns, 3, 0);
    const aView = new Float64Array(kernel.memory.buffer, aAddress, a.length * aColumns);
    for (let i = 0; i < a.length; i++) {
      const row = a[i];
      if (!Array.isArray(row) || row.length !== aColumns) return undefined;
      for (let j = 0; j < aColumns; j++) {
        const value = row[j];
        if (typeof value !== 'number') return undefined;
        aView[i * aColumns + j] = value;
      }
    }
    const bColumns = b[0]?.length ?? 0;
    const bAddress = kernel.allocate(b.length * bColumns, 3, 0);
    const bView = new Float64Array(kernel.memory.buffer, bAddress, b.length * bColumns);
    for (let i = 0; i < b.length; i++) {
      const row = b[i];
      if (!Array.isArray(row) || row.length !== bColumns) return undefined;
      for (let j = 0; j < bColumns; j++) {
        const value = row[j];
        if (typeof value !== 'number') return undefined;
        bView[i * bColumns + j] = value;
      }
    }
    const result = kernel.run(aAddress, a.length * aColumns, a.length, aColumns, bAddress, b.length * bColumns, b.length, bColumns);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2);
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j];
      table[i] = row;
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}

module.exports = { productKernel };
