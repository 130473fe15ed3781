// The file that a function gets which stays synchronous and waits for threads: it hands out parts through a word of shared memory, takes parts itself, and
// waits by `Atomics.wait` for those that others have taken. Nothing in it needs the event loop, which stands still meanwhile as it does in the original.
import { laidOut, requoted } from '../../source/generated-text.ts';
import type { Subject } from '../../source/subject.ts';

export interface ThreadsFile {
  /** The function that waits, for people. */
  readonly subject: string;
  /** What the file exports. */
  readonly threads: string;
  /** Tasks change what they get, so that one done in part cannot be done again. */
  readonly changes: boolean;
}

/** The name under which the worker file finds the function that serves parts. */
export const SERVE = 'serve';

/** A thread that takes so many times as long for a part as the slowest one here is taken for lost. */
const PATIENCE = { times: 10, atLeastMs: 1000 } as const;

export function threadsFileText({ subject, threads, changes }: ThreadsFile, { style, project }: Subject): string {
  const typed = style.isTypeScript;
  const as = (type: string) => (typed ? type : '');
  const isEsm = style.module === 'esm';
  const asksElements = typed && project.options.noUncheckedIndexedAccess === true;
  const taskAt = (tasks: string) => `${tasks}[at]${asksElements ? ' as Task' : ''}`;
  const names = `MessageChannel, ${as('type MessagePort, ')}parentPort, receiveMessageOnPort, Worker, workerData`;
  const imports = isEsm
    ? `import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { ${names} } from 'node:worker_threads';`
    : `const { availableParallelism } = require('node:os');
const { emitWarning } = require('node:process');
const { ${names} } = require('node:worker_threads');`;
  const exported = isEsm ? 'export ' : '';
  const types = `
interface Helper {
  readonly worker: Worker;
  readonly answers: MessagePort;
}

interface Call<Task> {
  readonly id: number;
  readonly tasks: readonly Task[];
  /** For each task whether it is answered, then how many have been taken. */
  readonly state: Int32Array;
}

type Answer<Part> = { readonly id: number; readonly at: number } & (
  | { readonly part: Part }
  | { readonly problem: string }
);
`;
  const lines = `// Threads that help \`${subject}\` while its caller waits, as it does for \`${subject}\` alone. The caller works as well, and waits only for parts that
// a thread has taken: neither for threads that still start nor, for long, for one that has ended or hangs. ${changes ? 'Where threads fail, the caller does all.' : 'What threads fail at is done by the caller.'}
${imports}
${as(types)}
const ANSWERED = 1;
/** A helper that loads a module which calls \`${subject}\` gets no helpers of its own. */
const isHelper = workerData?.helps !== undefined;
let helpers${as(': Helper[] | undefined')};
let calls = 0;

${exported}const ${threads} = {
  ${
    changes
      ? '/** Whether `work` has been done for each task; if not, some may be done in part. It is what the module at `url` serves; `name` tells of a task what is in it. */'
      : '/** What `work` gives for each task, in order. It is what the module at `url` serves; `name` tells of a task what is in it. */'
  }
  run${as('<Task, Part>')}(url${as(': string')}, work${as(': (task: Task) => Part')}, tasks${as(': readonly Task[]')}, name${as(': (at: number) => string')})${as(changes ? ': { isDone: boolean; problem?: string }' : ': Part[]')} {
    if (tasks.length < 2 || isHelper) return ${changes ? '{ isDone: false }' : 'tasks.map((task) => work(task))'};
    const id = ++calls;
    const state = new Int32Array(new SharedArrayBuffer((tasks.length + 1) * Int32Array.BYTES_PER_ELEMENT));
    try {
      helpers ??= Array.from({ length: availableParallelism() - 1 }, () => startHelper(url));
      for (const { worker } of helpers) worker.postMessage({ id, tasks, state });
    } catch {
      // Without threads, and with what cannot be copied, the work stays here.
      return ${changes ? '{ isDone: false }' : 'tasks.map((task) => work(task))'};
    }
    const parts = new Map${as('<number, Part>')}();
    const problems = new Map${as('<number, string>')}();
    let longest = 0;
    for (let at = takeTask(state); at < tasks.length; at = takeTask(state)) {
      const begun = performance.now();
      try {
        parts.set(at, work(${taskAt('tasks')}));
      } catch {
        // ${changes ? 'It is thrown where all is done again' : 'It is thrown below, when it is its turn'}: a part before this one may throw as well.
        state[at] = ANSWERED;
        break;
      }
      longest = Math.max(longest, performance.now() - begun);
    }
    const taken = Atomics.exchange(state, tasks.length, tasks.length);
    const patience = ${PATIENCE.atLeastMs} + ${PATIENCE.times} * longest;
    ${changes ? 'for (const at of tasks.keys()) {' : 'return tasks.map((task, at) => {'}
      if (!parts.has(at) && at < taken) {
        const waited = Atomics.wait(state, at, 0, patience);
        for (const answer of answersTo${as('<Part>')}(id)) {
          if ('part' in answer) parts.set(answer.at, answer.part);
          else problems.set(answer.at, answer.problem);
        }
        if (waited === 'timed-out' && !parts.has(at)) {
          emitWarning(\`A thread that helped ${subject} has ended or hangs in \${name(at)}: the caller goes on alone.\`);
          state.fill(ANSWERED, 0, tasks.length);
          void endHelpers();
          helpers = [];
        }
      }
${
  changes
    ? `      if (parts.has(at)) continue;
      const problem = problems.get(at);
      return problem === undefined
        ? { isDone: false }
        : { isDone: false, problem: \`A thread that helped ${subject} failed in \${name(at)}: \${problem}\` };
    }
    return { isDone: true };`
    : `      if (parts.has(at)) return parts.get(at)${as(' as Part')};
      // Done again, or for the first time, it throws what ${subject} throws.
      const part = work(task);
      const problem = problems.get(at);
      if (problem !== undefined) emitWarning(\`A thread that helped ${subject} failed in \${name(at)}: \${problem}\`);
      return part;
    });`
}
  },

  /** Ends the threads; the next call starts new ones. A program can end without this. */
  async destroy()${as(': Promise<void>')} {
    await endHelpers();
    helpers = undefined;
  },
};

/** In a helper: does tasks of every call until none is left. */
${exported}function ${SERVE}${as('<Task, Part>')}(work${as(': (task: Task) => Part')})${as(': void')} {
  const answers = workerData.answers${as(' as MessagePort')};
  parentPort?.on('message', ({ id, tasks, state }${as(': Call<Task>')}) => {
    for (let at = takeTask(state); at < tasks.length; at = takeTask(state)) {
      try {
        answers.postMessage({ id, at, part: work(${taskAt('tasks')}) });
      } catch (error) {
        answers.postMessage({ id, at, problem: messageOf(error) });
      }
      Atomics.store(state, at, ANSWERED);
      Atomics.notify(state, at);
    }
  });
}

function takeTask(state${as(': Int32Array')})${as(': number')} {
  return Atomics.add(state, state.length - 1, 1);
}

function startHelper(url${as(': string')})${as(': Helper')} {
  const { port1: answers, port2 } = new MessageChannel();
  const worker = new Worker(new URL(url), { workerData: { helps: '${subject}', answers: port2 }, transferList: [port2] });
  const helper = { worker, answers };
  // What ended one would end the next one too: it is not started again.
  worker.once('exit', () => {
    answers.close();
    helpers = helpers?.filter((other) => other !== helper);
  });
  worker.once('error', (error${as(': unknown')}) => emitWarning(\`A thread that helped ${subject} ended: \${messageOf(error)}\`));
  worker.unref();
  return helper;
}

function* answersTo${as('<Part>')}(id${as(': number')})${as(': Generator<Answer<Part>>')} {
  for (const { answers } of helpers ?? []) {
    for (let got = receiveMessageOnPort(answers); got !== undefined; got = receiveMessageOnPort(answers)) {
      const answer = got.message${as(' as Answer<Part>')};
      // What came too late for an earlier call is of no use.
      if (answer.id === id) yield answer;
    }
  }
}

function messageOf(error${as(': unknown')})${as(': string')} {
  return error instanceof Error ? error.message : 'what it threw is no error';
}

async function endHelpers()${as(': Promise<void>')} {
  await Promise.all((helpers ?? []).map(({ worker }) => worker.terminate()));
}
${isEsm ? '' : `\nmodule.exports = { ${threads}, ${SERVE} };\n`}`;
  return laidOut(requoted(lines, style), style).replaceAll('\n', style.eol);
}
