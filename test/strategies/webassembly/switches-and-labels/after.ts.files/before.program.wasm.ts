// programKernel: program of before.ts as a WebAssembly module of 337 bytes, made by Speedlens. The source is program itself,
// which also does what the kernel cannot. When program changes, take away this file and what before.ts says of programKernel, and make them anew:
//   speedlens bench before.ts#program --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABBgFgAX8BfAMCAQAHBwEDcnVuAAAKsQIBrgIFAX8BfAJ/AnwCf0EAIQFEAAAAAAAAAAAhAkEAIQMCQCADIABIRQ0A' +
  'A0ACQCABIQQCQAJAAkACQCAEQQBGDQAgBEEDRkUNAQsgA7dEAAAAAAAAHECiIQVEAAAAAAAAFEAhBiAFIAUgBqOdIAaiofwCIQEM' +
  'AgwBCyAEQQFGBEBBACEHAkADQAJAIAcgA0oEQAwHCyAHIAdsIANKBEAMAwsgAiAHt6AhAgsgB0EBaiEHDAALC0ECIQEMAgUgBEEC' +
  'RgRAQQRBAyADQQJwQQBGGyEBDAMFIAIgA7ehIQJBACEBCwsLC0EDIQgCQANAAkAgAiAIIAhBf2ohCLegIQILAkAgCEEASkUNACAC' +
  'RAAAAAAAQI9AYw0BCwsLCyADQQFqIQMgAyAASA0ACwsgAg8ACw==';

interface Kernel {
  run(n: number): number;
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
export function programKernel(n: number): number | undefined {
  if (kernel === undefined || !isInteger(n)) return undefined;
  return kernel.run(n);
}
