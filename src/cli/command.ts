// The `speedlens` command. The only place that turns a failure into an exit status:
// 0 done, 1 a check failed, 2 usage, 3 the function could not be run, 130 cancelled.
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { SpeedlensFailure, strategyRows, version } from '../engine/index.ts';
import { apply } from './apply.ts';
import { type BenchFlags, bench } from './bench.ts';
import { list } from './list.ts';

const defaultBudget = '15s';
/** Starting, reading the project and looking for rewrites take three to five seconds, and the rounds of one claim the rest. */
const leastBudgetMs = 8000;

async function main(): Promise<number> {
  const cancel = new AbortController();
  // A second Ctrl-C ends at once: children die with their parent.
  process.on('SIGINT', () => (cancel.signal.aborted ? process.exit(130) : cancel.abort()));
  process.on('SIGTERM', () => cancel.abort());
  process.on('SIGHUP', () => cancel.abort());
  // Whoever read our output has gone (`speedlens bench ... | head`): there is no one left to work for.
  process.stdout.on('error', () => cancel.abort());
  let status = 0;
  const program = createProgram(async (run) => {
    status = await run(cancel.signal);
  });
  try {
    await program.parseAsync(process.argv);
    return status;
  } catch (error) {
    if (cancel.signal.aborted) {
      process.stderr.write('Cancelled. Nothing was left behind.\n');
      return 130;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof SpeedlensFailure) {
      process.stderr.write(`${error.message} ${error.nextStep}\n`);
      return error.exitStatus;
    }
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `Speedlens itself failed: ${reason}\nThis is our mistake, not yours. Set SPEEDLENS_DEBUG=1 to see where.\n`,
    );
    if (process.env['SPEEDLENS_DEBUG'] !== undefined && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    return 3;
  }
}

function createProgram(start: (run: (signal: AbortSignal) => Promise<number> | number) => Promise<void>): Command {
  const program = new Command('speedlens')
    .description('Could this function be faster, how, from which size on, and is it still right?')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(run speedlens --help for the commands and their options)');
  program
    .command('bench')
    .description('benchmark a function against automatic rewrites of itself')
    .argument('<target...>', 'file#function, file:line, a file (all its functions) or a folder')
    .option('--inputs <module>', 'inputs module; found beside the source when not given')
    .option('--sizes <list>', 'input sizes, for example 1e3,1e5', parseSizes)
    .option(
      '--strategies <list>',
      `strategies to try: ${strategyRows()
        .map((row) => row.id)
        .join(',')}`,
      parseList,
    )
    .option(
      '--budget <time>',
      `time for one function, for example 15s or 2min; at least ${leastBudgetMs / 1000}s`,
      parseDuration,
      parseDuration(defaultBudget),
    )
    .option('--json <file>', 'write the report as JSON (- for standard output)')
    .option('--html <file>', 'write the report as one self-contained page')
    .option('--markdown <file>', 'write the report as Markdown (- for standard output)')
    .option('--node <path>', 'the Node to benchmark with; this one when not given')
    .option('--seed <number>', 'seed of inputs, order and statistics', parseSeed, 1)
    .option('--allow-write <folder...>', 'folders that the function may write to; none otherwise')
    .action((targets: string[], flags: BenchFlags) => start((signal) => bench(targets, flags, signal)));
  program
    .command('list')
    .description('list the functions of a file that can be benchmarked: name, line, kind')
    .argument('<file>', 'source file')
    .action((file: string) => start(() => list(file)));
  program
    .command('apply')
    .description('write a suggested rewrite; refused when the file changed since')
    .argument('<report>', 'report written with --json')
    .requiredOption('--strategy <id>', 'whose rewrite')
    .option('--function <name>', 'which function, for a file with several reports')
    .action((report: string, flags: { strategy: string; function?: string }) => start(() => apply(report, flags)));
  return program;
}

function parseList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function parseSizes(text: string): number[] {
  const sizes = parseList(text).map(Number);
  if (sizes.length === 0 || !sizes.every((size) => Number.isSafeInteger(size) && size >= 0))
    throw new InvalidArgumentError('Sizes are whole numbers separated by commas, for example 1e3,1e5.');
  return [...sizes].sort((a, b) => a - b);
}

/** Milliseconds from '15s', '7500ms', '2min' or a bare number of seconds. */
function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|min)?$/.exec(text.trim());
  const scale = { ms: 1, s: 1000, m: 60_000, min: 60_000 }[match?.[2] ?? 's'] ?? 1000;
  const milliseconds = Number(match?.[1]) * scale;
  if (match === null || milliseconds < leastBudgetMs)
    throw new InvalidArgumentError(
      `A time is a number with ms, s or min, at least ${leastBudgetMs / 1000}s: nothing can be told sooner.`,
    );
  return milliseconds;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError('A seed is a whole number.');
  return seed;
}

// The exit code is set, not forced: what was written to a pipe must get there first.
process.exitCode = await main();
