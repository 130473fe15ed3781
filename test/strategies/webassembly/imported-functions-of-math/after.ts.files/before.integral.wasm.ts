// integralKernel: integral of before.ts as a WebAssembly module of 302 bytes, made by Speedlens. The source is integral itself,
// which also does what the kernel cannot. When integral changes, take away this file and what before.ts says of integralKernel, and make them anew:
//   speedlens bench before.ts#integral --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgAXwBfGACfHwBfGADf3x8AXwCIwQBbQNzaW4AAAFtA2V4cAAAAW0DcG93AAEBbQVoeXBvdAABAwIBAgcHAQNy' +
  'dW4ABArcAQHZAQQCfAF/AXwBfyACIAGhIAC3oyEDRAAAAAAAAAAAIQRBACEFAkAgBSAASEUNAANAAkAgASAFt0QAAAAAAADgP6Ag' +
  'A6KgIQYgBCAGEAAgBpoQAaIgBkQAAAAAAAD4PxACoCAGRAAAAAAAAABAEAKgIAZEAAAAAAAA8D8QA6AgBra7oCAGn6AgA6KgIQRB' +
  'ASEHAkAgB0EoTEUNAANAAkAgBCAGIAe3oSAGIAaiIAe3oKOgIQQLIAdBAWohByAHQShMDQALCwsgBUEBaiEFIAUgAEgNAAsLIAQP' +
  'AAs=';

interface Kernel {
  run(steps: number, from: number, to: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { sin: Math.sin, exp: Math.exp, pow: Math.pow, hypot: Math.hypot } });
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
export function integralKernel(steps: number, from: number, to: number): number | undefined {
  if (kernel === undefined || !isInteger(steps) || typeof from !== 'number' || typeof to !== 'number') return undefined;
  return kernel.run(steps, from, to);
}
