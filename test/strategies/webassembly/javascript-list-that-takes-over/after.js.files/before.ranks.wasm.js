// ranksKernel: ranks of before.js as a WebAssembly module of 728 bytes, made by Speedlens. The source is ranks itself,
// which also does what the kernel cannot. When ranks changes, take away this file and what before.js says of ranksKernel, and make them anew:
//   speedlens bench before.js#ranks --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK/wQD/gMMAX8BfAN/AXwDfwF8AX8BfAN/AXwJfwF8IAQhBUQAAAAAAADwPyAEt6MhBiAFIQggCCAJSwRAIAgi' +
  'CUEDQQAQASEHCyAHQQAgCEEDdPwLACAGIQogByILIAhBA3RqIQwCQANAIAsgDE8NASALIAo5AwAgC0EIaiELDAALC0EAIQ0CQCAN' +
  'QRRIRQ0ARDMzMzMzM8M/IAS3oyEOA0ACQCAEIQ8gDiEQIA8hEiASIBNLBEAgEiITQQNBABABIRELIBFBACASQQN0/AsAIBAhFCAR' +
  'IhUgEkEDdGohFgJAA0AgFSAWTw0BIBUgFDkDACAVQQhqIRUMAAsLQQAhFwJAIBcgBEhFDQADQAJAIBciGiACTwRAAAsgAyEZIAAg' +
  'GiAZbEECdGohGEEAIRsCQCAbIBlIRQ0AIBcgCEgEQAUACwNAAkAgGCAbQQJ0aigCACEcIBwhHSAcIBJPBEAACyARIBxBA3RqKwMA' +
  'RDMzMzMzM+s/IAcgF0EDdGorAwCiIBm3o6AhHiAdIBJPBEAACyARIB1BA3RqIB45AwALIBtBAWohGyAbIBlIDQALCwsgF0EBaiEX' +
  'IBcgBEgNAAsLIAcgCSARIQcgEyEJIRMhESASIQgLIA1BAWohDSANQRRIDQALCyAHRQRAQQBBAEEAEAEhBwsgB0EIayAINgIAIAcP' +
  'AAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pB' +
  'EHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value) {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function ranksKernel(links, n) {
  if (kernel === undefined || links?.constructor !== Array || !isInteger(n)) return undefined;
  try {
    kernel.reset();
    const linksColumns = links[0]?.length ?? 0;
    const linksAddress = kernel.allocate(links.length * linksColumns, 2, 0);
    const linksView = new Int32Array(kernel.memory.buffer, linksAddress, links.length * linksColumns);
    for (let i = 0; i < links.length; i++) {
      const row = links[i];
      if (!Array.isArray(row) || row.length !== linksColumns) return undefined;
      for (let j = 0; j < linksColumns; j++) {
        const value = row[j];
        if (!isInteger(value)) return undefined;
        linksView[i * linksColumns + j] = value;
      }
    }
    const result = kernel.run(linksAddress, links.length * linksColumns, links.length, linksColumns, n);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0];
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array(length);
    for (let index = 0; index < length; index++) copy[index] = view[index];
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
