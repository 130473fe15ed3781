// rankCorrelationKernel: rankCorrelation of before.js as a WebAssembly module of 863 bytes, made by Speedlens. The source is rankCorrelation itself,
// which also does what the kernel cannot. When rankCorrelation changes, take away this file and what before.js says of rankCorrelationKernel, and make them anew:
//   speedlens bench before.js#rankCorrelation --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGARgBH9/f38BfGABfAF8YAN/f38Bf2AAAAMFBAABAgMFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFs' +
  'bG9jYXRlAAIFcmVzZXQAAwqBBgThBAQBfAJ/AnwCf0QAAAAAAAAAACEEQQAhBQJAIAUgAUhFDQADQAJAQQAhBgJAIAYgBUhFDQAg' +
  'ACAFQQN0aisDACEHIAUgA08EQAALIAIgBUEDdGorAwAhCAJAAkAgBRpBAUUNACAFQQFrIAFIRQ0ADAELAAsCQAJAIAUaQQFFDQAg' +
  'BUEBayADSEUNAAwBCwALIAYgBUEHa0gEQCAGIQkgACAJQQN0aiEJIAYhCiACIApBA3RqIQoDQAJAIAQgByAJKwMAoRABIAggCisD' +
  'AKEQAaKgIQQLIAZBAWohBgJAIAQgByAJKwMIoRABIAggCisDCKEQAaKgIQQLIAZBAWohBgJAIAQgByAJKwMQoRABIAggCisDEKEQ' +
  'AaKgIQQLIAZBAWohBgJAIAQgByAJKwMYoRABIAggCisDGKEQAaKgIQQLIAZBAWohBgJAIAQgByAJKwMgoRABIAggCisDIKEQAaKg' +
  'IQQLIAZBAWohBgJAIAQgByAJKwMooRABIAggCisDKKEQAaKgIQQLIAZBAWohBgJAIAQgByAJKwMwoRABIAggCisDMKEQAaKgIQQL' +
  'IAZBAWohBgJAIAQgByAJKwM4oRABIAggCisDOKEQAaKgIQQLIAZBAWohBiAJQcAAaiEJIApBwABqIQogBiAFQQdrSA0ACwsgBiAF' +
  'SEUNAANAAkAgBCAHIAAgBkEDdGorAwChEAEgCCACIAZBA3RqKwMAoRABoqAhBAsgBkEBaiEGIAYgBUgNAAsLCyAFQQFqIQUgBSAB' +
  'SA0ACwtEAAAAAAAAAEAgBKIgAbcgAUEBa7eiow8ACx4ARAAAAAAAAPA/IACmIAAgAJlEAAAAAAAAAABkGwt2AQJ/IABBgICAwABL' +
  'BEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQk' +
  'ACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
export function rankCorrelationKernel(x, y) {
  if (kernel === undefined || x?.constructor !== Array || y?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const xAddress = kernel.allocate(x.length, 3, 0);
    const xView = new Float64Array(kernel.memory.buffer, xAddress, x.length);
    for (let index = 0; index < x.length; index++) {
      const value = x[index];
      if (typeof value !== 'number') return undefined;
      xView[index] = value;
    }
    const yAddress = kernel.allocate(y.length, 3, 0);
    const yView = new Float64Array(kernel.memory.buffer, yAddress, y.length);
    for (let index = 0; index < y.length; index++) {
      const value = y[index];
      if (typeof value !== 'number') return undefined;
      yView[index] = value;
    }
    return kernel.run(xAddress, x.length, yAddress, y.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
