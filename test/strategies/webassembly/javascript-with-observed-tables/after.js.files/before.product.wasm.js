// productKernel: product of before.js as a WebAssembly module of 2312 bytes, made by Speedlens. The source is product itself,
// which also does what the kernel cannot. When product changes, make this file anew:
//   speedlens bench before.js#product --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKrBEDqxAfCn8FewV/AXsEfwJ8An8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAJ/AnsCfwF7BH8BfAF/' +
  'AXwFfwF8BH9BACEJQQAhCkEAIQtBACEMAkAgDCACSEUNAANAAkBBACEOQQAhDwJAIAdBB2siEEEAIBBBAEobIRACQANAIA9BB2pB' +
  'ACERAkACQCARGkEBRQ0AIBFBAE5FDQAgESAGSEUNAAwBCwALIAdODQFEAAAAAAAAAAD9FCESIBIhEyASIRQgEiEVIBIhFkEAIRcC' +
  'QCAXIAZIRQ0AIAwiGiACTwRAAAsgAyEZIAAgGiAZbEEDdGohGCAZQQdrIhtBACAbQQBKGyEbAkACQCAGGkEBRQ0AIAZBAWsgGUhF' +
  'DQAMAQsACwNAIBggF0EDdGorAwD9FCEcIBciHyAGTwRAAAsgDyIgIBBPBEAACyAfIAdsICBqIR0gBCAdQQN0aiEeIBMgHCAe/QAD' +
  'AP3yAf3wASETIBQgHCAe/QADEP3yAf3wASEUIBUgHCAe/QADIP3yAf3wASEVIBYgHCAe/QADMP3yAf3wASEWIBdBAWohFyAXIAZI' +
  'DQALCyAT/SEAISECQCAhISIgDiAjRgRAICNBAXRBEGohIyANISQgI0EDQQAQASINICQgDkEDdPwKAAALIA0gDkEDdGogIjkDACAO' +
  'QQFqIQ4LIA9BAWohDyAT/SEBISECQCAhISUgDiAjRgRAICNBAXRBEGohIyANISYgI0EDQQAQASINICYgDkEDdPwKAAALIA0gDkED' +
  'dGogJTkDACAOQQFqIQ4LIA9BAWohDyAU/SEAISECQCAhIScgDiAjRgRAICNBAXRBEGohIyANISggI0EDQQAQASINICggDkEDdPwK' +
  'AAALIA0gDkEDdGogJzkDACAOQQFqIQ4LIA9BAWohDyAU/SEBISECQCAhISkgDiAjRgRAICNBAXRBEGohIyANISogI0EDQQAQASIN' +
  'ICogDkEDdPwKAAALIA0gDkEDdGogKTkDACAOQQFqIQ4LIA9BAWohDyAV/SEAISECQCAhISsgDiAjRgRAICNBAXRBEGohIyANISwg' +
  'I0EDQQAQASINICwgDkEDdPwKAAALIA0gDkEDdGogKzkDACAOQQFqIQ4LIA9BAWohDyAV/SEBISECQCAhIS0gDiAjRgRAICNBAXRB' +
  'EGohIyANIS4gI0EDQQAQASINIC4gDkEDdPwKAAALIA0gDkEDdGogLTkDACAOQQFqIQ4LIA9BAWohDyAW/SEAISECQCAhIS8gDiAj' +
  'RgRAICNBAXRBEGohIyANITAgI0EDQQAQASINIDAgDkEDdPwKAAALIA0gDkEDdGogLzkDACAOQQFqIQ4LIA9BAWohDyAW/SEBISEC' +
  'QCAhITEgDiAjRgRAICNBAXRBEGohIyANITIgI0EDQQAQASINIDIgDkEDdPwKAAALIA0gDkEDdGogMTkDACAOQQFqIQ4LIA9BAWoh' +
  'DwwACwsgB0EBayIzQQAgM0EAShshMwJAA0AgD0EBakEAIRECQAJAIBEaQQFFDQAgEUEATkUNACARIAZIRQ0ADAELAAsgB04NAUQA' +
  'AAAAAAAAAP0UITQgNCE1QQAhFwJAIBcgBkhFDQAgDCI2IAJPBEAACyADIRkgACA2IBlsQQN0aiEYIBlBAWsiN0EAIDdBAEobITcC' +
  'QAJAIAYaQQFFDQAgBkEBayAZSEUNAAwBCwALA0AgGCAXQQN0aisDAP0UITggFyI7IAZPBEAACyAPIjwgM08EQAALIDsgB2wgPGoh' +
  'OSAEIDlBA3RqITogNSA4IDr9AAMA/fIB/fABITUgF0EBaiEXIBcgBkgNAAsLIDX9IQAhIQJAICEhPSAOICNGBEAgI0EBdEEQaiEj' +
  'IA0hPiAjQQNBABABIg0gPiAOQQN0/AoAAAsgDSAOQQN0aiA9OQMAIA5BAWohDgsgD0EBaiEPIDX9IQEhIQJAICEhPyAOICNGBEAg' +
  'I0EBdEEQaiEjIA0hQCAjQQNBABABIg0gQCAOQQN0/AoAAAsgDSAOQQN0aiA/OQMAIA5BAWohDgsgD0EBaiEPDAALCyAPQQAhEQJA' +
  'AkAgERpBAUUNACARQQBORQ0AIBEgBkhFDQAMAQsACyAHSEUNAANAAkBEAAAAAAAAAAAhIUEAIRcCQCAXIAZIRQ0AIAwiQSACTwRA' +
  'AAsgAyEZIAAgQSAZbEEDdGohGAJAAkAgBhpBAUUNACAGQQFrIBlIRQ0ADAELAAsDQAJAICEgGCAXQQN0aisDACAXIkMgBk8EQAAL' +
  'IA8iRCAHTwRAAAsgQyAHbCBEaiFCIAQgQkEDdGorAwCioCEhCyAXQQFqIRcgFyAGSA0ACwsgISFFIA4gI0YEQCAjQQF0QRBqISMg' +
  'DSFGICNBA0EAEAEiDSBGIA5BA3T8CgAACyANIA5BA3RqIEU5AwAgDkEBaiEOCyAPQQFqIQ8gD0EAIRECQAJAIBEaQQFFDQAgEUEA' +
  'TkUNACARIAZIRQ0ADAELAAsgB0gNAAsLIAm3IAq3IAu3omEEQAUACyAKQQBGBEAgDiELBSALIA5GBEAFAAsLIAkgDmoiSCBHSwRA' +
  'IEggR0EBdCJHIEggR0sbIUcgCCFJIEdBA0EAEAEiCCBJIAlBA3T8CgAACyAIIAlBA3RqIA0gDkEDdPwKAAAgSCEJIApBgICAwABI' +
  'BEAFAAsgCkEBaiEKCyAMQQFqIQwgDCACSA0ACwsgCbcgCrcgC7eiYQRABQALIAhFBEBBAEEAQQAQASEICyAIQQhrIAo2AgAgCEEE' +
  'ayALNgIAIAgPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBB' +
  'EHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
