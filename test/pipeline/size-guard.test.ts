// The line that leaves small inputs to the original is code of ours like the rest: it is offered when it compiles and compares equal.
import { expect, test } from 'vitest';
import type { ObserveAnswer, SampleTask } from '../../src/engine/process/protocol.ts';
import type { Strategy } from '../../src/engine/strategies/strategy.ts';
import { expectValidReport } from '../support/report-schema.ts';
import {
  replacing,
  returned,
  type ScriptedRun,
  sameOnAll,
  scriptedRun,
  workingVerifier,
} from '../support/scripted-pipeline.ts';

const source = `export function double(xs: number[]): number[] {
  return xs.map((x) => x * 2);
}
`;
const sizes = [100, 1_000, 10_000, 100_000];
const guard = /if \(xs\.length < [\d_]+\) return double\(xs\);/;

/** Adds a form of the subject beside it, which takes `parameters`. */
function beside(parameters: string): Strategy {
  const head = `export async function doubleParallel(${parameters}): Promise<number[]> {`;
  return {
    ...replacing('workers', ''),
    propose: ({ subject: { file, text } }) => ({
      kind: 'candidates',
      candidates: [
        {
          strategy: 'workers',
          variant: 'split',
          summary: 'In parts.',
          signature: 'async',
          files: [
            {
              path: file,
              edits: [
                {
                  start: text.length,
                  end: text.length,
                  text: `\n${head}\n  return ${parameters.split(':')[0]}.map((x) => x * 2);\n}\n`,
                },
              ],
            },
          ],
          dependencies: {},
          workload: 'single',
          callBinding: 'doubleParallel',
          sizeGuard: {
            head,
            parameter: 0,
            counts: 'length',
            count: `${parameters.split(':')[0]}.length`,
            pieces: 'elements',
            original: `double(${parameters.split(':')[0]})`,
            indent: '  ',
            end: ';',
          },
          tolerance: 'exact',
          caveats: [],
        },
      ],
    }),
  };
}

const linear =
  (overhead: number, each: number) =>
  ({ caseIndex }: SampleTask, earlier: number): readonly number[] => {
    const time = overhead + each * (sizes[caseIndex] ?? 0);
    return [0, 1, 2, 3].map((sample) => time * (1 + (earlier + sample) / 1000));
  };

function run(parameters = 'xs: number[]', compare = workingVerifier, more: Partial<ScriptedRun> = {}) {
  return scriptedRun({
    source,
    strategies: [beside(parameters)],
    options: { budgetMs: 60_000 },
    ...more,
    script: {
      describe: () => ({
        cases: sizes.map((size, index) => ({ index, label: `n = ${size}`, size })),
        loadMs: 1,
      }),
      observe: ({ caseIndex }): ObserveAnswer => ({
        ...returned,
        arguments: [{ kind: 'array', length: sizes[caseIndex] }] as unknown as ObserveAnswer['arguments'],
      }),
      samples: {
        baseline: linear(0, 1000),
        'baseline-again': linear(0, 1000),
        'workers/split': linear(2_000_000, 400),
      },
      compare,
    },
  });
}

test('a rewrite that pays from some size on is offered with the guard, which was compared as well', async () => {
  const { report, runner, built } = await run();
  const [row] = report.results;
  expect(row).toMatchObject({ strategy: 'workers', verdict: 'faster', payingSizes: { measured: 'from' } });
  expect(row?.rewrite?.diff).toMatch(guard);
  expect(row?.reasons[0]).toMatchObject({ code: 'W19' });
  const compared = runner.tasks.flatMap((task) => (task.kind === 'compare' ? [task.candidate.id] : []));
  expect(built).toContain('workers/split-guarded');
  expect(compared).toContain('workers/split-guarded');
  expectValidReport(report);
});

test('a guard that makes a difference is not offered: the rewrite stays as it was measured', async () => {
  const { report } = await run('xs: number[]', (task) =>
    task.candidate.id.endsWith('-guarded')
      ? { ...sameOnAll, counterexample: { args: '[]', expected: '1', actual: '2' } }
      : workingVerifier(task),
  );
  const [row] = report.results;
  expect(row?.verdict).toBe('faster');
  expect(row?.rewrite?.diff).not.toContain('return double(');
  expect(row?.reasons.map(({ code }) => code)).not.toContain('W19');
});

test('nor is one that does not compile, as where the name of the function means a parameter', async () => {
  const { report, built } = await run('double: number[]');
  const [row] = report.results;
  expect(row?.verdict).toBe('faster');
  expect(row?.rewrite?.diff).not.toContain('return double(');
  expect(built).not.toContain('workers/split-guarded');
});
