// productKernel: product of before.js as a WebAssembly module of 2278 bytes, made by Speedlens. The source is product itself,
// which also does what the kernel cannot. When product changes, make this file anew:
//   speedlens bench before.js#product --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKihEDiRAjCn8BfAV7AX8Bewd/AnwCfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8An8BfAN7B38BfAF/' +
  'AXwBfwF8Bn8BfAF/AXwDf0EAIQlBACEKQQAhC0EAIQwCQCAMIAJIRQ0AA0ACQEEAIQ5BACEPAkAgB0EHayIQQQAgEEEAShshEAJA' +
  'A0AgD0EHakEAIRECQAJAIBG3IRIgEiASnaFEAAAAAAAAAABhRQ0AIBFBAE5FDQAgESAGSEUNAAwBCwALIAdODQFEAAAAAAAAAAD9' +
  'FCETIBMhFCATIRUgEyEWIBMhF0EAIRgCQCAYIAZIRQ0AA0AgDCIbIAJPBEAACyAYIhwgA08EQAALIBsgA2wgHGohGiAAIBpBA3Rq' +
  'KwMA/RQhGSAYIh8gBk8EQAALIA8iICAQTwRAAAsgHyAHbCAgaiEdIAQgHUEDdGohHiAUIBkgHv0AAwD98gH98AEhFCAVIBkgHv0A' +
  'AxD98gH98AEhFSAWIBkgHv0AAyD98gH98AEhFiAXIBkgHv0AAzD98gH98AEhFyAYQQFqIRggGCAGSA0ACwsgFP0hACEhAkAgISEi' +
  'IA4gI0YEQCAjQQF0QRBqISMgDSEkICNBA0EAEAEiDSAkIA5BA3T8CgAACyANIA5BA3RqICI5AwAgDkEBaiEOCyAPQQFqIQ8gFP0h' +
  'ASEhAkAgISElIA4gI0YEQCAjQQF0QRBqISMgDSEmICNBA0EAEAEiDSAmIA5BA3T8CgAACyANIA5BA3RqICU5AwAgDkEBaiEOCyAP' +
  'QQFqIQ8gFf0hACEhAkAgISEnIA4gI0YEQCAjQQF0QRBqISMgDSEoICNBA0EAEAEiDSAoIA5BA3T8CgAACyANIA5BA3RqICc5AwAg' +
  'DkEBaiEOCyAPQQFqIQ8gFf0hASEhAkAgISEpIA4gI0YEQCAjQQF0QRBqISMgDSEqICNBA0EAEAEiDSAqIA5BA3T8CgAACyANIA5B' +
  'A3RqICk5AwAgDkEBaiEOCyAPQQFqIQ8gFv0hACEhAkAgISErIA4gI0YEQCAjQQF0QRBqISMgDSEsICNBA0EAEAEiDSAsIA5BA3T8' +
  'CgAACyANIA5BA3RqICs5AwAgDkEBaiEOCyAPQQFqIQ8gFv0hASEhAkAgISEtIA4gI0YEQCAjQQF0QRBqISMgDSEuICNBA0EAEAEi' +
  'DSAuIA5BA3T8CgAACyANIA5BA3RqIC05AwAgDkEBaiEOCyAPQQFqIQ8gF/0hACEhAkAgISEvIA4gI0YEQCAjQQF0QRBqISMgDSEw' +
  'ICNBA0EAEAEiDSAwIA5BA3T8CgAACyANIA5BA3RqIC85AwAgDkEBaiEOCyAPQQFqIQ8gF/0hASEhAkAgISExIA4gI0YEQCAjQQF0' +
  'QRBqISMgDSEyICNBA0EAEAEiDSAyIA5BA3T8CgAACyANIA5BA3RqIDE5AwAgDkEBaiEOCyAPQQFqIQ8MAAsLIAdBAWsiM0EAIDNB' +
  'AEobITMCQANAIA9BAWpBACERAkACQCARtyE0IDQgNJ2hRAAAAAAAAAAAYUUNACARQQBORQ0AIBEgBkhFDQAMAQsACyAHTg0BRAAA' +
  'AAAAAAAA/RQhNSA1ITZBACEYAkAgGCAGSEUNAANAIAwiOSACTwRAAAsgGCI6IANPBEAACyA5IANsIDpqITggACA4QQN0aisDAP0U' +
  'ITcgGCI9IAZPBEAACyAPIj4gM08EQAALID0gB2wgPmohOyAEIDtBA3RqITwgNiA3IDz9AAMA/fIB/fABITYgGEEBaiEYIBggBkgN' +
  'AAsLIDb9IQAhIQJAICEhPyAOICNGBEAgI0EBdEEQaiEjIA0hQCAjQQNBABABIg0gQCAOQQN0/AoAAAsgDSAOQQN0aiA/OQMAIA5B' +
  'AWohDgsgD0EBaiEPIDb9IQEhIQJAICEhQSAOICNGBEAgI0EBdEEQaiEjIA0hQiAjQQNBABABIg0gQiAOQQN0/AoAAAsgDSAOQQN0' +
  'aiBBOQMAIA5BAWohDgsgD0EBaiEPDAALCyAPQQAhEQJAAkAgEbchQyBDIEOdoUQAAAAAAAAAAGFFDQAgEUEATkUNACARIAZIRQ0A' +
  'DAELAAsgB0hFDQADQAJARAAAAAAAAAAAISFBACEYAkAgGCAGSEUNAANAAkAgISAMIkUgAk8EQAALIBgiRiADTwRAAAsgRSADbCBG' +
  'aiFEIAAgREEDdGorAwAgGCJIIAZPBEAACyAPIkkgB08EQAALIEggB2wgSWohRyAEIEdBA3RqKwMAoqAhIQsgGEEBaiEYIBggBkgN' +
  'AAsLICEhSiAOICNGBEAgI0EBdEEQaiEjIA0hSyAjQQNBABABIg0gSyAOQQN0/AoAAAsgDSAOQQN0aiBKOQMAIA5BAWohDgsgD0EB' +
  'aiEPIA9BACERAkACQCARtyFMIEwgTJ2hRAAAAAAAAAAAYUUNACARQQBORQ0AIBEgBkhFDQAMAQsACyAHSA0ACwsgCbcgCrcgC7ei' +
  'YQRABQALIApBAEYEQCAOIQsFIAsgDkYEQAUACwsgCSAOaiJOIE1LBEAgTiBNQQF0Ik0gTiBNSxshTSAIIU8gTUEDQQAQASIIIE8g' +
  'CUEDdPwKAAALIAggCUEDdGogDSAOQQN0/AoAACBOIQkgCkGAgIDAAEgEQAUACyAKQQFqIQoLIAxBAWohDCAMIAJIDQALCyAJtyAK' +
  'tyALt6JhBEAFAAsgCEUEQEEAQQBBABABIQgLIAhBCGsgCjYCACAIQQRrIAs2AgAgCA8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoi' +
  'AyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYC' +
  'ACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
