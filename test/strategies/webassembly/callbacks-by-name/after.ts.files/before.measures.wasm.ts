// measuresKernel: measures of before.ts as a WebAssembly module of 2002 bytes, made by Speedlens. The source is measures itself,
// which also does what the kernel cannot. When measures changes, take away this file and what before.ts says of measuresKernel, and make them anew:
//   speedlens bench before.ts#measures --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38Bf2ADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABAriDgScDSELfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/' +
  'AXwBfwF8A38BfAJ/AXwFfwF8A38BfAF/AnwFfwJ8An8gAiEFIAVBA0EBEAIhBEEAIQYCQCAGIAJIRQ0AAkACQCACGkEBRQ0AIAJB' +
  'AWsgBUhFDQAMAQsACwNAAkAgBiIJIAJPBEAACyADIQggACAJIAhsQQN0aiEHIAghCyALIAxLBEAgCyIMQQNBABACIQoLIApBACAL' +
  'QQN0/AsAQQAhDQJAIA0gCEhFDQAgCEEBayALSARABQALIA0gCEEHa0gEQCANIQ4gByAOQQN0aiEOA0ACQCAOKwMAIQ8gDSEQIA8g' +
  'D6IhESAQIAtPBEAACyAKIBBBA3RqIBE5AwALIA1BAWohDQJAIA4rAwghDyANIRIgDyAPoiETIBIgC08EQAALIAogEkEDdGogEzkD' +
  'AAsgDUEBaiENAkAgDisDECEPIA0hFCAPIA+iIRUgFCALTwRAAAsgCiAUQQN0aiAVOQMACyANQQFqIQ0CQCAOKwMYIQ8gDSEWIA8g' +
  'D6IhFyAWIAtPBEAACyAKIBZBA3RqIBc5AwALIA1BAWohDQJAIA4rAyAhDyANIRggDyAPoiEZIBggC08EQAALIAogGEEDdGogGTkD' +
  'AAsgDUEBaiENAkAgDisDKCEPIA0hGiAPIA+iIRsgGiALTwRAAAsgCiAaQQN0aiAbOQMACyANQQFqIQ0CQCAOKwMwIQ8gDSEcIA8g' +
  'D6IhHSAcIAtPBEAACyAKIBxBA3RqIB05AwALIA1BAWohDQJAIA4rAzghDyANIR4gDyAPoiEfIB4gC08EQAALIAogHkEDdGogHzkD' +
  'AAsgDUEBaiENIA5BwABqIQ4gDSAIQQdrSA0ACwsgDSAISEUNAANAAkAgByANQQN0aisDACEPIA0hICAPIA+iISEgICALTwRAAAsg' +
  'CiAgQQN0aiAhOQMACyANQQFqIQ0gDSAISA0ACwsgIiAkIAohIiAMISQhDCEKIAshI0QAAAAAAAAAACElQQAhJgJAICYgI0EHa0gE' +
  'QCAmIScgIiAnQQN0aiEnA0ACQCAnKwMAISggJSAooCElCyAmQQFqISYCQCAnKwMIISggJSAooCElCyAmQQFqISYCQCAnKwMQISgg' +
  'JSAooCElCyAmQQFqISYCQCAnKwMYISggJSAooCElCyAmQQFqISYCQCAnKwMgISggJSAooCElCyAmQQFqISYCQCAnKwMoISggJSAo' +
  'oCElCyAmQQFqISYCQCAnKwMwISggJSAooCElCyAmQQFqISYCQCAnKwM4ISggJSAooCElCyAmQQFqISYgJ0HAAGohJyAmICNBB2tI' +
  'DQALCyAmICNIRQ0AA0ACQCAiICZBA3RqKwMAISggJSAooCElCyAmQQFqISYgJiAjSA0ACwsgBCAGQQN0aiAlnzkDAAsgBkEBaiEG' +
  'IAYgAkgNAAsLIAQhKSAFISogKiEsICxBA0EBEAIhK0EAIS0CQCAtICpIRQ0AICpBAWsgLEgEQAUACwNAAkAgKSAtQQN0aisDACEu' +
  'ICsgLUEDdGogLiAtIjEgAk8EQAALIAMhMCAAIDEgMGxBA3RqIS9EAAAAAAAAAAAhMkEAITMCQCAzIDBIRQ0AA0ACQCAzIDBPBEAA' +
  'CyAvIDNBA3RqKwMAITQgNEQAAAAAAAAAQGMEQEEABEAgMkQAAAAAAADwP6AhMgsMAQtEAAAAAAAAAEAhNQJAIDUgNaIgNGVFDQAD' +
  'QAJAIDQgNRADRAAAAAAAAAAAYQRAQQAEQCAyRAAAAAAAAPA/oCEyCwwECwsgNUQAAAAAAADwP6AhNSA1IDWiIDRlDQALC0EBBEAg' +
  'MkQAAAAAAADwP6AhMgsLIDNBAWohMyAzIDBIDQALCyAyoCAtIjggAk8EQAALIAMhNyAAIDggN2xBA3RqITZBACE5QQAhOgJAIDog' +
  'N0hFDQADQAJAIDogN08EQAALIDYgOkEDdGorAwAhOyA7RAAAAAAAAABAYwRAQQAEQEEBITkMBAsMAQtEAAAAAAAAAEAhPAJAIDwg' +
  'PKIgO2VFDQADQAJAIDsgPBADRAAAAAAAAAAAYQRAQQAEQEEBITkMBwsMBAsLIDxEAAAAAAAA8D+gITwgPCA8oiA7ZQ0ACwtBAQRA' +
  'QQEhOQwDCwsgOkEBaiE6IDogN0gNAAsLIDkEfEQAAAAAAADgPwVEAAAAAAAAAAALoDkDAAsgLUEBaiEtIC0gKkgNAAsLICshPSAs' +
  'IT4gPQ8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB' +
  '//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLRAAgAJ0gAGEgAJlEAAAAAAAAQENjcSAB' +
  'nSABYSABmUQAAAAAAABAQ2NxcQR8IAAgACABo50gAaKhIACmBSAAIAEQAAsLBgBBCCQACw==';

interface Kernel {
  run(rows: number, rowsLength: number, rowsRows: number, rowsColumns: number): number;
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
export function measuresKernel(rows: readonly (readonly number[])[]): number[] | undefined {
  if (kernel === undefined || (rows as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const rowsColumns = rows[0]?.length ?? 0;
    const rowsAddress = kernel.allocate(rows.length * rowsColumns, 3, 0);
    const rowsView = new Float64Array(kernel.memory.buffer, rowsAddress, rows.length * rowsColumns);
    for (let i = 0; i < rows.length; i++) {
      const row: unknown = rows[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== rowsColumns) return undefined;
      for (let j = 0; j < rowsColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        rowsView[i * rowsColumns + j] = value;
      }
    }
    const result = kernel.run(rowsAddress, rows.length * rowsColumns, rows.length, rowsColumns);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
