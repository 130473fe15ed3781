// `speedlens bench`: runs the targets one after another, prints each report as it is there, writes the files that were asked for.
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { benchmark, createProjects, findNode, type Projects, SpeedlensFailure, strategyRows } from '../engine/index.ts';
import type { BenchOptions } from '../model/bench-options.ts';
import type { Report } from '../model/report.ts';
import { formatSeconds } from '../present/format-duration.ts';
import { reportsToHtml } from '../present/html.ts';
import { reportToMarkdown } from '../present/markdown.ts';
import { overviewText, type Palette, plainPalette, reportText } from '../present/text-table.ts';
import { titleAmong } from '../present/verdict-sentence.ts';
import { benchTargets, type Target } from './bench-targets.ts';
import { createProgressLine } from './progress-line.ts';

export interface BenchFlags {
  readonly inputs?: string;
  readonly sizes?: readonly number[];
  readonly strategies?: readonly string[];
  /** Milliseconds for one function. */
  readonly budget: number;
  readonly json?: string;
  readonly html?: string;
  readonly markdown?: string;
  readonly node?: string;
  readonly seed: number;
  readonly allowWrite?: readonly string[];
}

export async function bench(wanted: readonly string[], flags: BenchFlags, signal: AbortSignal): Promise<number> {
  checkFlags(flags);
  const { path: nodePath } = await findNode({
    configured: flags.node === undefined ? process.execPath : path.resolve(flags.node),
    folder: process.cwd(),
  });
  const targets = wanted.flatMap((text) => benchTargets(text));
  const started = Date.now();
  const projects = createProjects();
  const reports: Report[] = [];
  const failed: SpeedlensFailure[] = [];
  const textToStdout = !reportFiles(flags).includes('-');
  for (const [index, target] of targets.entries()) {
    const outcome = await benchOne(target, targets.length > 1 ? `[${index + 1}/${targets.length}] ` : '', {
      flags,
      nodePath,
      projects,
      signal,
      isFirst: index === 0,
    });
    if (outcome instanceof SpeedlensFailure) {
      if (targets.length === 1) throw outcome;
      failed.push(outcome);
      process.stderr.write(`${outcome.message} ${outcome.nextStep}\n\n`);
      continue;
    }
    reports.push(outcome);
    if (textToStdout) process.stdout.write(`${reportText(outcome, titleOf, palette(process.stdout), columns())}\n`);
  }
  writeReports(reports, flags, targets.length > 1);
  if (textToStdout && reports.length > 1)
    process.stdout.write(`${overviewText(reports, titleOf, palette(process.stdout), columns())}\n`);
  if (targets.length > 1)
    process.stderr.write(
      `${reports.length} function${reports.length === 1 ? '' : 's'} in ${formatSeconds(Date.now() - started)}${failed.length > 0 ? `, ${failed.length} could not be run` : ''}.\n`,
    );
  if (flags.html !== undefined && reports.length > 0)
    process.stderr.write(`The report is in ${path.resolve(flags.html)}\n`);
  return failed.length > 0 ? 3 : 0;
}

async function benchOne(
  target: Target,
  prefix: string,
  context: {
    readonly flags: BenchFlags;
    readonly nodePath: string;
    readonly projects: Projects;
    readonly signal: AbortSignal;
    /** Starting the command and looking for Node count as part of its budget. */
    readonly isFirst: boolean;
  },
): Promise<Report | SpeedlensFailure> {
  const { flags, nodePath, projects, signal, isFirst } = context;
  const progressLine = createProgressLine(process.stderr);
  const options: BenchOptions = {
    file: target.file,
    select: target.select,
    ...(flags.inputs === undefined ? {} : { inputsModule: path.resolve(flags.inputs) }),
    ...(flags.sizes === undefined ? {} : { sizes: flags.sizes }),
    ...(flags.strategies === undefined ? {} : { strategies: flags.strategies }),
    budgetMs: flags.budget,
    seed: flags.seed,
    nodePath,
    runtime: 'node',
    allowWrite: (flags.allowWrite ?? []).map((folder) => path.resolve(folder)),
  };
  try {
    return await benchmark(
      options,
      {
        signal,
        onProgress: (progress) => progressLine.show(`${prefix}${target.title}`, progress),
        ...(isFirst ? { begunAtMs: 0 } : {}),
      },
      projects,
    );
  } catch (error) {
    if (error instanceof SpeedlensFailure) return error;
    throw error;
  } finally {
    progressLine.clear();
  }
}

function checkFlags(flags: BenchFlags): void {
  const known = strategyRows().map((row) => row.id);
  for (const strategy of flags.strategies ?? []) {
    if (!known.includes(strategy.split('/', 1)[0] ?? ''))
      throw new SpeedlensFailure(
        'no-such-strategy',
        `There is no strategy ${strategy}.`,
        `Choose from: ${known.join(', ')}.`,
        2,
      );
  }
  // Found out before the run, not after it.
  for (const file of reportFiles(flags)) {
    if (file === '-') continue;
    const target = path.resolve(file);
    if (!existsSync(path.dirname(target)))
      throw new SpeedlensFailure(
        'no-such-folder',
        `There is no folder ${path.dirname(target)}.`,
        'Make it first, or name another place for the report.',
        2,
      );
    if (existsSync(target) && statSync(target).isDirectory())
      throw new SpeedlensFailure('not-a-file', `${target} is a folder.`, 'Name a file for the report.', 2);
  }
  if (reportFiles(flags).filter((file) => file === '-').length > 1)
    throw new SpeedlensFailure(
      'one-standard-output',
      'Only one report can go to standard output.',
      'Name a file for the other one.',
      2,
    );
}

function reportFiles(flags: BenchFlags): string[] {
  return [flags.json, flags.html, flags.markdown].filter((file) => file !== undefined);
}

/** Several functions give a list, whatever became of them; one gives the Report itself. */
function writeReports(reports: readonly Report[], flags: BenchFlags, asList: boolean): void {
  if (reports.length === 0) return;
  const [only] = reports;
  if (flags.json !== undefined) write(flags.json, `${JSON.stringify(asList ? reports : only, null, 2)}\n`);
  if (flags.markdown !== undefined)
    write(flags.markdown, reports.map((report) => reportToMarkdown(report, titleOf)).join('\n'));
  if (flags.html !== undefined) write(flags.html, reportsToHtml(reports, strategyRows(), pageAssets()));
}

/** The script and the style of the page lie beside the command: dist/webview.js and media/report.css. */
function pageAssets(): { script: string; style: string } {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return {
    script: readFileSync(path.join(here, 'webview.js'), 'utf8'),
    style: readFileSync(path.join(here, '../media/report.css'), 'utf8'),
  };
}

/** Never leaves half a file: written beside, then renamed. */
function write(file: string, text: string): void {
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  const target = path.resolve(file);
  writeFileSync(`${target}.tmp`, text);
  renameSync(`${target}.tmp`, target);
}

function titleOf(strategy: string): string {
  return titleAmong(strategyRows(), strategy);
}

function columns(): number {
  return process.stdout.isTTY ? Math.min(120, process.stdout.columns) : 100;
}

function palette(stream: NodeJS.WriteStream): Palette {
  if (!stream.isTTY || process.env['NO_COLOR'] !== undefined) return plainPalette;
  return { bold: pc.bold, dim: pc.dim, good: (text) => pc.green(pc.bold(text)), bad: (text) => pc.red(pc.bold(text)) };
}
