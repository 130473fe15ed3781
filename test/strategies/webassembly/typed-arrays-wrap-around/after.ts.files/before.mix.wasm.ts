// mixKernel: mix of before.ts as a WebAssembly module of 1897 bytes, made by Speedlens. The source is mix itself,
// which also does what the kernel cannot. When mix changes, take away this file and what before.ts says of mixKernel, and make them anew:
//   speedlens bench before.ts#mix --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABHQRgAnx8AXxgCH9/f39/f39/AXxgA39/fwF/YAAAAg8BAW0JcmVtYWluZGVyAAADBQQBAAIDBQMBAAEGBgF/AUEI' +
  'CwcjBANydW4AAQZtZW1vcnkCAAhhbGxvY2F0ZQADBXJlc2V0AAQK9Q0ErwwaAXwCfwJ8An8BfAF/AXwCfwF8A38BfAJ/AXwDfwF8' +
  'An8BfAN/AXwCfwF8A38BfAJ/AXwCf0QAAAAAAAAAACEIQQAhCQJAIAkgAUhFDQADQAJAQQAhCgJAIAogBUhFDQAgCbcgA7cQAiEL' +
  'IAm3IAe3EAIhDCAJIAFIBEAFAAsgCyADt2MEQAUACyAMIAe3YwRABQALIAogBUEDa0gEQCAKIQ0gBCANQQJ0aiENA0ACQCAAIAlq' +
  'IAAgCWotAAAgDSgCAEEDbEEHa2o6AAAgDSANKAIAQcC4AmwgACAJai0AAGo2AgAgC/wCIQ4gAiAOaiANKAIAt0QAAAAAAAAIQKNE' +
  'AAAAAAAA4D+gRAAAAAAAAAAApUQAAAAAAOBvQKSe/AM6AAAgCrcgB7cQAiEPIA8iEfwDIhK4IBFiBEAACyASIRAgECAHTwRAAAsg' +
  'BiAQQQJ0aiAIRAAAAAAAAAhAo7Y4AgAgCCAAIAlqLQAAIAq3IAO3EAIiFPwDIhW4IBRiBEAACyAVIRMgEyADTwRAAAsgAiATai0A' +
  'AGu3IAz8AiEWIAYgFkECdGoqAgC7oKAhCAsgCkEBaiEKAkAgACAJaiAAIAlqLQAAIA0oAgRBA2xBB2tqOgAAIA0gDSgCBEHAuAJs' +
  'IAAgCWotAABqNgIEIAv8AiEOIAIgDmogDSgCBLdEAAAAAAAACECjRAAAAAAAAOA/oEQAAAAAAAAAAKVEAAAAAADgb0CknvwDOgAA' +
  'IAq3IAe3EAIhDyAPIhj8AyIZuCAYYgRAAAsgGSEXIBcgB08EQAALIAYgF0ECdGogCEQAAAAAAAAIQKO2OAIAIAggACAJai0AACAK' +
  'tyADtxACIhv8AyIcuCAbYgRAAAsgHCEaIBogA08EQAALIAIgGmotAABrtyAM/AIhHSAGIB1BAnRqKgIAu6CgIQgLIApBAWohCgJA' +
  'IAAgCWogACAJai0AACANKAIIQQNsQQdrajoAACANIA0oAghBwLgCbCAAIAlqLQAAajYCCCAL/AIhDiACIA5qIA0oAgi3RAAAAAAA' +
  'AAhAo0QAAAAAAADgP6BEAAAAAAAAAAClRAAAAAAA4G9ApJ78AzoAACAKtyAHtxACIQ8gDyIf/AMiILggH2IEQAALICAhHiAeIAdP' +
  'BEAACyAGIB5BAnRqIAhEAAAAAAAACECjtjgCACAIIAAgCWotAAAgCrcgA7cQAiIi/AMiI7ggImIEQAALICMhISAhIANPBEAACyAC' +
  'ICFqLQAAa7cgDPwCISQgBiAkQQJ0aioCALugoCEICyAKQQFqIQoCQCAAIAlqIAAgCWotAAAgDSgCDEEDbEEHa2o6AAAgDSANKAIM' +
  'QcC4AmwgACAJai0AAGo2AgwgC/wCIQ4gAiAOaiANKAIMt0QAAAAAAAAIQKNEAAAAAAAA4D+gRAAAAAAAAAAApUQAAAAAAOBvQKSe' +
  '/AM6AAAgCrcgB7cQAiEPIA8iJvwDIie4ICZiBEAACyAnISUgJSAHTwRAAAsgBiAlQQJ0aiAIRAAAAAAAAAhAo7Y4AgAgCCAAIAlq' +
  'LQAAIAq3IAO3EAIiKfwDIiq4ICliBEAACyAqISggKCADTwRAAAsgAiAoai0AAGu3IAz8AiErIAYgK0ECdGoqAgC7oKAhCAsgCkEB' +
  'aiEKIA1BEGohDSAKIAVBA2tIDQALCyAKIAVIRQ0AA0ACQCAAIAlqIAAgCWotAAAgBCAKQQJ0aigCAEEDbEEHa2o6AAAgBCAKQQJ0' +
  'aiAEIApBAnRqKAIAQcC4AmwgACAJai0AAGo2AgAgC/wCIQ4gAiAOaiAEIApBAnRqKAIAt0QAAAAAAAAIQKNEAAAAAAAA4D+gRAAA' +
  'AAAAAAAApUQAAAAAAOBvQKSe/AM6AAAgCrcgB7cQAiEPIA8iLfwDIi64IC1iBEAACyAuISwgLCAHTwRAAAsgBiAsQQJ0aiAIRAAA' +
  'AAAAAAhAo7Y4AgAgCCAAIAlqLQAAIAq3IAO3EAIiMPwDIjG4IDBiBEAACyAxIS8gLyADTwRAAAsgAiAvai0AAGu3IAz8AiEyIAYg' +
  'MkECdGoqAgC7oKAhCAsgCkEBaiEKIAogBUgNAAsLCyAJQQFqIQkgCSABSA0ACwsgCA8AC0QAIACdIABhIACZRAAAAAAAAEBDY3Eg' +
  'AZ0gAWEgAZlEAAAAAAAAQENjcXEEfCAAIAAgAaOdIAGioSAApgUgACABEAALC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0' +
  'akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAg' +
  'A0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(bytes: number, bytesLength: number, clamped: number, clampedLength: number, words: number, wordsLength: number, floats: number, floatsLength: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function mixKernel(bytes2: Uint8Array, clamped: Uint8ClampedArray, words: Int32Array, floats: Float32Array): number | undefined {
  if (kernel === undefined || !(bytes2 instanceof Uint8Array) || !(clamped instanceof Uint8ClampedArray) || !(words instanceof Int32Array) || !(floats instanceof Float32Array)) return undefined;
  if (bytes2.buffer === clamped.buffer) return undefined;
  if (bytes2.buffer === words.buffer) return undefined;
  if (bytes2.buffer === floats.buffer) return undefined;
  if (clamped.buffer === words.buffer) return undefined;
  if (clamped.buffer === floats.buffer) return undefined;
  if (words.buffer === floats.buffer) return undefined;
  try {
    kernel.reset();
    const bytesAddress = kernel.allocate(bytes2.length, 0, 0);
    const bytesView = new Uint8Array(kernel.memory.buffer, bytesAddress, bytes2.length);
    bytesView.set(bytes2);
    const clampedAddress = kernel.allocate(clamped.length, 0, 0);
    const clampedView = new Uint8ClampedArray(kernel.memory.buffer, clampedAddress, clamped.length);
    clampedView.set(clamped);
    const wordsAddress = kernel.allocate(words.length, 2, 0);
    const wordsView = new Int32Array(kernel.memory.buffer, wordsAddress, words.length);
    wordsView.set(words);
    const floatsAddress = kernel.allocate(floats.length, 2, 0);
    const floatsView = new Float32Array(kernel.memory.buffer, floatsAddress, floats.length);
    floatsView.set(floats);
    const result = kernel.run(bytesAddress, bytes2.length, clampedAddress, clamped.length, wordsAddress, words.length, floatsAddress, floats.length);
    bytes2.set(new Uint8Array(kernel.memory.buffer, bytesAddress, bytes2.length));
    clamped.set(new Uint8ClampedArray(kernel.memory.buffer, clampedAddress, clamped.length));
    words.set(new Int32Array(kernel.memory.buffer, wordsAddress, words.length));
    floats.set(new Float32Array(kernel.memory.buffer, floatsAddress, floats.length));
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
