// heaviestKernel: heaviest of before.js as a WebAssembly module of 1841 bytes, made by Speedlens. The source is heaviest itself,
// which also does what the kernel cannot. When heaviest changes, take away this file and what before.js says of heaviestKernel, and make them anew:
//   speedlens bench before.js#heaviest --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK2A0D1wwFA38BfAJ/AXw/fyMAIQUgAUEBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAM' +
  'AQsACyAEQQFqQQBqIQcCQAJAIAcaQQFFDQAgB0EATkUNACAHQYCAgMAATEUNAAwBCwALIAa3IAe3oiEIIAgiC/wDIgy4IAtiBEAA' +
  'CyAMIQogCkECQQEQASEJQQEhDQJAIA0gAUxFDQADQAJAQQAhDgJAIA4gBExFDQAgDUEBayEPIAAgD0ECdGooAgAhECANIhMgBk8E' +
  'QAALIAchEiAJIBMgEmxBAnRqIREgDUEBayIWIAZPBEAACyAHIRUgCSAWIBVsQQJ0aiEUIAQgB0gEQAUACyAOIARBB2tMBEAgDiEX' +
  'IBEgF0ECdGohFyAOIRggFCAYQQJ0aiEYA0ACQCAOIRkgFyAYKAIANgIAIBAgDkwEQCAOIRogFyAXKAIAIRsgDiAQayEdIB0gFU8E' +
  'QAALIBQgHUECdGooAgAgDUEBayEeIB4gA08EQAALIAIgHkECdGooAgBqIRwgGyAcIBsgHEobIh9BgJTr3ANKBEAACyAfNgIACwsg' +
  'DkEBaiEOAkAgDiEZIBcgGCgCBDYCBCAQIA5MBEAgDiEaIBcgFygCBCEgIA4gEGshIiAiIBVPBEAACyAUICJBAnRqKAIAIA1BAWsh' +
  'IyAjIANPBEAACyACICNBAnRqKAIAaiEhICAgISAgICFKGyIkQYCU69wDSgRAAAsgJDYCBAsLIA5BAWohDgJAIA4hGSAXIBgoAgg2' +
  'AgggECAOTARAIA4hGiAXIBcoAgghJSAOIBBrIScgJyAVTwRAAAsgFCAnQQJ0aigCACANQQFrISggKCADTwRAAAsgAiAoQQJ0aigC' +
  'AGohJiAlICYgJSAmShsiKUGAlOvcA0oEQAALICk2AggLCyAOQQFqIQ4CQCAOIRkgFyAYKAIMNgIMIBAgDkwEQCAOIRogFyAXKAIM' +
  'ISogDiAQayEsICwgFU8EQAALIBQgLEECdGooAgAgDUEBayEtIC0gA08EQAALIAIgLUECdGooAgBqISsgKiArICogK0obIi5BgJTr' +
  '3ANKBEAACyAuNgIMCwsgDkEBaiEOAkAgDiEZIBcgGCgCEDYCECAQIA5MBEAgDiEaIBcgFygCECEvIA4gEGshMSAxIBVPBEAACyAU' +
  'IDFBAnRqKAIAIA1BAWshMiAyIANPBEAACyACIDJBAnRqKAIAaiEwIC8gMCAvIDBKGyIzQYCU69wDSgRAAAsgMzYCEAsLIA5BAWoh' +
  'DgJAIA4hGSAXIBgoAhQ2AhQgECAOTARAIA4hGiAXIBcoAhQhNCAOIBBrITYgNiAVTwRAAAsgFCA2QQJ0aigCACANQQFrITcgNyAD' +
  'TwRAAAsgAiA3QQJ0aigCAGohNSA0IDUgNCA1ShsiOEGAlOvcA0oEQAALIDg2AhQLCyAOQQFqIQ4CQCAOIRkgFyAYKAIYNgIYIBAg' +
  'DkwEQCAOIRogFyAXKAIYITkgDiAQayE7IDsgFU8EQAALIBQgO0ECdGooAgAgDUEBayE8IDwgA08EQAALIAIgPEECdGooAgBqITog' +
  'OSA6IDkgOkobIj1BgJTr3ANKBEAACyA9NgIYCwsgDkEBaiEOAkAgDiEZIBcgGCgCHDYCHCAQIA5MBEAgDiEaIBcgFygCHCE+IA4g' +
  'EGshQCBAIBVPBEAACyAUIEBBAnRqKAIAIA1BAWshQSBBIANPBEAACyACIEFBAnRqKAIAaiE/ID4gPyA+ID9KGyJCQYCU69wDSgRA' +
  'AAsgQjYCHAsLIA5BAWohDiAXQSBqIRcgGEEgaiEYIA4gBEEHa0wNAAsLIA4gBExFDQADQAJAIA4hGSARIBlBAnRqIBQgDkECdGoo' +
  'AgA2AgAgECAOTARAIA4hGiARIBpBAnRqIBEgDkECdGooAgAhQyAOIBBrIUUgRSAVTwRAAAsgFCBFQQJ0aigCACANQQFrIUYgRiAD' +
  'TwRAAAsgAiBGQQJ0aigCAGohRCBDIEQgQyBEShsiR0GAlOvcA0oEQAALIEc2AgALCyAOQQFqIQ4gDiAETA0ACwsLIA1BAWohDSAN' +
  'IAFMDQALCyABIUkgSSAGTwRAAAsgBCFKIEogB08EQAALIEkgB2wgSmohSCAJIEhBAnRqKAIAIAUkAA8gBSQAAAt2AQJ/IABBgICA' +
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
export function heaviestKernel(weights, values, capacity) {
  if (kernel === undefined || weights?.constructor !== Array || values?.constructor !== Array || !isInteger(capacity)) return undefined;
  try {
    kernel.reset();
    const weightsAddress = kernel.allocate(weights.length, 2, 0);
    const weightsView = new Int32Array(kernel.memory.buffer, weightsAddress, weights.length);
    for (let index = 0; index < weights.length; index++) {
      const value = weights[index];
      if (!isInteger(value)) return undefined;
      weightsView[index] = value;
    }
    const valuesAddress = kernel.allocate(values.length, 2, 0);
    const valuesView = new Int32Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      if (!isInteger(value)) return undefined;
      valuesView[index] = value;
    }
    return kernel.run(weightsAddress, weights.length, valuesAddress, values.length, capacity);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
