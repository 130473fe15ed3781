// A run that measures worker threads, cancelled at every stage: nothing of it goes on.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchCli, scratchCli } from '../support/scratch-cli.ts';

const SETTLE = `/** @param {number[]} rounds @returns {number[]} */
export function settleAll(rounds) {
  const settled = [];
  for (const count of rounds) {
    let value = 1;
    for (let round = 0; round < count; round++) value = Math.sqrt(value + round);
    settled.push(value);
  }
  return settled;
}
`;

let cli: ScratchCli;
beforeAll(async () => {
  cli = await scratchCli();
  cli.write('settle.js', SETTLE);
  cli.write(
    'settle.inputs.js',
    'export default { settleAll: { sizes: [100, 1000], args: (n) => [Array.from({ length: n }, () => 2000)] } };\n',
  );
}, 120_000);
afterAll(() => cli.remove());

const lastStages = ['comparing what is worth', 'finding where'];

/** The last stages have to be reached, the very last one with time left for it; the others are not seen to their end. */
function budgetUntil(stage: string): string {
  if (!lastStages.includes(stage)) return '60s';
  return stage === lastStages.at(-1) ? '40s' : '8s';
}

it.each([
  'trying the function',
  'looking for rewrites',
  'building the rewrites',
  'a first look at the rewrites',
  'measuring',
  'round 2',
  ...lastStages,
])(
  'cancelled at "%s", a run with workers leaves no process and no file',
  async (stage) => {
    let isReached = false;
    const finished = await cli.run(
      ['bench', 'settle.js#settleAll', '--budget', budgetUntil(stage), '--strategies', 'workers'],
      (text, child) => {
        if (isReached || !text.includes(stage)) return;
        isReached = true;
        child.kill('SIGINT');
      },
    );
    expect({ isReached, ...finished, stderr: '' }).toEqual({
      isReached: true,
      status: 130,
      stdout: '',
      stderr: '',
      leftInTemporaryFolder: [],
      leftRunning: [],
    });
  },
  120_000,
);
