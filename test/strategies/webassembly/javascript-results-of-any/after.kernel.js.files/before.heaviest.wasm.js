// heaviestKernel: heaviest of before.js as a WebAssembly module of 1591 bytes, made by Speedlens. The source is heaviest itself,
// which also does what the kernel cannot. When heaviest changes, take away this file and what before.js says of heaviestKernel, and make them anew:
//   speedlens bench before.js#heaviest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK3gsD3QoFA38BfAJ/AXwkfyMAIQUgAUEBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAM' +
  'AQsACyAEQQFqQQBqIQcCQAJAIAcaQQFFDQAgB0EATkUNACAHQYCAgMAATEUNAAwBCwALIAa3IAe3oiEIIAgiC/wDIgy4IAtiBEAA' +
  'CyAMIQogCkEDQQEQASEJQQEhDQJAIA0gAUxFDQADQAJAQQAhDgJAIA4gBExFDQAgDUEBayEPIAAgD0ECdGooAgAhECANIhMgBk8E' +
  'QAALIAchEiAJIBMgEmxBA3RqIREgDUEBayIWIAZPBEAACyAHIRUgCSAWIBVsQQN0aiEUIAQgB0gEQAUACyAOIARBB2tMBEAgDiEX' +
  'IBEgF0EDdGohFyAOIRggFCAYQQN0aiEYA0ACQCAOIRkgFyAYKwMAOQMAIBAgDkwEQCAOIRogFyAXKwMAIA4gEGshGyAbIBVPBEAA' +
  'CyAUIBtBA3RqKwMAIA1BAWshHCAcIANPBEAACyACIBxBA3RqKwMAoKU5AwALCyAOQQFqIQ4CQCAOIRkgFyAYKwMIOQMIIBAgDkwE' +
  'QCAOIRogFyAXKwMIIA4gEGshHSAdIBVPBEAACyAUIB1BA3RqKwMAIA1BAWshHiAeIANPBEAACyACIB5BA3RqKwMAoKU5AwgLCyAO' +
  'QQFqIQ4CQCAOIRkgFyAYKwMQOQMQIBAgDkwEQCAOIRogFyAXKwMQIA4gEGshHyAfIBVPBEAACyAUIB9BA3RqKwMAIA1BAWshICAg' +
  'IANPBEAACyACICBBA3RqKwMAoKU5AxALCyAOQQFqIQ4CQCAOIRkgFyAYKwMYOQMYIBAgDkwEQCAOIRogFyAXKwMYIA4gEGshISAh' +
  'IBVPBEAACyAUICFBA3RqKwMAIA1BAWshIiAiIANPBEAACyACICJBA3RqKwMAoKU5AxgLCyAOQQFqIQ4CQCAOIRkgFyAYKwMgOQMg' +
  'IBAgDkwEQCAOIRogFyAXKwMgIA4gEGshIyAjIBVPBEAACyAUICNBA3RqKwMAIA1BAWshJCAkIANPBEAACyACICRBA3RqKwMAoKU5' +
  'AyALCyAOQQFqIQ4CQCAOIRkgFyAYKwMoOQMoIBAgDkwEQCAOIRogFyAXKwMoIA4gEGshJSAlIBVPBEAACyAUICVBA3RqKwMAIA1B' +
  'AWshJiAmIANPBEAACyACICZBA3RqKwMAoKU5AygLCyAOQQFqIQ4CQCAOIRkgFyAYKwMwOQMwIBAgDkwEQCAOIRogFyAXKwMwIA4g' +
  'EGshJyAnIBVPBEAACyAUICdBA3RqKwMAIA1BAWshKCAoIANPBEAACyACIChBA3RqKwMAoKU5AzALCyAOQQFqIQ4CQCAOIRkgFyAY' +
  'KwM4OQM4IBAgDkwEQCAOIRogFyAXKwM4IA4gEGshKSApIBVPBEAACyAUIClBA3RqKwMAIA1BAWshKiAqIANPBEAACyACICpBA3Rq' +
  'KwMAoKU5AzgLCyAOQQFqIQ4gF0HAAGohFyAYQcAAaiEYIA4gBEEHa0wNAAsLIA4gBExFDQADQAJAIA4hGSARIBlBA3RqIBQgDkED' +
  'dGorAwA5AwAgECAOTARAIA4hGiARIBpBA3RqIBEgDkEDdGorAwAgDiAQayErICsgFU8EQAALIBQgK0EDdGorAwAgDUEBayEsICwg' +
  'A08EQAALIAIgLEEDdGorAwCgpTkDAAsLIA5BAWohDiAOIARMDQALCwsgDUEBaiENIA0gAUwNAAsLIAEhLiAuIAZPBEAACyAEIS8g' +
  'LyAHTwRAAAsgLiAHbCAvaiEtIAkgLUEDdGorAwAgBSQADyAFJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4' +
  'cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAg' +
  'AXT8CwALIAMLBgBBCCQACw==';

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
