// closestKernel: closest of before.js as a WebAssembly module of 845 bytes, made by Speedlens. The source is closest itself,
// which also does what the kernel cannot. When closest changes, take away this file and what before.js says of closestKernel, and make them anew:
//   speedlens bench before.js#closest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// What it calls of other files (distance) is in it as it was then: a change there is a change of closest.
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGwRgBH9/f38BfGAEfHx8fAF8YAN/f38Bf2AAAAMFBAABAgMFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIA' +
  'CGFsbG9jYXRlAAIFcmVzZXQAAwrsBQTKBAUBfAJ/AnwCfwF8RAAAAAAAAPB/IQRBACEFAkAgBSABSEUNAANAAkAgBUEBaiEGAkAg' +
  'BiABSEUNACAAIAVBA3RqKwMAIQcgBSADTwRAAAsgAiAFQQN0aisDACEIIAFBAWsgA0gEQAUACyAGIAFBB2tIBEAgBiEJIAAgCUED' +
  'dGohCSAGIQogAiAKQQN0aiEKA0ACQCAHIAggCSsDACAKKwMAEAEhCyALIARjBEAgCyEECwsgBkEBaiEGAkAgByAIIAkrAwggCisD' +
  'CBABIQsgCyAEYwRAIAshBAsLIAZBAWohBgJAIAcgCCAJKwMQIAorAxAQASELIAsgBGMEQCALIQQLCyAGQQFqIQYCQCAHIAggCSsD' +
  'GCAKKwMYEAEhCyALIARjBEAgCyEECwsgBkEBaiEGAkAgByAIIAkrAyAgCisDIBABIQsgCyAEYwRAIAshBAsLIAZBAWohBgJAIAcg' +
  'CCAJKwMoIAorAygQASELIAsgBGMEQCALIQQLCyAGQQFqIQYCQCAHIAggCSsDMCAKKwMwEAEhCyALIARjBEAgCyEECwsgBkEBaiEG' +
  'AkAgByAIIAkrAzggCisDOBABIQsgCyAEYwRAIAshBAsLIAZBAWohBiAJQcAAaiEJIApBwABqIQogBiABQQdrSA0ACwsgBiABSEUN' +
  'AANAAkAgByAIIAAgBkEDdGorAwAgAiAGQQN0aisDABABIQsgCyAEYwRAIAshBAsLIAZBAWohBiAGIAFIDQALCwsgBUEBaiEFIAUg' +
  'AUgNAAsLIAQPAAsgAQJ8IAAgAqEhBCABIAOhIQUgBCAEoiAFIAWioJ8PAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpB' +
  'B2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANB' +
  'ACAAIAF0/AsACyADCwYAQQgkAAs=';

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
export function closestKernel(xs, ys) {
  if (kernel === undefined || xs?.constructor !== Array || ys?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const xsAddress = kernel.allocate(xs.length, 3, 0);
    const xsView = new Float64Array(kernel.memory.buffer, xsAddress, xs.length);
    for (let index = 0; index < xs.length; index++) {
      const value = xs[index];
      if (typeof value !== 'number') return undefined;
      xsView[index] = value;
    }
    const ysAddress = kernel.allocate(ys.length, 3, 0);
    const ysView = new Float64Array(kernel.memory.buffer, ysAddress, ys.length);
    for (let index = 0; index < ys.length; index++) {
      const value = ys[index];
      if (typeof value !== 'number') return undefined;
      ysView[index] = value;
    }
    return kernel.run(xsAddress, xs.length, ysAddress, ys.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
