// The engine process: answers the extension's requests over the IPC channel by calling the engine's front door.
// It lives as long as its parent: when the channel closes it stops every run, waits for their clean-up, and exits.
import {
  benchmark,
  createProjects,
  findNode,
  inputsTemplate,
  listFunctions,
  SpeedlensFailure,
  strategyRows,
} from '../engine/index.ts';
import type { EngineFailure, EngineMessage, EngineRequest, EngineResults } from '../protocol/engine-protocol.ts';

/** How long runs may take to end their benchmark processes and temporary folders once the parent is gone. */
const CLEAN_UP_LIMIT_MS = 2500;

interface GoingRequest {
  readonly controller: AbortController;
  readonly settled: Promise<void>;
}

const projects = createProjects();
const going = new Map<number, GoingRequest>();

process.on('message', (message) => receive(message as EngineRequest));
process.once('disconnect', () => void leave());
// A terminal's Ctrl-C reaches the whole group; the parent closes the channel when it is ready.
process.on('SIGINT', () => undefined);
process.once('SIGTERM', () => void leave());
send({ kind: 'ready', strategies: strategyRows() });

function receive(request: EngineRequest): void {
  if (request.method === 'cancel') {
    going.get(request.params.target)?.controller.abort(new DOMException('The request was cancelled.', 'AbortError'));
    send({ kind: 'result', id: request.id, result: null });
    return;
  }
  const controller = new AbortController();
  const settled = settle(request, controller.signal).finally(() => going.delete(request.id));
  going.set(request.id, { controller, settled });
}

/** Sends exactly one answer. Never rejects. */
async function settle(request: Exclude<EngineRequest, { method: 'cancel' }>, signal: AbortSignal): Promise<void> {
  const { id } = request;
  try {
    send({ kind: 'result', id, result: await answer(request, signal) });
  } catch (error) {
    if (signal.aborted) send({ kind: 'cancelled', id });
    else send({ kind: 'failed', id, failure: failureOf(error) });
  }
}

async function answer(
  request: Exclude<EngineRequest, { method: 'cancel' }>,
  signal: AbortSignal,
): Promise<EngineResults[keyof EngineResults]> {
  switch (request.method) {
    case 'list':
      return listFunctions(request.params.file, request.params.text);
    case 'bench':
      return benchmark(
        request.params,
        {
          signal,
          onProgress: (progress) => send({ kind: 'progress', id: request.id, progress }),
        },
        projects,
      );
    case 'inputs-template':
      return inputsTemplate(request.params, projects);
    case 'find-node':
      return findNode(request.params);
  }
}

function failureOf(error: unknown): EngineFailure {
  if (error instanceof SpeedlensFailure) return { code: error.code, sentence: error.message, nextStep: error.nextStep };
  return {
    code: 'internal',
    sentence: error instanceof Error ? error.message : String(error),
    nextStep: 'The log has the details.',
    ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }),
  };
}

async function leave(): Promise<void> {
  const runs = [...going.values()];
  for (const { controller } of runs) controller.abort(new DOMException('The editor has closed.', 'AbortError'));
  await Promise.race([
    Promise.allSettled(runs.map(({ settled }) => settled)),
    new Promise((resolve) => setTimeout(resolve, CLEAN_UP_LIMIT_MS)),
  ]);
  process.exit(0);
}

function send(message: EngineMessage): void {
  // After the parent has gone there is nobody to tell.
  if (process.connected) process.send?.(message);
}
