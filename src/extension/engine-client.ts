// The extension's end of the engine process: forks it on the first request, pairs answers with requests, forks again after a crash.
// What the answers mean is left to the callers; the other end is src/engine-process/main.ts.
import { type ChildProcess, fork } from 'node:child_process';
import type { RunProgress } from '../model/progress.ts';
import type { EngineFailure, EngineMessage, EngineRequest, EngineResults } from '../protocol/engine-protocol.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';

export type EngineMethod = Exclude<EngineRequest['method'], 'cancel'>;
type Params<Method extends EngineMethod> = Extract<EngineRequest, { method: Method }>['params'];

/** A failure that the engine answered with, or its own end, as an error that the command table shows. */
export class EngineRequestFailed extends Error {
  override readonly name = 'EngineRequestFailed';
  readonly failure: EngineFailure;

  constructor(failure: EngineFailure) {
    super(failure.sentence);
    this.failure = failure;
  }
}

export interface EngineLog {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

export interface EngineClient {
  /** Rejects with EngineRequestFailed, or with the signal's reason when it is aborted. */
  request<Method extends EngineMethod>(
    method: Method,
    params: Params<Method>,
    run?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: RunProgress) => void },
  ): Promise<EngineResults[Method]>;
  /** True while the engine keeps crashing: what runs unasked (the code lens) should wait for the user's next command. */
  readonly isUnstable: boolean;
  /** Forks `enginePath` from the next request on; the running engine is ended. */
  use(enginePath: string): Promise<void>;
  dispose(): Promise<void>;
}

interface PendingRequest {
  readonly resolve: (result: EngineResults[keyof EngineResults]) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: RunProgress) => void) | undefined;
}

interface Engine {
  readonly child: ChildProcess;
  readonly pending: Map<number, PendingRequest>;
  readonly exited: Promise<void>;
}

const EXIT_LIMIT_MS = 3000;
const CANCEL_LIMIT_MS = 3000;
const CRASH_WINDOW_MS = 60_000;
const CRASHES_UNTIL_UNSTABLE = 3;

export function createEngineClient(options: {
  readonly enginePath: string;
  readonly log: EngineLog;
  readonly onStrategies: (rows: readonly StrategyRow[]) => void;
}): EngineClient {
  let enginePath = options.enginePath;
  let engine: Engine | undefined;
  let nextId = 1;
  let crashes: number[] = [];
  const { log } = options;

  function start(): Engine {
    const child = fork(enginePath, [], {
      // The extension host's own flags (--inspect, --dns-result-order) are not for the engine.
      execArgv: [],
      env: scrubbedEnvironment(process.env),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const pending = new Map<number, PendingRequest>();
    const started: Engine = { child, pending, exited: new Promise((resolve) => child.once('exit', () => resolve())) };
    child.stdout?.on('data', (chunk: Buffer) => log.info(chunk.toString().trimEnd()));
    child.stderr?.on('data', (chunk: Buffer) => log.warn(chunk.toString().trimEnd()));
    child.on('message', (message) => receive(started, message as EngineMessage));
    child.on('error', (error) => end(started, error.message));
    child.once('exit', (code, signal) => end(started, signal ?? `exit code ${code}`));
    log.info(`engine process ${child.pid} started`);
    return started;
  }

  function receive(from: Engine, message: EngineMessage): void {
    if (message.kind === 'ready') {
      if (message.strategies !== undefined) options.onStrategies(message.strategies);
      return;
    }
    const request = from.pending.get(message.id);
    if (request === undefined) return;
    if (message.kind === 'progress') {
      request.onProgress?.(message.progress);
      return;
    }
    from.pending.delete(message.id);
    if (message.kind === 'result') request.resolve(message.result);
    else if (message.kind === 'failed') request.reject(new EngineRequestFailed(message.failure));
    else request.reject(new DOMException('The engine stopped the request.', 'AbortError'));
  }

  /** Called once for a process that ended by itself; after `stop` the engine is no longer the current one. */
  function end(ended: Engine, how: string): void {
    if (engine === ended) {
      engine = undefined;
      crashes = [...crashes.filter((time) => Date.now() - time < CRASH_WINDOW_MS), Date.now()];
      log.error(`engine process ended: ${how}`);
    }
    for (const request of ended.pending.values()) request.reject(new EngineRequestFailed(engineEnded(how)));
    ended.pending.clear();
  }

  /** Closing the channel asks the engine to end its benchmark processes and itself; past the limit it is killed. */
  async function stop(): Promise<void> {
    const stopped = engine;
    if (stopped === undefined) return;
    engine = undefined;
    if (stopped.child.connected) stopped.child.disconnect();
    const limit = setTimeout(() => stopped.child.kill('SIGKILL'), EXIT_LIMIT_MS);
    await stopped.exited;
    clearTimeout(limit);
  }

  return {
    request(method, params, run = {}) {
      const { signal, onProgress } = run;
      if (signal?.aborted) return Promise.reject(signal.reason);
      engine ??= start();
      const { child, pending } = engine;
      const id = nextId++;
      return new Promise((resolve, reject) => {
        let patience: NodeJS.Timeout | undefined;
        // The request ends with the engine's own answer, given when its benchmark processes are gone; patience has a limit.
        const onAbort = () => {
          if (child.connected)
            child.send({ id: nextId++, method: 'cancel', params: { target: id } } satisfies EngineRequest);
          patience = setTimeout(() => pending.delete(id) && reject(signal?.reason), CANCEL_LIMIT_MS);
        };
        const settle = () => {
          clearTimeout(patience);
          signal?.removeEventListener('abort', onAbort);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        pending.set(id, {
          resolve: (result) => {
            settle();
            resolve(result as EngineResults[typeof method]);
          },
          reject: (error) => {
            settle();
            reject(signal?.aborted ? signal.reason : error);
          },
          onProgress,
        });
        child.send({ id, method, params } as EngineRequest);
      });
    },
    get isUnstable() {
      return crashes.filter((time) => Date.now() - time < CRASH_WINDOW_MS).length >= CRASHES_UNTIL_UNSTABLE;
    },
    async use(path) {
      await stop();
      enginePath = path;
      crashes = [];
    },
    dispose: stop,
  };
}

/** What a debugger or the editor itself put into the environment must reach neither the engine nor the user's code. */
export function scrubbedEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_CHANNEL_)/.test(name),
  );
  // In desktop VS Code the executable is Electron, which is a plain Node only when told so.
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' };
}

function engineEnded(how: string): EngineFailure {
  return {
    code: 'engine-ended',
    sentence: `The Speedlens engine stopped unexpectedly (${how}).`,
    nextStep: 'Run again: it starts anew. The log has its last words.',
  };
}
