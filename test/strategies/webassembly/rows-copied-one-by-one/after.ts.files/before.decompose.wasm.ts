// decomposeKernel: decompose of before.ts as a WebAssembly module of 2174 bytes, made by Speedlens. The source is decompose itself,
// which also does what the kernel cannot. When decompose changes, take away this file and what before.ts says of decomposeKernel, and make them anew:
//   speedlens bench before.ts#decompose --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqmEAOlDxECfwF8An8BfAJ/AnwCfwF8An8BfAJ/AnwffwF7Dn8Bewt/IAIhBCADIQUgBLcgBbeiIQYgBiIJ/AMi' +
  'CrggCWIEQAALIAohCCAIQQNBARABIQdBACELAkAgC7cgBmNFDQACQAJAIAYhDCAMIAydoUQAAAAAAAAAAGFFDQAgBkQAAAAAAADw' +
  'P6EgCLdjRQ0ADAELAAsCQAJAIAYhDSANIA2doUQAAAAAAAAAAGFFDQAgBkQAAAAAAADwP6EgAbdjRQ0ADAELAAsDQAJAIAcgC0ED' +
  'dGogACALQQN0aisDADkDAAsgC0EBaiELIAu3IAZjDQALCyAEIQ4gBSEPIA63IA+3oiEQIBAiE/wDIhS4IBNiBEAACyAUIRIgEkED' +
  'QQEQASERQQAhFQJAIBW3IBBjRQ0AAkACQCAQIRYgFiAWnaFEAAAAAAAAAABhRQ0AIBBEAAAAAAAA8D+hIBK3Y0UNAAwBCwALAkAC' +
  'QCAQIRcgFyAXnaFEAAAAAAAAAABhRQ0AIBBEAAAAAAAA8D+hIAi3Y0UNAAwBCwALA0ACQCARIBVBA3RqIAcgFUEDdGorAwA5AwAL' +
  'IBVBAWohFSAVtyAQYw0ACwtBACEYAkAgGCAESEUNAEEAIhsgDk8EQAALIA8hGiARIBsgGmxBA3RqIRkCQAJAIAQaQQFFDQAgBEEB' +
  'ayAFSEUNAAwBCwALAkACQCAEGkEBRQ0AIARBAWsgDkhFDQAMAQsACwJAAkAgBBpBAUUNACAEQQFrIA9IRQ0ADAELAAsCQAJAIAQa' +
  'QQFFDQAgBEEBayACSEUNAAwBCwALAkACQCAEGkEBRQ0AIARBAWsgA0hFDQAMAQsACwNAAkAgGEEBaiEcAkAgHCAESEUNACAYIh8g' +
  'BE8EQAALIAUhHiAHIB8gHmxBA3RqIR0CQAJAIAQaQQFFDQAgGCAFSEUNAAwBCwALA0ACQCAcISAgGCEhICAgBWwgIWohIiAiIAhP' +
  'BEAACyAHICJBA3RqICIgCE8EQAALIAcgIkEDdGorAwAgHSAYQQN0aisDAKM5AwAgGEEBaiEjAkAgIyAESEUNACAcIiYgBE8EQAAL' +
  'IAUhJSAHICYgJWxBA3RqISQgGCIpIARPBEAACyAFISggByApIChsQQN0aiEnAkACQCAEGkEBRQ0AIARBAWsgBUhFDQAMAQsACwJA' +
  'AkAgBBpBAUUNACAYIAVIRQ0ADAELAAsgJUEHayIqQQAgKkEAShshKiAoQQdrIitBACArQQBKGyErAkADQCAjQQdqIARODQFBACAY' +
  'ICVPBEAACyAkIBhBA3RqICMiLSAqTwRAAAsgJCAtQQN0aiEuIC5rIixBwABJciAjIjAgK08EQAALICcgMEEDdGohMSAxICMiMiAq' +
  'TwRAAAsgJCAyQQN0aiEzIDNrIi9BP2pB/wBJIC9BAEdxcgRAAkAgIyE0ICQgNEEDdGogJCA0QQN0aisDACAkIBhBA3RqKwMAICcg' +
  'I0EDdGorAwCioTkDAAsgI0EBaiEjDAELICMhNCAjITUgJCA1QQN0aiE2ICQgGEEDdGorAwD9FCE3ICMhOCAnIDhBA3RqITkgNiA2' +
  '/QADACA3IDn9AAMA/fIB/fEB/QsDACA2IDb9AAMQIDcgOf0AAxD98gH98QH9CwMQIDYgNv0AAyAgNyA5/QADIP3yAf3xAf0LAyAg' +
  'NiA2/QADMCA3IDn9AAMw/fIB/fEB/QsDMAJACyAjQQFqISMCQAsgI0EBaiEjAkALICNBAWohIwJACyAjQQFqISMCQAsgI0EBaiEj' +
  'AkALICNBAWohIwJACyAjQQFqISMCQAsgI0EBaiEjDAALCyAlQQFrIjpBACA6QQBKGyE6IChBAWsiO0EAIDtBAEobITsCQANAICNB' +
  'AWogBE4NAUEAIBggJU8EQAALICQgGEEDdGogIyI9IDpPBEAACyAkID1BA3RqIT4gPmsiPEEQSXIgIyJAIDtPBEAACyAnIEBBA3Rq' +
  'IUEgQSAjIkIgOk8EQAALICQgQkEDdGohQyBDayI/QQ9qQR9JID9BAEdxcgRAAkAgIyE0ICQgNEEDdGogJCA0QQN0aisDACAkIBhB' +
  'A3RqKwMAICcgI0EDdGorAwCioTkDAAsgI0EBaiEjDAELICMhNCAjIUQgJCBEQQN0aiFFICQgGEEDdGorAwD9FCFGICMhRyAnIEdB' +
  'A3RqIUggRSBF/QADACBGIEj9AAMA/fIB/fEB/QsDAAJACyAjQQFqISMCQAsgI0EBaiEjDAALCyAjIARIRQ0AA0ACQCAjITQgJCA0' +
  'QQN0aiAkIDRBA3RqKwMAICQgGEEDdGorAwAgJyAjQQN0aisDAKKhOQMACyAjQQFqISMgIyAESA0ACwsLIBxBAWohHCAcIARIDQAL' +
  'CyAYIUkgGCFKIEkgBWwgSmohSyBLIAhPBEAACyAHIEtBA3RqIEsgCE8EQAALIAcgS0EDdGorAwAgGCFNIBghTiBNIA9sIE5qIUwg' +
  'ESBMQQN0aisDACAYIVAgGCFRIFAgA2wgUWohTyAAIE9BA3RqKwMAoSAZIBhBA3RqKwMAoqA5AwALIBhBAWohGCAYIARIDQALCyAH' +
  'QQhrIAQ2AgAgB0EEayAFNgIAIAcPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(table: number, tableLength: number, tableRows: number, tableColumns: number): number;
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
export function decomposeKernel(table: readonly (readonly number[])[]): number[][] | undefined {
  if (kernel === undefined || (table as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const tableColumns = table[0]?.length ?? 0;
    const tableAddress = kernel.allocate(table.length * tableColumns, 3, 0);
    const tableView = new Float64Array(kernel.memory.buffer, tableAddress, table.length * tableColumns);
    for (let i = 0; i < table.length; i++) {
      const row: unknown = table[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== tableColumns) return undefined;
      for (let j = 0; j < tableColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        tableView[i * tableColumns + j] = value;
      }
    }
    const result = kernel.run(tableAddress, table.length * tableColumns, table.length, tableColumns);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table2 = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] as number;
      table2[i] = row;
    }
    return table2;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
