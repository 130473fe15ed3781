// weighKernel: weigh of before.cjs as a WebAssembly module of 469 bytes, made by Speedlens. The source is weigh itself,
// which also does what the kernel cannot. When weigh changes, take away this file and what before.cjs says of weighKernel, and make them anew:
//   speedlens bench before.cjs#weigh --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAEAAgMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAMFcmVzZXQABArlAgSfAQIBfAJ/RAAAAAAAAAAAIQRBACEFAkAgBSACSEUNAANAAkBB' +
  'ACEGAkAgBiABSEUNAANAAkAgBEQAAAAAAAAIQKIgACAGQQN0aisDAKBEAAAAAIaELkEQAiEEAkAgA0UNACAERAAAAACAhB5BZEUN' +
  'ACAEIAa3oSEECwsgBkEBaiEGIAYgAUgNAAsLCyAFQQFqIQUgBSACSA0ACwsgBA8AC0QAIACdIABhIACZRAAAAAAAAEBDY3EgAZ0g' +
  'AWEgAZlEAAAAAAAAQENjcXEEfCAAIAAgAaOdIAGioSAApgUgACABEAALC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEH' +
  'akF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EA' +
  'IAAgAXT8CwALIAMLBgBBCCQACw=='

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
