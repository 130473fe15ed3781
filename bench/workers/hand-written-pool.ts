// What a good engineer would write by hand for one function: threads of node:worker_threads that stay, a few parts for each, results in order.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface HandWrittenPool {
  run(items: readonly number[]): Promise<number[]>;
  destroy(): Promise<void>;
}

/** `url` is a module whose `call(receiver, args)` runs the function on a part of the items. */
export function handWrittenPool(url: string): HandWrittenPool {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData).then(({ call }) => {
      parentPort.on('message', ({ part, items }) => parentPort.postMessage({ part, values: call(undefined, [items]) }));
    });`;
  const threads = Array.from(
    { length: availableParallelism() },
    () => new Worker(code, { eval: true, workerData: url }),
  );
  return {
    async run(items) {
      const partLength = Math.ceil(items.length / (4 * threads.length));
      const parts: (readonly number[])[] = [];
      for (let start = 0; start < items.length; start += partLength) parts.push(items.slice(start, start + partLength));
      const values: number[][] = [];
      let next = 0;
      await Promise.all(
        threads.map(async (thread) => {
          while (next < parts.length) {
            const part = next++;
            values[part] = await ask(thread, part, parts[part] ?? []);
          }
        }),
      );
      return values.flat();
    },
    async destroy() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function ask(thread: Worker, part: number, items: readonly number[]): Promise<number[]> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', ({ values }: { values: number[] }) => {
      thread.off('error', reject);
      resolve(values);
    });
    thread.postMessage({ part, items });
  });
}
