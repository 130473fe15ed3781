// The entry of the benchmark process, bundled to dist/benchmark-process.mjs: takes one task over IPC, answers, and is ended by its starter.
// The one place that imports the children of measure, verify and diagnose.
import { diagnose } from '../../diagnose/child/diagnose.ts';
import { sampleCase } from '../../measure/child/sample-case.ts';
import { compareVariants } from '../../verify/child/compare-variants.ts';
import type { ChildMessage, Phase, TaskMessage } from '../child-messages.ts';
import type { AnswerOf, Task } from '../protocol.ts';
import type { EnterPhase } from './child-phase.ts';
import { describe } from './describe.ts';
import { loadVariant } from './load-variant.ts';
import { observe } from './observe.ts';
import { asThrownError, UserCodeError } from './user-code-error.ts';
import { watchOutput } from './watch-output.ts';

/** Kept before user code can replace it. */
const sendToStarter = process.send?.bind(process);

function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    if (sendToStarter === undefined || !process.connected) resolve();
    else sendToStarter(message, undefined, undefined, () => resolve());
  });
}

function serve({ task, maxOutputBytes, hold }: TaskMessage): void {
  process.chdir(folderOf(task));
  // Sampling runs without: nothing else should go on there.
  if (task.kind !== 'sample') process.setSourceMapsEnabled(true);
  const gate = hold ? heldGate() : undefined;
  let place: { phase: Phase; caseLabel?: string } = { phase: 'loading' };
  let answered = false;
  const enter: EnterPhase = async (phase, caseLabel) => {
    if (phase === 'inputs') await gate?.();
    place = caseLabel === undefined ? { phase } : { phase, caseLabel };
    await send({ kind: 'phase', ...place });
  };
  const bundles = task.kind === 'compare' ? [task.baseline.entry, task.candidate.entry] : [task.variant.entry];
  const notSources = [...bundles, process.argv[1] ?? ''];
  const answerThrown = (error: unknown): Promise<void> => {
    answered = true;
    if (error instanceof UserCodeError) {
      const caseLabel = error.caseLabel ?? place.caseLabel;
      return send({
        kind: 'thrown',
        phase: error.phase,
        ...(caseLabel === undefined ? {} : { caseLabel }),
        error: asThrownError(error.cause, notSources),
      });
    }
    return send({ kind: 'internal', stack: error instanceof Error ? String(error.stack) : String(error) });
  };
  // An error in a timer or an unhandled rejection of user code ends a Node process; here it ends the task with a sentence.
  const onStray = (error: unknown): void => {
    if (!answered) void answerThrown(new UserCodeError(place.phase, error));
  };
  process.on('uncaughtException', onStray);
  process.on('unhandledRejection', onStray);
  // The channel does not hold the process: when nothing else does, no promise that is awaited can settle any more.
  process.on('beforeExit', () => {
    if (!answered) {
      answered = true;
      void send({ kind: 'stuck' });
    }
  });
  watchOutput(maxOutputBytes, () => void send({ kind: 'flooded' }));
  process.channel?.unref();

  enter('loading')
    .then(() => run(task, enter))
    .then(async (answer) => {
      answered = true;
      await send({ kind: 'answer', answer });
    }, answerThrown);
}

function run(task: Task, enter: EnterPhase): Promise<AnswerOf[Task['kind']]> {
  switch (task.kind) {
    case 'describe':
      return describe(task, enter);
    case 'observe':
      return observe(task, enter);
    case 'sample':
      return sampleCase(task, enter);
    case 'diagnose':
      return diagnose(task, enter);
    case 'compare':
      return compareVariants(
        task,
        async (bundle) => (await loadVariant(bundle)).module,
        ({ caseLabel }) => void enter('calling', caseLabel),
      );
  }
}

/** Says that the variant is loaded and waits until the starter says go. The channel holds the process meanwhile. */
function heldGate(): () => Promise<void> {
  const go = new Promise((resolve) => process.once('message', resolve));
  return async () => {
    process.channel?.ref();
    await send({ kind: 'loaded' });
    await go;
    process.channel?.unref();
  };
}

function folderOf(task: Task): string {
  return task.kind === 'compare' ? task.baseline.cwd : task.variant.cwd;
}

process.once('message', (message: TaskMessage) => serve(message));
process.once('disconnect', () => process.exit(1));
