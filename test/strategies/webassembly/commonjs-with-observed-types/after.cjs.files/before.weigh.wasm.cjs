// weighKernel: weigh of before.cjs as a WebAssembly module of 1091 bytes, made by Speedlens. The source is weigh itself,
// which also does what the kernel cannot. When weigh changes, take away this file and what before.cjs says of weighKernel, and make them anew:
//   speedlens bench before.cjs#weigh --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAEAAgMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAMFcmVzZXQABArTBwSNBgIBfAN/RAAAAAAAAAAAIQRBACEFAkAgBSACSEUNAANAAkBB' +
  'ACEGAkAgBiABQQdrSARAIAYhByAAIAdBA3RqIQcDQAJAIAREAAAAAAAACECiIAcrAwCgRAAAAACGhC5BEAIhBAJAIANFDQAgBEQA' +
  'AAAAgIQeQWRFDQAgBCAGt6EhBAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAwigRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAA' +
  'gIQeQWRFDQAgBCAGt6EhBAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAxCgRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAAgIQe' +
  'QWRFDQAgBCAGt6EhBAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAxigRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAAgIQeQWRF' +
  'DQAgBCAGt6EhBAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAyCgRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAAgIQeQWRFDQAg' +
  'BCAGt6EhBAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAyigRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAAgIQeQWRFDQAgBCAG' +
  't6EhBAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAzCgRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAAgIQeQWRFDQAgBCAGt6Eh' +
  'BAsLIAZBAWohBgJAIAREAAAAAAAACECiIAcrAzigRAAAAACGhC5BEAIhBAJAIANFDQAgBEQAAAAAgIQeQWRFDQAgBCAGt6EhBAsL' +
  'IAZBAWohBiAHQcAAaiEHIAYgAUEHa0gNAAsLIAYgAUhFDQADQAJAIAREAAAAAAAACECiIAAgBkEDdGorAwCgRAAAAACGhC5BEAIh' +
  'BAJAIANFDQAgBEQAAAAAgIQeQWRFDQAgBCAGt6EhBAsLIAZBAWohBiAGIAFIDQALCwsgBUEBaiEFIAUgAkgNAAsLIAQPAAtEACAA' +
  'nSAAYSAAmUQAAAAAAABAQ2NxIAGdIAFhIAGZRAAAAAAAAEBDY3FxBHwgACAAIAGjnSABoqEgAKYFIAAgARAACwt2AQJ/IABBgICA' +
  'wABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsL' +
  'IAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs='

const kernel = load()

function load() {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)))
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x, y) => x % y } })
    return instance.exports
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined
  }
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value) {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
function weighKernel(values, rounds, flag) {
  if (kernel === undefined || values?.constructor !== Array || !isInteger(rounds) || typeof flag !== 'boolean') return undefined
  try {
    kernel.reset()
    const valuesAddress = kernel.allocate(values.length, 3, 0)
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length)
    for (let index = 0; index < values.length; index++) {
      const value = values[index]
      if (typeof value !== 'number') return undefined
      valuesView[index] = value
    }
    return kernel.run(valuesAddress, values.length, rounds, flag)
  } catch {
    // Too little memory or stack.
    return undefined
  }
}

module.exports = { weighKernel }
