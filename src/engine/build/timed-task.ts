// The worker file's task with readings of the clock around it, as a module of its own beside the built worker: loaded only where it is asked where
// the time of a call goes (measure/child/data-movement.ts), so that what is sampled is the worker as suggested.

import { READINGS_PER_PART } from '../../model/variant.ts';

/** Text of the module; `workerFile` is the built worker beside it. The monotonic clock is one for all threads of a process. */
export function timedTask(workerFile: string): string {
  return `import { threadId } from 'node:worker_threads';
import work from ${JSON.stringify(`./${workerFile}`)};
const now = () => Number(process.hrtime.bigint());
export default async ({ task, times }) => {
  times[0] = now();
  const answer = await work(task);
  times[1] = now();
  times[2] = threadId;
  return answer;
};
export const started = now;
`;
}

/**
 * The same for a worker that serves parts to a caller who waits (strategies/workers/waiting-threads.ts). A part is begun when it is taken from the list and done
 * when its answer is handed over; both are looked at from outside, and the readings lie in shared memory that comes with the list.
 */
export function timedServing(workerFile: string): string {
  return `import { parentPort, threadId, workerData } from 'node:worker_threads';
const now = () => Number(process.hrtime.bigint());
const { answers } = workerData;
const { postMessage } = answers;
let times;
answers.postMessage = (answer) => {
  const first = answer.at * ${READINGS_PER_PART};
  times[first + 1] = now();
  postMessage.call(answers, answer);
  times[first + 2] = now();
};
const { on } = parentPort;
parentPort.on = (name, listener) =>
  on.call(parentPort, name, ({ id, tasks, state }) => {
    times = tasks.times;
    const watched = new Proxy(tasks, {
      get(target, key) {
        if (typeof key === 'string' && /^[0-9]+$/.test(key)) {
          times[key * ${READINGS_PER_PART}] = now();
          times[key * ${READINGS_PER_PART} + 3] = threadId;
        }
        return target[key];
      },
    });
    listener({ id, tasks: watched, state });
  });
await import(${JSON.stringify(`./${workerFile}`)});
`;
}
