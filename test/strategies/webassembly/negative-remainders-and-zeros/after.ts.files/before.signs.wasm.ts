// signsKernel: signs of before.ts as a WebAssembly module of 731 bytes, made by Speedlens. The source is signs itself,
// which also does what the kernel cannot. When signs changes, take away this file and what before.ts says of signsKernel, and make them anew:
//   speedlens bench before.ts#signs --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgAnx8AXxgA3x8fAF8YAF8AXwCDwEBbQlyZW1haW5kZXIAAAMFBAEAAgIHBwEDcnVuAAEKmgUEigQBBHxEAAAA' +
  'AAAAAAAhAyAAIQQCQCAEIAFjRQ0AA0ACQCAERAAAAAAAAAhAEAIhBSADQQFBAkQAAAAAAADwPyAFo0QAAAAAAAAAAGQbt6AhAyAD' +
  'QQRBCEQAAAAAAADwPyAEEAOjRAAAAAAAAAAAYxu3oCEDIANBEEEgRAAAAAAAAPA/IASbo0QAAAAAAAAAAGMbt6AhAyADQcAAQYAB' +
  'RAAAAAAAAPA/IASdo0QAAAAAAAAAAGMbt6AhAyADQYACQYAERAAAAAAAAPA/IAREAAAAAAAAAACko0QAAAAAAAAAAGMbt6AhAyAD' +
  'QYAIQYAQRAAAAAAAAPA/IAREAAAAAAAAAIClo0QAAAAAAAAAAGMbt6AhAyADQYAgQYDAAEQAAAAAAADwPyAERAAAAAAAAAAAoqNE' +
  'AAAAAAAAAABjG7egIQMgA0EBQQNEAAAAAAAA8D8gBJqjRAAAAAAAAAAAYxu3oCEDIANEAAAAAAAACECiIAQQA6AgBEQAAAAAAADg' +
  'P6KcoCAEEASgQQFBACAERAAAAAAAAAAAEAKZRAAAAAAAAAAAZBu3oCAERAAAAAAAAARAEAKgIAQiBiAGRAAAAAAAAMA/op1EAAAA' +
  'AAAAIECioSAGpqAgBEQAAAAAAAAQwBACoCEDIANBgJTr3ANBB2q3EAIhAwsgBCACoCEEIAQgAWMNAAsLIAMPAAtEACAAnSAAYSAA' +
  'mUQAAAAAAABAQ2NxIAGdIAFhIAGZRAAAAAAAAEBDY3FxBHwgACAAIAGjnSABoqEgAKYFIAAgARAACwsoAQF8IACcIgFEAAAAAAAA' +
  '8D+gIAEgACABoUQAAAAAAADgP2YbIACmCx4ARAAAAAAAAPA/IACmIAAgAJlEAAAAAAAAAABkGws=';

interface Kernel {
  run(from: number, to: number, step: number): number;
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
export function signsKernel(from: number, to: number, step: number): number | undefined {
  if (kernel === undefined || typeof from !== 'number' || typeof to !== 'number' || typeof step !== 'number') return undefined;
  return kernel.run(from, to, step);
}
