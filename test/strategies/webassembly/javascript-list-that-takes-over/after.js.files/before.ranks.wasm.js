// ranksKernel: ranks of before.js as a WebAssembly module of 1541 bytes, made by Speedlens. The source is ranks itself,
// which also does what the kernel cannot. When ranks changes, take away this file and what before.js says of ranksKernel, and make them anew:
//   speedlens bench before.js#ranks --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKrAsDqwocAX8BfAN/AXwDfwF8AX8BfAN/AXwKfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwg' +
  'BCEFRAAAAAAAAPA/IAS3oyEGIAUhCCAIIAlLBEAgCCIJQQNBABABIQcLIAdBACAIQQN0/AsAIAYhCiAHIgsgCEEDdGohDAJAA0Ag' +
  'CyAMTw0BIAsgCjkDACALQQhqIQsMAAsLQQAhDQJAIA1BFEhFDQBEMzMzMzMzwz8gBLejIQ4DQAJAIAQhDyAOIRAgDyESIBIgE0sE' +
  'QCASIhNBA0EAEAEhEQsgEUEAIBJBA3T8CwAgECEUIBEiFSASQQN0aiEWAkADQCAVIBZPDQEgFSAUOQMAIBVBCGohFQwACwtBACEX' +
  'AkAgFyAESEUNAANAAkAgFyIaIAJPBEAACyADIRkgACAaIBlsQQJ0aiEYQQAhGwJAIBsgGUhFDQAgFyAISARABQALIBsgGUEHa0gE' +
  'QCAbIRwgGCAcQQJ0aiEcA0ACQCAcKAIAIR0gHSEeIB0gEk8EQAALIBEgHUEDdGorAwBEMzMzMzMz6z8gByAXQQN0aisDAKIgGbej' +
  'oCEfIB4gEk8EQAALIBEgHkEDdGogHzkDAAsgG0EBaiEbAkAgHCgCBCEdIB0hICAdIBJPBEAACyARIB1BA3RqKwMARDMzMzMzM+s/' +
  'IAcgF0EDdGorAwCiIBm3o6AhISAgIBJPBEAACyARICBBA3RqICE5AwALIBtBAWohGwJAIBwoAgghHSAdISIgHSASTwRAAAsgESAd' +
  'QQN0aisDAEQzMzMzMzPrPyAHIBdBA3RqKwMAoiAZt6OgISMgIiASTwRAAAsgESAiQQN0aiAjOQMACyAbQQFqIRsCQCAcKAIMIR0g' +
  'HSEkIB0gEk8EQAALIBEgHUEDdGorAwBEMzMzMzMz6z8gByAXQQN0aisDAKIgGbejoCElICQgEk8EQAALIBEgJEEDdGogJTkDAAsg' +
  'G0EBaiEbAkAgHCgCECEdIB0hJiAdIBJPBEAACyARIB1BA3RqKwMARDMzMzMzM+s/IAcgF0EDdGorAwCiIBm3o6AhJyAmIBJPBEAA' +
  'CyARICZBA3RqICc5AwALIBtBAWohGwJAIBwoAhQhHSAdISggHSASTwRAAAsgESAdQQN0aisDAEQzMzMzMzPrPyAHIBdBA3RqKwMA' +
  'oiAZt6OgISkgKCASTwRAAAsgESAoQQN0aiApOQMACyAbQQFqIRsCQCAcKAIYIR0gHSEqIB0gEk8EQAALIBEgHUEDdGorAwBEMzMz' +
  'MzMz6z8gByAXQQN0aisDAKIgGbejoCErICogEk8EQAALIBEgKkEDdGogKzkDAAsgG0EBaiEbAkAgHCgCHCEdIB0hLCAdIBJPBEAA' +
  'CyARIB1BA3RqKwMARDMzMzMzM+s/IAcgF0EDdGorAwCiIBm3o6AhLSAsIBJPBEAACyARICxBA3RqIC05AwALIBtBAWohGyAcQSBq' +
  'IRwgGyAZQQdrSA0ACwsgGyAZSEUNAANAAkAgGCAbQQJ0aigCACEdIB0hLiAdIBJPBEAACyARIB1BA3RqKwMARDMzMzMzM+s/IAcg' +
  'F0EDdGorAwCiIBm3o6AhLyAuIBJPBEAACyARIC5BA3RqIC85AwALIBtBAWohGyAbIBlIDQALCwsgF0EBaiEXIBcgBEgNAAsLIAcg' +
  'CSARIQcgEyEJIRMhESASIQgLIA1BAWohDSANQRRIDQALCyAHRQRAQQBBAEEAEAEhBwsgB0EIayAINgIAIAcPAAt2AQJ/IABBgICA' +
  'wABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsL' +
  'IAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
