// toGrayKernel: toGray of before.ts as a WebAssembly module of 1868 bytes, made by Speedlens. The source is toGray itself,
// which also does what the kernel cannot. When toGray changes, take away this file and what before.ts says of toGrayKernel, and make them anew:
//   speedlens bench before.ts#toGray --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f398AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK8w0D8gwnAn8BfAN/AXwCfwF8AX8BfAJ/AXwCfwF8AX8BfAJ/AXwCfwF8An8BfAJ/AXwCfwF8An8BfAJ/AXwC' +
  'fwF8An8BfAJ/AXwCfwF8An8BfAF/IAC3IAG3oiIH/AMiCLggB2IEQAALIAghBiAGQQBBARABIQVBACEJAkAgCSABSEUNAANAAkBB' +
  'ACEKAkAgCiAASEUNACAJtyAAt6IhCwJAAkAgC0QAAAAAAACgwWZFDQAgC0QAAAAAAACgQWVFDQAMAQsACyAL/AJBAGohDAJAAkAg' +
  'ABpBAUUNACAMIABBAWtqrEEErH4gA6xTRQ0ADAELAAsCQAJAIAAaQQFFDQAgDCAAQQFraiAGSEUNAAwBCwALIAogAEEDa0gEQCAM' +
  'IApqIQ0gBSANaiENA0ACQCAMIApqt0QAAAAAAAAQQKIhDiAOIhD8AyIRuCAQYgRAAAsgESEPIA8gA08EQAALIAIgD2otAAC3RDMz' +
  'MzMzM9M/oiAORAAAAAAAAPA/oCIT/AMiFLggE2IEQAALIBQhEiASIANPBEAACyACIBJqLQAAt0ThehSuR+HiP6KgIA5EAAAAAAAA' +
  'AECgIhb8AyIXuCAWYgRAAAsgFyEVIBUgA08EQAALIAIgFWotAAC3RClcj8L1KLw/oqAhGCAMIApqIRkgDSAERAAAAAAAAABAYQR8' +
  'IBggGKKfBSAYIASjC0QAAAAAAAAAAKVEAAAAAADgb0CknvwDOgAACyAKQQFqIQoCQCAMIApqt0QAAAAAAAAQQKIhDiAOIhv8AyIc' +
  'uCAbYgRAAAsgHCEaIBogA08EQAALIAIgGmotAAC3RDMzMzMzM9M/oiAORAAAAAAAAPA/oCIe/AMiH7ggHmIEQAALIB8hHSAdIANP' +
  'BEAACyACIB1qLQAAt0ThehSuR+HiP6KgIA5EAAAAAAAAAECgIiH8AyIiuCAhYgRAAAsgIiEgICAgA08EQAALIAIgIGotAAC3RClc' +
  'j8L1KLw/oqAhGCAMIApqIRkgDSAERAAAAAAAAABAYQR8IBggGKKfBSAYIASjC0QAAAAAAAAAAKVEAAAAAADgb0CknvwDOgABCyAK' +
  'QQFqIQoCQCAMIApqt0QAAAAAAAAQQKIhDiAOIiT8AyIluCAkYgRAAAsgJSEjICMgA08EQAALIAIgI2otAAC3RDMzMzMzM9M/oiAO' +
  'RAAAAAAAAPA/oCIn/AMiKLggJ2IEQAALICghJiAmIANPBEAACyACICZqLQAAt0ThehSuR+HiP6KgIA5EAAAAAAAAAECgIir8AyIr' +
  'uCAqYgRAAAsgKyEpICkgA08EQAALIAIgKWotAAC3RClcj8L1KLw/oqAhGCAMIApqIRkgDSAERAAAAAAAAABAYQR8IBggGKKfBSAY' +
  'IASjC0QAAAAAAAAAAKVEAAAAAADgb0CknvwDOgACCyAKQQFqIQoCQCAMIApqt0QAAAAAAAAQQKIhDiAOIi38AyIuuCAtYgRAAAsg' +
  'LiEsICwgA08EQAALIAIgLGotAAC3RDMzMzMzM9M/oiAORAAAAAAAAPA/oCIw/AMiMbggMGIEQAALIDEhLyAvIANPBEAACyACIC9q' +
  'LQAAt0ThehSuR+HiP6KgIA5EAAAAAAAAAECgIjP8AyI0uCAzYgRAAAsgNCEyIDIgA08EQAALIAIgMmotAAC3RClcj8L1KLw/oqAh' +
  'GCAMIApqIRkgDSAERAAAAAAAAABAYQR8IBggGKKfBSAYIASjC0QAAAAAAAAAAKVEAAAAAADgb0CknvwDOgADCyAKQQFqIQogDUEE' +
  'aiENIAogAEEDa0gNAAsLIAogAEhFDQADQAJAIAwgCmq3RAAAAAAAABBAoiEOIA4iNvwDIje4IDZiBEAACyA3ITUgNSADTwRAAAsg' +
  'AiA1ai0AALdEMzMzMzMz0z+iIA5EAAAAAAAA8D+gIjn8AyI6uCA5YgRAAAsgOiE4IDggA08EQAALIAIgOGotAAC3ROF6FK5H4eI/' +
  'oqAgDkQAAAAAAAAAQKAiPPwDIj24IDxiBEAACyA9ITsgOyADTwRAAAsgAiA7ai0AALdEKVyPwvUovD+ioCEYIAwgCmohGSAFIBlq' +
  'IAREAAAAAAAAAEBhBHwgGCAYop8FIBggBKMLRAAAAAAAAAAApUQAAAAAAOBvQKSe/AM6AAALIApBAWohCiAKIABIDQALCwsgCUEB' +
  'aiEJIAkgAUgNAAsLIAUPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsE' +
  'QCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(width: number, height: number, pixels: number, pixelsLength: number, gamma: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, {});
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function toGrayKernel(width: number, height: number, pixels: Uint8ClampedArray, gamma: number): Uint8ClampedArray | undefined {
  if (kernel === undefined || !isInteger(width) || !isInteger(height) || !(pixels instanceof Uint8ClampedArray) || typeof gamma !== 'number') return undefined;
  try {
    kernel.reset();
    const pixelsAddress = kernel.allocate(pixels.length, 0, 0);
    const pixelsView = new Uint8ClampedArray(kernel.memory.buffer, pixelsAddress, pixels.length);
    pixelsView.set(pixels);
    const result = kernel.run(width, height, pixelsAddress, pixels.length, gamma);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Uint8ClampedArray(kernel.memory.buffer, result, length);
    return view.slice();
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
