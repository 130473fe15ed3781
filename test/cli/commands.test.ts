// What the commands do when all is well, as real processes: list, bench with its outputs and Ctrl-C, apply with its refusals.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, StrategyResult } from '../../src/model/report.ts';
import { expectValidReport } from '../support/report-schema.ts';
import { measuredResult, sampleReport } from '../support/sample-report.ts';
import { type ScratchCli, scratchCli } from '../support/scratch-cli.ts';

const SUM = `/** @param {number} n */
export function sum(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += i % 7;
  return total;
}
`;

let cli: ScratchCli;
beforeAll(async () => {
  cli = await scratchCli();
  cli.write('sum.js', SUM);
  cli.write('sum.inputs.js', 'export default { sum: { sizes: [10, 1000], args: (n) => [n] } };\n');
}, 120_000);
afterAll(() => cli.remove());

describe('list', () => {
  it('prints one function a line: name, line, kind, and why one cannot be run alone', async () => {
    cli.write(
      'several.ts',
      'export const twice = (n: number) => 2 * n;\nexport class Grid {\n  static async *rows() { yield 1; }\n}\nexport function outer(a: number) {\n  const inner = (b: number) => a + b;\n  return inner(1);\n}\n',
    );
    const finished = await cli.run(['list', 'several.ts']);
    expect(finished).toMatchObject({ status: 0, stderr: '' });
    const rows = finished.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(rows.map(([name, line, kind]) => `${name}:${line} ${kind}`)).toEqual([
      'twice:1 arrow',
      'Grid.rows:3 async generator static-method',
      'outer:5 function',
      expect.stringMatching(/inner:6 arrow$/),
    ]);
    expect(rows[3]?.[3]).toMatch(/^\(not run alone: .*\ba\b.*\)$/);
  });

  it('says so when there is none', async () => {
    cli.write('empty.ts', 'export {};\n');
    expect(await cli.run(['list', 'empty.ts'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'empty.ts has no functions.\n',
    });
  });
});

describe('bench', () => {
  it('writes every output that was asked for; standard output holds nothing but the JSON', async () => {
    const args = ['bench', 'sum.js#sum', '--budget', '8s', '--strategies', 'memoization', '--seed', '7'];
    const finished = await cli.run([...args, '--json', '-', '--html', 'page.html', '--markdown', 'notes.md']);
    expect(finished).toMatchObject({ status: 0, leftInTemporaryFolder: [], leftRunning: [] });

    const report = JSON.parse(finished.stdout) as Report;
    expectValidReport(report);
    expect(report.subject).toMatchObject({ name: 'sum', line: 2, textSha256: sha256(SUM) });
    expect(report.inputs.cases.map(({ size }) => size)).toEqual([10, 1000]);
    expect(report.results.map(({ strategy }) => strategy)).toEqual(['memoization']);

    expect(cli.read('notes.md')).toContain('## `sum`');
    expect(cli.read('page.html')).toContain(`"textSha256":"${sha256(SUM)}"`);
    expect(existsSync(path.join(cli.folder, 'page.html.tmp'))).toBe(false);
    expect(cli.read('sum.js')).toBe(SUM);

    // Progress in plain lines: no carriage returns, no colours, each with the name and the time.
    const progress = finished.stderr.trimEnd().split('\n');
    expect(progress.pop()).toBe(`The report is in ${path.join(cli.folder, 'page.html')}`);
    expect(progress.length).toBeGreaterThan(3);
    for (const line of progress) expect(line).toMatch(/^sum: \S.*, \d+(\.\d)? (s|min \d+ s)(, about .+ left)?$/);
    for (const character of ['\r', '\u001b']) expect(finished.stderr).not.toContain(character);
  }, 120_000);

  it('prints the report for reading when no output is asked for, without colours into a pipe', async () => {
    const finished = await cli.run([
      'bench',
      'sum.js',
      '--budget',
      '8s',
      '--sizes',
      '20',
      '--strategies',
      'typed-arrays',
    ]);
    expect(finished).toMatchObject({ status: 0, leftInTemporaryFolder: [], leftRunning: [] });
    expect(finished.stdout).toMatch(/^sum {2}.*sum\.js:2\n/);
    expect(finished.stdout).toMatch(/n = 20/);
    expect(finished.stdout).toMatch(/– Typed arrays: not applicable/);
    expect(finished.stdout).not.toContain('\u001b');
  }, 120_000);

  it('of several functions runs the good ones, tells of the others, and ends with status 3', async () => {
    cli.write('both/good.js', SUM);
    cli.write('both/bad.js', "export function bad(n) { throw new Error('never ' + n); }\n");
    cli.write('both/good.inputs.js', 'export default { sum: { sizes: [10], args: (n) => [n] } };\n');
    cli.write('both/bad.inputs.js', 'export default { bad: { sizes: [10], args: (n) => [n] } };\n');
    const finished = await cli.run([
      'bench',
      'both',
      '--budget',
      '8s',
      '--strategies',
      'typed-arrays',
      '--json',
      'both.json',
    ]);
    expect(finished).toMatchObject({ status: 3, leftInTemporaryFolder: [], leftRunning: [] });
    expect(finished.stderr).toContain('bad could not be run: it throws on every case (Error: never 10).');
    expect(finished.stderr).toMatch(/1 functions? in .*, 1 could not be run\./);
    const reports = JSON.parse(cli.read('both.json')) as Report[];
    expect(reports.map(({ subject }) => subject.name)).toEqual(['sum']);
  }, 120_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in the middle ends with status 130 and leaves nothing',
    async (signal) => {
      cli.write(
        'slow.js',
        'export function slow(n) { const end = Date.now() + n; while (Date.now() < end); return n; }\n',
      );
      cli.write('slow.inputs.js', 'export default { slow: { sizes: [300], args: (n) => [n] } };\n');
      let sent = false;
      const finished = await cli.run(
        ['bench', 'slow.js#slow', '--budget', '60s', '--json', 'slow.json'],
        (stderr, child) => {
          if (sent || !stderr.includes('trying the function')) return;
          sent = true;
          child.kill(signal);
        },
      );
      expect(finished).toMatchObject({ status: 130, stdout: '', leftInTemporaryFolder: [], leftRunning: [] });
      expect(finished.stderr).toMatch(/\nCancelled\. Nothing was left behind\.\n$/);
      expect(existsSync(path.join(cli.folder, 'slow.json'))).toBe(false);
    },
    120_000,
  );
});

describe('apply', () => {
  const BEFORE = 'export function old(n) {\n  return n;\n}\n';

  /** A report about `name` whose rewrite renames the function and adds a file beside it. */
  function writeReport(name: string, change: (result: StrategyResult) => StrategyResult = (result) => result): void {
    const file = cli.write(`${name}.js`, BEFORE);
    const result = measuredResult('workers', 'faster', 3, {
      rewrite: {
        signature: 'async',
        files: [
          {
            path: file,
            edits: [
              { start: 16, end: 19, text: 'fresh' },
              { start: 34, end: 35, text: 'n + 0' },
            ],
          },
          { path: path.join(cli.folder, `${name}.worker.js`), newText: 'export default 1;\n' },
        ],
        dependencies: { piscina: '^5.3.2' },
        diff: '',
      },
    });
    const sample = sampleReport([change(result)]);
    const report = { ...sample, subject: { ...sample.subject, file, textSha256: sha256(BEFORE) } };
    cli.write(`${name}.json`, JSON.stringify(report));
  }

  const apply = (name: string, ...more: string[]) =>
    cli.run(['apply', `${name}.json`, '--strategy', 'workers', ...more]);
  const hasWorker = (name: string) => existsSync(path.join(cli.folder, `${name}.worker.js`));

  it('writes the edits and the new files, and says what to install', async () => {
    writeReport('done');
    const finished = await apply('done');
    expect(finished).toMatchObject({ status: 0, stderr: '' });
    expect(finished.stdout.split('\n')).toEqual([
      `changed ${path.join(cli.folder, 'done.js')}`,
      `created ${path.join(cli.folder, 'done.worker.js')}`,
      'The new code imports piscina@^5.3.2: npm install piscina@^5.3.2',
      '',
    ]);
    expect(cli.read('done.js')).toBe('export function fresh(n) {\n  return n + 0;\n}\n');
    expect(cli.read('done.worker.js')).toBe('export default 1;\n');
  });

  it('refuses a file that has changed since, and writes nothing', async () => {
    writeReport('stale');
    cli.write('stale.js', `${BEFORE}// edited\n`);
    const finished = await apply('stale');
    expect(finished).toMatchObject({ status: 1, stdout: '' });
    expect(finished.stderr).toMatch(/^\S*stale\.js has changed since it was benchmarked\. .*\n$/);
    expect(cli.read('stale.js')).toBe(`${BEFORE}// edited\n`);
    expect(hasWorker('stale')).toBe(false);
  });

  describe('of several files', () => {
    const CALLER = "\uFEFFimport { old } from './shared.js';\r\nold(1);\r\n";

    function writeSharedReport(name: string, more: readonly { path: string; newText: string }[] = []): string {
      const caller = cli.write(`${name}-caller.js`, CALLER);
      const start = CALLER.indexOf('old(1)');
      const edited = {
        path: caller,
        edits: [{ start, end: start + 3, text: 'fresh' }],
        textSha256: sha256(CALLER),
      };
      writeReport(name, (result) => {
        if (result.rewrite === undefined) throw new Error('The sample has a rewrite.');
        const [own, ...added] = result.rewrite.files;
        const files = own === undefined ? [] : [own, edited, ...added, ...more];
        return { ...result, rewrite: { ...result.rewrite, files } };
      });
      return caller;
    }

    it('writes all of them, byte for byte but for the edits, through links', async () => {
      const caller = writeSharedReport('shared');
      renameSync(caller, `${caller}.kept`);
      symlinkSync(`${caller}.kept`, caller);
      const finished = await apply('shared');
      expect(finished).toMatchObject({ status: 0, stderr: '' });
      expect(finished.stdout).toContain(`changed ${caller}\n`);
      expect(cli.read('shared-caller.js.kept')).toBe(CALLER.replace('old(1)', 'fresh(1)'));
      expect(lstatSync(caller).isSymbolicLink()).toBe(true);
    });

    it('refuses when one of the others has changed since, by its name, and writes nothing', async () => {
      const caller = writeSharedReport('moved');
      cli.write('moved-caller.js', `${CALLER}// edited\n`);
      const finished = await apply('moved');
      expect(finished).toMatchObject({ status: 1, stdout: '' });
      expect(finished.stderr).toContain(`${caller} has changed since it was benchmarked.`);
      expect(cli.read('moved.js')).toBe(BEFORE);
      expect(hasWorker('moved')).toBe(false);
    });

    it('refuses a file that is not UTF-8 any longer', async () => {
      const caller = writeSharedReport('latin');
      writeFileSync(caller, Buffer.from('// gr\xF6\xDFe\n', 'latin1'));
      expect(await apply('latin')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining(`${caller} is not written in UTF-8`) as string,
      });
      expect(cli.read('latin.js')).toBe(BEFORE);
    });

    it('leaves every file as it was when one of them cannot be written', async () => {
      writeSharedReport('blocked', [{ path: path.join(cli.folder, 'blocked.js/inside.js'), newText: '' }]);
      const finished = await apply('blocked');
      expect(finished).toMatchObject({ status: 1, stdout: '' });
      expect(finished.stderr).toMatch(/blocked\.js\/inside\.js could not be written: .* nothing was changed\./);
      expect(cli.read('blocked.js')).toBe(BEFORE);
      expect(cli.read('blocked-caller.js')).toBe(CALLER);
      expect(hasWorker('blocked')).toBe(false);
      expect(readdirSync(cli.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });
  });

  it('refuses when a new file is already there, and writes nothing', async () => {
    writeReport('taken');
    cli.write('taken.worker.js', 'mine\n');
    const finished = await apply('taken');
    expect(finished).toMatchObject({ status: 1, stdout: '' });
    expect(finished.stderr).toMatch(
      /^The rewrite needs a new file \S*taken\.worker\.js, and one is already there\. .*\n$/,
    );
    expect(cli.read('taken.js')).toBe(BEFORE);
    expect(cli.read('taken.worker.js')).toBe('mine\n');
  });

  it.each<readonly [string, (result: StrategyResult) => StrategyResult]>([
    ['not-equivalent', (result) => ({ ...result, verdict: 'not-equivalent' })],
    ['failed', (result) => ({ ...result, verdict: 'failed' })],
    ['unverified', (result) => ({ ...result, equivalence: { cases: 0, generatedCases: 0, tolerance: 'exact' } })],
  ])('refuses a rewrite that is %s', async (name, change) => {
    writeReport(name, change);
    const finished = await apply(name);
    expect(finished).toMatchObject({ status: 1, stdout: '' });
    expect(finished.stderr).toMatch(/^The workers rewrite of sieve was not shown to be equivalent\. .*\n$/);
    expect(cli.read(`${name}.js`)).toBe(BEFORE);
    expect(hasWorker(name)).toBe(false);
  });

  it('refuses a rewrite that was compared at a first look only, since it was not shown to be faster', async () => {
    const firstLook = { cases: 12, generatedCases: 10, firstLook: true, tolerance: 'exact' } as const;
    writeReport('looked', (result) => ({ ...result, verdict: 'withheld', equivalence: firstLook }));
    const finished = await apply('looked');
    expect(finished).toMatchObject({ status: 1, stdout: '' });
    expect(finished.stderr).toMatch(/^The workers rewrite of sieve was not shown to be faster, .* larger budget .*\n$/);
    expect(cli.read('looked.js')).toBe(BEFORE);
  });

  it('refuses a strategy without a rewrite, and one that the report does not know', async () => {
    writeReport('none', ({ rewrite: _none, ...result }) => result);
    expect((await apply('none')).stderr).toMatch(/^The report has no workers rewrite of sieve\. /);
    const unknown = await cli.run(['apply', 'none.json', '--strategy', 'turbo']);
    expect(unknown).toMatchObject({ status: 2, stderr: 'There is no strategy turbo. Choose from: workers.\n' });
  });

  it('asks which function is meant when the file holds several reports', async () => {
    writeReport('one');
    const [one, other] = [JSON.parse(cli.read('one.json')) as Report, sampleReport([])];
    cli.write('many.json', JSON.stringify([one, { ...other, subject: { ...other.subject, name: 'other' } }]));
    const asked = await apply('many');
    expect(asked).toMatchObject({ status: 2, stdout: '' });
    expect(asked.stderr).toMatch(/Choose one with --function: sieve, other\.\n$/);
    expect(await apply('many', '--function', 'sieve')).toMatchObject({ status: 0 });
    expect(hasWorker('one')).toBe(true);
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
