// The effects analysis and the strategies on code that nobody wrote for them: how time grows with a file, and whether anything throws.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { locateFunctions } from '../../src/engine/source/locate-functions.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Projects } from '../../src/engine/source/project.ts';
import { strategies } from '../../src/engine/strategies/catalog.ts';

export interface GrowthRow {
  readonly lines: number;
  readonly functions: number;
  readonly perFunctionMs: number;
}

/** One file of so many lines: functions that call the ones before them, write to arguments and close over variables. */
export function growthOf(lines: number, folder: string, projects: Projects): GrowthRow {
  const functions = Math.floor(lines / 9);
  const text = Array.from(
    { length: functions },
    (_, i) => `export function f${i}(xs: number[], table: Map<string, number>): number {
  let total = ${i};
  for (const [index, x] of xs.entries()) {
    total += Math.sqrt(x) * index + ${i < 1 ? '1' : `f${Math.max(0, i - 1 - (i % 7))}.length`};
    if (x > ${i}) table.set(String(x), total);
  }
  const add = (y: number): number => y + total;
  return xs.map(add).length;
}
`,
  ).join('');
  const file = path.join(folder, `generated-${lines}.ts`);
  const subject = openSubject({ file, text, select: { name: `f${functions - 1}` } }, projects);
  const nodes: Parameters<typeof analyzeEffects>[1][] = [];
  subject.sourceFile.forEachChild((node) => {
    if ('body' in node) nodes.push(node as Parameters<typeof analyzeEffects>[1]);
  });
  const start = performance.now();
  for (const node of nodes) analyzeEffects(subject, node);
  return { lines, functions: nodes.length, perFunctionMs: (performance.now() - start) / nodes.length };
}

export interface PackageRow {
  readonly name: string;
  readonly files: number;
  readonly functions: number;
  /** Functions that could not be opened as a subject, each with a sentence for the user. */
  readonly declined: number;
  /** Messages of what was thrown besides. */
  readonly crashes: readonly string[];
}

const largestFile = 600_000;
const mostFiles = 12;

/** Every function of a package's own code is located; every so-many-th is analysed and proposed on by every strategy. */
export function packageRow(name: string, root: string, every: number, projects: Projects): PackageRow | undefined {
  const folder = path.join(root, 'node_modules', name);
  if (!existsSync(folder)) return undefined;
  const all = sourcesBelow(folder);
  // From all over the package: the first ones in order are often all alike.
  const files = all.filter((_, index) => index % Math.ceil(all.length / mostFiles) === 0);
  let functions = 0;
  let declined = 0;
  const crashes: string[] = [];
  for (const file of files) {
    const listings = locateFunctions(file, readFileSync(file, 'utf8'));
    functions += listings.length;
    for (const { listing } of listings.filter((_, index) => index % every === 0)) {
      try {
        const subject = openSubject({ file, select: { line: listing.line } }, projects);
        const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: true };
        for (const strategy of strategies) strategy.propose(context);
      } catch (error) {
        if (error instanceof Error && error.name === 'SpeedlensFailure') declined++;
        else
          crashes.push(
            `${path.basename(file)}:${listing.line} ${error instanceof Error ? error.message : String(error)}`,
          );
      }
    }
  }
  return { name, files: files.length, functions, declined, crashes };
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.min|\.d)\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.slice(folder.length).includes('node_modules') && statSync(file).size < largestFile)
    .sort();
}
