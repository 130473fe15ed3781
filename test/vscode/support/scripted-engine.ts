// A stand-in for the engine process that speaks the real protocol and answers by the names of functions, so that the suite can show every
// turn a run may take without measuring anything. Names that it knows: fib, pooled, shared, wrong, endless, broken, crash, buggy.
import { existsSync, readFileSync } from 'node:fs';
import type { BenchOptions } from '../../../src/model/bench-options.ts';
import type { FunctionListing } from '../../../src/model/function-listing.ts';
import type { RunProgress } from '../../../src/model/progress.ts';
import type { EngineMessage, EngineRequest } from '../../../src/protocol/engine-protocol.ts';
import { scriptedReport } from './scripted-report.ts';

const ROUNDS = 4;
const ROUND_MS = 60;
const cancelled = new Set<number>();

process.once('disconnect', () => process.exit(0));
process.on('message', (message) => void answer(message as EngineRequest));
send({
  kind: 'ready',
  strategies: ['workers', 'typed-arrays', 'memoization'].map((id) => ({
    id,
    title: id.charAt(0).toUpperCase() + id.slice(1),
    folklore: 'scripted',
    whenNotToUse: 'Never in earnest.',
  })),
});

async function answer(request: EngineRequest): Promise<void> {
  const { id } = request;
  switch (request.method) {
    case 'cancel':
      cancelled.add(request.params.target);
      send({ kind: 'result', id, result: null });
      return;
    case 'list':
      send({ kind: 'result', id, result: listings(request.params.text ?? readFileSync(request.params.file, 'utf8')) });
      return;
    case 'find-node':
      await findNode(id, request.params.configured);
      return;
    case 'inputs-template': {
      const path = request.params.file.replace(/\.(\w+)$/, '.inputs.$1');
      const text = `export default {\n  ${request.params.name}: { sizes: [1], args: (n) => [n] },\n};\n`;
      send({ kind: 'result', id, result: { path, text, exists: existsSync(path) } });
      return;
    }
    case 'bench':
      await bench(id, request.params);
  }
}

async function findNode(id: number, configured: string | undefined): Promise<void> {
  if (configured !== undefined && !existsSync(configured)) {
    const failure = {
      code: 'no-node',
      sentence: `There is no Node at ${configured}.`,
      nextStep: 'Change the setting speedlens.nodePath.',
    };
    send({ kind: 'failed', id, failure });
    return;
  }
  const path = configured ?? process.execPath;
  send({ kind: 'result', id, result: { path, version: process.version, runtime: 'node', notes: [] } });
}

async function bench(id: number, options: BenchOptions): Promise<void> {
  const text = options.text ?? readFileSync(options.file, 'utf8');
  const { name, line } = options.select;
  const listing = listings(text).find((candidate) =>
    name === undefined ? candidate.line === line : candidate.name === name,
  );
  if (listing === undefined) {
    send({ kind: 'failed', id, failure: { code: 'no-such-function', sentence: 'Gone.', nextStep: 'Choose another.' } });
    return;
  }
  if (listing.name === 'crash') process.exit(7);
  const report = scriptedReport(options, text, listing);
  const rounds = listing.name === 'endless' ? Number.POSITIVE_INFINITY : ROUNDS;
  for (let round = 1; round <= rounds; round++) {
    const progress: RunProgress = {
      phase: 'measuring',
      message: `round ${round} of ${ROUNDS}`,
      round,
      rounds: ROUNDS,
      elapsedMs: round * ROUND_MS,
      remainingMs: Math.max(0, ROUNDS - round) * ROUND_MS,
      partial: { ...report, results: report.results.slice(0, round - 1) },
    };
    send({ kind: 'progress', id, progress });
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
    if (cancelled.has(id)) {
      send({ kind: 'cancelled', id });
      return;
    }
  }
  if (listing.name === 'broken') {
    send({
      kind: 'failed',
      id,
      failure: { code: 'always-throws', sentence: 'broken throws on every case.', nextStep: 'Give other inputs.' },
    });
  } else if (listing.name === 'buggy') {
    send({
      kind: 'failed',
      id,
      failure: { code: 'internal', sentence: 'a bug', nextStep: '', stack: 'Error: a bug\n    at nowhere' },
    });
  } else {
    send({ kind: 'result', id, result: report });
  }
}

/** Function declarations at the start of a line are runnable, indented ones are nested and so are not. */
function listings(text: string): FunctionListing[] {
  return [...text.matchAll(/^( *)(?:export )?function (\w+)/gm)].map((match): FunctionListing => {
    const [whole, indentation = '', name = ''] = match;
    const start = match.index + whole.indexOf('function');
    const end = text.indexOf(`\n${indentation}}`, start) + 2 + indentation.length;
    const before = text.slice(0, match.index + whole.length - name.length).split('\n');
    return {
      name,
      kind: 'function',
      isAsync: false,
      isGenerator: false,
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      start,
      end,
      endLine: text.slice(0, end).split('\n').length,
      ...(indentation !== '' && {
        notRunnable: { code: 'captures', message: 'it uses count and limit of the function around it.' },
      }),
    };
  });
}

function send(message: EngineMessage): void {
  if (process.connected) process.send?.(message);
}
