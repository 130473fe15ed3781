// productKernel: product of before.js as a WebAssembly module of 2819 bytes, made by Speedlens. The source is product itself,
// which also does what the kernel cannot. When product changes, take away this file and what before.js says of productKernel, and make them anew:
//   speedlens bench before.js#product --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKpxUDphQfCn8FewV/AXsEfwJ8An8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAJ/AnsCfwF7BH8BfAF/' +
  'AXwefwF8BH9BACEJQQAhCkEAIQtBACEMAkAgDCACSEUNAANAAkBBACEOQQAhDwJAIAdBB2siEEEAIBBBAEobIRACQANAIA9BB2pB' +
  'ACERAkACQCARGkEBRQ0AIBFBAE5FDQAgESAGSEUNAAwBCwALIAdODQFEAAAAAAAAAAD9FCESIBIhEyASIRQgEiEVIBIhFkEAIRcC' +
  'QCAXIAZIRQ0AIAwiGiACTwRAAAsgAyEZIAAgGiAZbEEDdGohGCAZQQdrIhtBACAbQQBKGyEbAkACQCAGGkEBRQ0AIAZBAWsgA0hF' +
  'DQAMAQsACwNAIBggF0EDdGorAwD9FCEcIBchHyAPIiAgEE8EQAALIB8gB2wgIGohHSAEIB1BA3RqIR4gEyAcIB79AAMA/fIB/fAB' +
  'IRMgFCAcIB79AAMQ/fIB/fABIRQgFSAcIB79AAMg/fIB/fABIRUgFiAcIB79AAMw/fIB/fABIRYgF0EBaiEXIBcgBkgNAAsLIBP9' +
  'IQAhIQJAICEhIiAOICNGBEAgI0EBdEEQaiEjIA0hJCAjQQNBABABIg0gJCAOQQN0/AoAAAsgDSAOQQN0aiAiOQMAIA5BAWohDgsg' +
  'D0EBaiEPIBP9IQEhIQJAICEhJSAOICNGBEAgI0EBdEEQaiEjIA0hJiAjQQNBABABIg0gJiAOQQN0/AoAAAsgDSAOQQN0aiAlOQMA' +
  'IA5BAWohDgsgD0EBaiEPIBT9IQAhIQJAICEhJyAOICNGBEAgI0EBdEEQaiEjIA0hKCAjQQNBABABIg0gKCAOQQN0/AoAAAsgDSAO' +
  'QQN0aiAnOQMAIA5BAWohDgsgD0EBaiEPIBT9IQEhIQJAICEhKSAOICNGBEAgI0EBdEEQaiEjIA0hKiAjQQNBABABIg0gKiAOQQN0' +
  '/AoAAAsgDSAOQQN0aiApOQMAIA5BAWohDgsgD0EBaiEPIBX9IQAhIQJAICEhKyAOICNGBEAgI0EBdEEQaiEjIA0hLCAjQQNBABAB' +
  'Ig0gLCAOQQN0/AoAAAsgDSAOQQN0aiArOQMAIA5BAWohDgsgD0EBaiEPIBX9IQEhIQJAICEhLSAOICNGBEAgI0EBdEEQaiEjIA0h' +
  'LiAjQQNBABABIg0gLiAOQQN0/AoAAAsgDSAOQQN0aiAtOQMAIA5BAWohDgsgD0EBaiEPIBb9IQAhIQJAICEhLyAOICNGBEAgI0EB' +
  'dEEQaiEjIA0hMCAjQQNBABABIg0gMCAOQQN0/AoAAAsgDSAOQQN0aiAvOQMAIA5BAWohDgsgD0EBaiEPIBb9IQEhIQJAICEhMSAO' +
  'ICNGBEAgI0EBdEEQaiEjIA0hMiAjQQNBABABIg0gMiAOQQN0/AoAAAsgDSAOQQN0aiAxOQMAIA5BAWohDgsgD0EBaiEPDAALCyAH' +
  'QQFrIjNBACAzQQBKGyEzAkADQCAPQQFqQQAhEQJAAkAgERpBAUUNACARQQBORQ0AIBEgBkhFDQAMAQsACyAHTg0BRAAAAAAAAAAA' +
  '/RQhNCA0ITVBACEXAkAgFyAGSEUNACAMIjYgAk8EQAALIAMhGSAAIDYgGWxBA3RqIRggGUEBayI3QQAgN0EAShshNwJAAkAgBhpB' +
  'AUUNACAGQQFrIANIRQ0ADAELAAsDQCAYIBdBA3RqKwMA/RQhOCAXITsgDyI8IDNPBEAACyA7IAdsIDxqITkgBCA5QQN0aiE6IDUg' +
  'OCA6/QADAP3yAf3wASE1IBdBAWohFyAXIAZIDQALCyA1/SEAISECQCAhIT0gDiAjRgRAICNBAXRBEGohIyANIT4gI0EDQQAQASIN' +
  'ID4gDkEDdPwKAAALIA0gDkEDdGogPTkDACAOQQFqIQ4LIA9BAWohDyA1/SEBISECQCAhIT8gDiAjRgRAICNBAXRBEGohIyANIUAg' +
  'I0EDQQAQASINIEAgDkEDdPwKAAALIA0gDkEDdGogPzkDACAOQQFqIQ4LIA9BAWohDwwACwsgD0EAIRECQAJAIBEaQQFFDQAgEUEA' +
  'TkUNACARIAZIRQ0ADAELAAsgB0hFDQADQAJARAAAAAAAAAAAISFBACEXAkAgFyAGSEUNACAMIkEgAk8EQAALIAMhGSAAIEEgGWxB' +
  'A3RqIRgCQAJAIAYaQQFFDQAgBkEBayADSEUNAAwBCwALIBcgBkEHa0gEQCAXIUIgGCBCQQN0aiFCA0ACQCAhIEIrAwAgFyFEIA8h' +
  'RSBFIAdPBEAACyBEIAdsIEVqIUMgBCBDQQN0aisDAKKgISELIBdBAWohFwJAICEgQisDCCAXIUcgDyFIIEggB08EQAALIEcgB2wg' +
  'SGohRiAEIEZBA3RqKwMAoqAhIQsgF0EBaiEXAkAgISBCKwMQIBchSiAPIUsgSyAHTwRAAAsgSiAHbCBLaiFJIAQgSUEDdGorAwCi' +
  'oCEhCyAXQQFqIRcCQCAhIEIrAxggFyFNIA8hTiBOIAdPBEAACyBNIAdsIE5qIUwgBCBMQQN0aisDAKKgISELIBdBAWohFwJAICEg' +
  'QisDICAXIVAgDyFRIFEgB08EQAALIFAgB2wgUWohTyAEIE9BA3RqKwMAoqAhIQsgF0EBaiEXAkAgISBCKwMoIBchUyAPIVQgVCAH' +
  'TwRAAAsgUyAHbCBUaiFSIAQgUkEDdGorAwCioCEhCyAXQQFqIRcCQCAhIEIrAzAgFyFWIA8hVyBXIAdPBEAACyBWIAdsIFdqIVUg' +
  'BCBVQQN0aisDAKKgISELIBdBAWohFwJAICEgQisDOCAXIVkgDyFaIFogB08EQAALIFkgB2wgWmohWCAEIFhBA3RqKwMAoqAhIQsg' +
  'F0EBaiEXIEJBwABqIUIgFyAGQQdrSA0ACwsgFyAGSEUNAANAAkAgISAYIBdBA3RqKwMAIBchXCAPIV0gXSAHTwRAAAsgXCAHbCBd' +
  'aiFbIAQgW0EDdGorAwCioCEhCyAXQQFqIRcgFyAGSA0ACwsgISFeIA4gI0YEQCAjQQF0QRBqISMgDSFfICNBA0EAEAEiDSBfIA5B' +
  'A3T8CgAACyANIA5BA3RqIF45AwAgDkEBaiEOCyAPQQFqIQ8gD0EAIRECQAJAIBEaQQFFDQAgEUEATkUNACARIAZIRQ0ADAELAAsg' +
  'B0gNAAsLIAm3IAq3IAu3omEEQAUACyAKQQBGBEAgDiELBSALIA5GBEAFAAsLIAkgDmoiYSBgSwRAIGEgYEEBdCJgIGEgYEsbIWAg' +
  'CCFiIGBBA0EAEAEiCCBiIAlBA3T8CgAACyAIIAlBA3RqIA0gDkEDdPwKAAAgYSEJIApBgICAwABIBEAFAAsgCkEBaiEKCyAMQQFq' +
  'IQwgDCACSA0ACwsgCbcgCrcgC7eiYQRABQALIAhFBEBBAEEAQQAQASEICyAIQQhrIAo2AgAgCEEEayALNgIAIAgPAAt2AQJ/IABB' +
  'gICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRA' +
  'AAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
  if (kernel === undefined || a?.constructor !== Array || b?.constructor !== Array) return undefined;
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
