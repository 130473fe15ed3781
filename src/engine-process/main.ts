// Entry of dist/engine.mjs. Node 22.1 and newer keep what they compiled in the system's temporary folder, so that the next start takes half as long.
import nodeModule from 'node:module';

const { enableCompileCache, flushCompileCache } = nodeModule as {
  readonly enableCompileCache?: () => unknown;
  readonly flushCompileCache?: () => void;
};
enableCompileCache?.();
await import('./answer-requests.ts');
// It is written when a process ends by itself, which this one rarely does.
flushCompileCache?.();
