// crc32Kernel: crc32 of before.ts as a WebAssembly module of 526 bytes, made by Speedlens. The source is crc32 itself,
// which also does what the kernel cannot. When crc32 changes, take away this file and what before.ts says of crc32Kernel, and make them anew:
//   speedlens bench before.ts#crc32 --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKuAMDtwIBBn9BfyECIAAhAyABIQRBACEFAkAgBSAESEUNAANAAkAgAyAFai0AACEGIAIgBnMhAkEAIQcgAkEBdkGg' +
  'huLtfnMgAkEBdiACQQFxQQBHGyECIAJBAXZBoIbi7X5zIAJBAXYgAkEBcUEARxshAiACQQF2QaCG4u1+cyACQQF2IAJBAXFBAEcb' +
  'IQIgAkEBdkGghuLtfnMgAkEBdiACQQFxQQBHGyECIAJBAXZBoIbi7X5zIAJBAXYgAkEBcUEARxshAiACQQF2QaCG4u1+cyACQQF2' +
  'IAJBAXFBAEcbIQIgAkEBdkGghuLtfnMgAkEBdiACQQFxQQBHGyECIAJBAXZBoIbi7X5zIAJBAXYgAkEBcUEARxshAkEIIQcLIAVB' +
  'AWohBSAFIARIDQALCyACQX9zQQB2uA8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsg' +
  'BD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQA' +
  'Cw==';

interface Kernel {
  run(bytes: number, bytesLength: number): number;
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

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function crc32Kernel(bytes2: Uint8Array): number | undefined {
  if (kernel === undefined || !(bytes2 instanceof Uint8Array)) return undefined;
  try {
    kernel.reset();
    const bytesAddress = kernel.allocate(bytes2.length, 0, 0);
    const bytesView = new Uint8Array(kernel.memory.buffer, bytesAddress, bytes2.length);
    bytesView.set(bytes2);
    return kernel.run(bytesAddress, bytes2.length);
  } catch {
    // Too little memory or stack.
    return undefined;
  }
}
