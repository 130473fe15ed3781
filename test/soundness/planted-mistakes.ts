// Tests that plant mistakes into the expected rewrites of fixtures and hold them against the original with the product's own verifier, on inputs
// that it makes up.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { type BenchmarkProcesses, createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { strategies } from '../../src/engine/strategies/catalog.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { type BundledChild, bundleChild } from '../support/bundle-child.ts';
import { comparisonWith } from '../support/compare-text.ts';
import { editedText, type FixtureCases, projects, proposeOn } from '../support/propose-on.ts';

export interface Mistake {
  readonly what: string;
  /** It shows only where the original throws, or for values that no caller was seen to hand over: told as a caveat. */
  readonly isCaveat?: true;
  readonly from: string;
  readonly to: string;
  /** Wherever `from` stands, not just at the first place. */
  readonly isEverywhere?: true;
}

export interface Rewrite {
  readonly fixture: string;
  readonly name: string;
  readonly after: string;
  readonly mistakes: readonly Mistake[];
}

// Time only cuts the end of the cases: enough for all of them on a busy machine, since a mistake ends them. What is right gets the most that a run gives
// to it, unless all that is told of it has to be known.
const wrong = { budgetMs: 15_000, shrinkMs: 0 } as const;
const right = { budgetMs: 5_000, shrinkMs: 0 } as const;
const testMs = 300_000;
const root = path.dirname(createRequire(import.meta.url).resolve('../../package.json'));

/** One test for each rewrite: it is right as it is, and each mistake in it is found. */
export function testMistakes(rewrites: readonly Rewrite[]): void {
  let child: BundledChild;
  let scratch: string;
  let processes: BenchmarkProcesses;
  let builder: VariantBuilder;

  beforeAll(async () => {
    child = await bundleChild();
    scratch = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-planted-')));
    processes = createBenchmarkProcesses({
      nodePath: process.execPath,
      runtime: 'node',
      childEntry: child.entry,
      temporaryFolder: scratch,
      allowWrite: [],
    });
    builder = createVariantBuilder();
  });

  afterAll(async () => {
    await processes.dispose();
    await builder.dispose();
    await Promise.all([child.remove(), rm(scratch, { recursive: true })]);
  });

  describe.each(rewrites)('$fixture', ({ fixture, name, after, mistakes }) => {
    test(
      'is right as it is, and each mistake in it is found',
      async () => {
        const folder = path.join(root, 'test/strategies', fixture);
        const before = readdirSync(folder).find((file) => file.startsWith('before.')) ?? 'before.ts';
        const subject = openSubject({ file: path.join(folder, before), select: { name } }, projects);
        const compare = await comparisonWith(subject, builder, processes);
        const text = readFileSync(path.join(folder, after), 'utf8');
        const candidate = await candidateWith(text, subject, folder);
        const isTellingAll = mistakes.some(({ isCaveat }) => isCaveat === true);
        const asItIs = await compare?.('right', text, isTellingAll ? wrong : right, candidate);
        expect(['equivalent', 'caveat']).toContain(asItIs?.verdict);
        // The first difference may be one that is told of what is right as well.
        const untilTold = asItIs?.caveats.length === 0 ? { ...wrong, endsAtFirst: true as const } : wrong;
        const missed: (readonly [string, string | undefined])[] = [];
        for (const [index, { what, isCaveat, from, to, isEverywhere }] of mistakes.entries()) {
          expect(text).toContain(from);
          const found = await compare?.(
            `wrong-${index}`,
            isEverywhere === true ? text.replaceAll(from, () => to) : text.replace(from, () => to),
            isCaveat === true ? untilTold : wrong,
            candidate,
          );
          // Some are told of a rewrite that is right: for a number in place of a path, say.
          const isTold = found?.caveats.some((caveat) => asItIs?.caveats.includes(caveat) !== true) === true;
          const isFound = found?.verdict === 'not-equivalent' || (isCaveat === true && isTold);
          if (!isFound) missed.push([what, found?.verdict]);
        }
        expect(missed).toEqual([]);
      },
      testMs,
    );
  });
}

/** The candidate that gives this text. */
async function candidateWith(text: string, subject: Subject, folder: string): Promise<Candidate> {
  const file = path.join(folder, 'cases.ts');
  const cases = existsSync(file) ? ((await import(file)) as { readonly default: FixtureCases }).default : {};
  const strategy = strategies.find(({ id }) => id === path.basename(path.dirname(folder)));
  const proposal = strategy === undefined ? undefined : proposeOn(strategy, subject, cases);
  const candidates = proposal?.kind === 'candidates' ? proposal.candidates : [];
  const candidate = candidates.find((one) => editedText(subject, one) === text);
  if (candidate === undefined) throw new Error(`No candidate gives ${folder} this text.`);
  return candidate;
}
