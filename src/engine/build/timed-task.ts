// The worker file's task with readings of the clock around it, as a module of its own beside the built worker: loaded only where it is asked where
// the time of a call goes (measure/child/data-movement.ts), so that what is sampled is the worker as suggested.

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
