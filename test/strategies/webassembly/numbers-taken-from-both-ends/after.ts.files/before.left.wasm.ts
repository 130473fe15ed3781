// leftKernel: left of before.ts as a WebAssembly module of 1287 bytes, made by Speedlens. The source is left itself,
// which also does what the kernel cannot. When left changes, take away this file and what before.ts says of leftKernel, and make them anew:
//   speedlens bench before.ts#left --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKsQkDsAgLA38BfAl/AXwFfwF8BH8BfBJ/AXwCfyMAIQJBACEERAAAAAAAAAAAIQVBASEGAkAgBiAATEUNAANAAkAg' +
  'BiEHIAQgCEYEQCAIQQF0QRBqIQggAyEJIAhBAkEAEAEiAyAJIARBAnT8CgAACyADIARBAnRqIAc2AgAgBEEBaiEECyAGQQFqIQYg' +
  'BiAATA0ACwtBACELAkAgBLcgBaFEAAAAAAAA8D9kRQ0AA0ACQEEBIQwCQCAMIAFIRQ0AA0ACQCAEtyAFoUQAAAAAAAAAAGQEQAUA' +
  'CyAFIg/8AyIQuCAPYgRAAAsgECEOIA4gBE8EQAALIAMgDkECdGooAgAhESAFRAAAAAAAAPA/oCEFIBEhDSAEIAhGBEAgCEEBdEEQ' +
  'aiEIIAMhEiAIQQJBABABIgMgEiAEQQJ0/AoAAAsgAyAEQQJ0aiANNgIAIARBAWohBAsgDEEBaiEMIAwgAUgNAAsLIAS3IAWhRAAA' +
  'AAAAAAAAZARABQALIAUiFfwDIha4IBViBEAACyAWIRQgFCAETwRAAAsgAyAUQQJ0aigCACEXIAVEAAAAAAAA8D+gIQUgFyETIAsg' +
  'GEYEQCAYQQF0QRBqIRggCiEZIBhBAkEAEAEiCiAZIAtBAnT8CgAACyAKIAtBAnRqIBM2AgAgC0EBaiELCyAEtyAFoUQAAAAAAADw' +
  'P2QNAAsLRAAAAAAAAAAAIRpBACEcQQAhHQJAIB0gC0xFDQADQAJAIB0gC0YEf0EABSAdIAtPBEAACyAKIB1BAnRqKAIACyEeAkAg' +
  'HEEASkUNACAcQQFrISAgICAcTwRAAAsgGyAgQQJ0aigCACEfIB8gC08EQAALIAogH0ECdGooAgAgHkpFDQADQAJAIBxBAEoEQAUA' +
  'CyAcQQFrISIgIiAcTwRAAAsgGyAiQQJ0aigCACEjIBxBAWshHCAjISEgISALTwRAAAsgCiAhQQJ0aigCACEkIBxBAEoEfyAdIBxB' +
  'AWshJSAlIBxPBEAACyAbICVBAnRqKAIAa0EBawUgHQshJiAaICS3ICa3oqUhGgsCQCAcQQBKRQ0AIBxBAWshKCAoIBxPBEAACyAb' +
  'IChBAnRqKAIAIScgJyALTwRAAAsgCiAnQQJ0aigCACAeSg0BCwsLIB0hKSAcICpGBEAgKkEBdEEQaiEqIBshKyAqQQJBABABIhsg' +
  'KyAcQQJ0/AoAAAsgGyAcQQJ0aiApNgIAIBxBAWohHAsgHUEBaiEdIB0gC0wNAAsLIBxBAEoEQCAcQQFrIRwLIBxBAEoEQCAcQQFr' +
  'IRwLIBogBLcgBaFEAAAAAAAAAABkBEAFAAsgBSIt/AMiLrggLWIEQAALIC4hLCAsIARPBEAACyADICxBAnRqKAIAIS8gBUQAAAAA' +
  'AADwP6AhBSAvt6AgHLdEAAAAAABAj0CioCACJAAPIAIkAAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRB' +
  'gICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwL' +
  'AAsgAwsGAEEIJAAL';

interface Kernel {
  run(n: number, k: number): number;
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
export function leftKernel(n: number, k: number): number | undefined {
  if (kernel === undefined || !isInteger(n) || !isInteger(k)) return undefined;
  try {
    kernel.reset();
    return kernel.run(n, k);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
