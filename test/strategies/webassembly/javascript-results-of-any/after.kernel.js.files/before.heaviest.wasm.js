// heaviestKernel: heaviest of before.js as a WebAssembly module of 699 bytes, made by Speedlens. The source is heaviest itself,
// which also does what the kernel cannot. When heaviest changes, take away this file and what before.js says of heaviestKernel, and make them anew:
//   speedlens bench before.js#heaviest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK4gQD4QMFA38BfAJ/AXwSfyMAIQUgAUEBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAM' +
  'AQsACyAEQQFqQQBqIQcCQAJAIAcaQQFFDQAgB0EATkUNACAHQYCAgMAATEUNAAwBCwALIAa3IAe3oiEIIAgiC/wDIgy4IAtiBEAA' +
  'CyAMIQogCkEDQQEQASEJQQEhDQJAIA0gAUxFDQADQAJAQQAhDgJAIA4gBExFDQAgDUEBayEPIAAgD0ECdGooAgAhECANIhMgBk8E' +
  'QAALIAchEiAJIBMgEmxBA3RqIREgDUEBayIWIAZPBEAACyAHIRUgCSAWIBVsQQN0aiEUIAQgB0gEQAUACwNAAkAgDiEXIBEgF0ED' +
  'dGogFCAOQQN0aisDADkDACAQIA5MBEAgDiEYIBEgGEEDdGogESAOQQN0aisDACAOIBBrIRkgGSAVTwRAAAsgFCAZQQN0aisDACAN' +
  'QQFrIRogGiADTwRAAAsgAiAaQQN0aisDAKClOQMACwsgDkEBaiEOIA4gBEwNAAsLCyANQQFqIQ0gDSABTA0ACwsgASEcIBwgBk8E' +
  'QAALIAQhHSAdIAdPBEAACyAcIAdsIB1qIRsgCSAbQQN0aisDACAFJAAPIAUkAAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAg' +
  'AXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIE' +
  'QCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    return kernel.run(weightsAddress, weights.length, valuesAddress, values.length, capacity);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
