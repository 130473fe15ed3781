// Wrong rewrites, planted into what the strategies really generate: small mistakes in the rewritten function, built and compared in benchmark
// processes by the product's own verifier on inputs that it generates itself. What it does not catch would be offered.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import type { VariantRunner } from '../../src/engine/process/variant-runner.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Projects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { type PlantedMutant, plantMutants } from '../../src/engine/verify/planted-mutants.ts';
import { comparisonWith, type TextComparison, type TextVerdict } from '../../test/support/compare-text.ts';
import { whyEquivalent } from './equivalent-mutants.ts';
import { plantMistakes } from './plant-mistakes.ts';

export interface PlantedResult {
  readonly fixture: string;
  readonly line: number;
  readonly description: string;
  readonly verdict: 'caught' | 'caught with more time' | 'told as a caveat' | 'survived' | 'not compared';
  /** Whether another answer was found, and not just no answer in time. */
  readonly isRefuted: boolean;
  /** What is said of the rewrite without the mistake; all but 'equivalent' and 'caveat' is a false alarm. */
  readonly asItIs: TextVerdict;
  /** Why nothing can tell it from the original, where that was looked into by hand. */
  readonly equivalent?: string;
  readonly elapsedMs: number;
}

/** Strategies whose rewrites are code that can be mutated; those of the others call a worker file or a module of bytes. */
const mutated = ['typed-arrays', 'plain-javascript', 'memoization', 'streaming-io'] as const;
const mutantsPerRewrite = 3;
const mistakesPerRewrite = 3;
const seeds = [1, 2, 3];
/** What a run of the default length gives to each comparison, and the most that a long one gives. */
const compareMs = 600;
const longCompareMs = 5000;

export interface PlantedRun {
  readonly root: string;
  readonly projects: Projects;
  readonly runner: VariantRunner;
  /** Every so-many-th rewrite only. */
  readonly every: number;
  /** Rewrites whose fixture's name has this in it. */
  readonly named: string;
}

export async function* plantedResults({
  root,
  projects,
  runner,
  every,
  named,
}: PlantedRun): AsyncGenerator<PlantedResult> {
  const builder = createVariantBuilder();
  try {
    const rewrites = mutated.flatMap((strategy) => rewritesOf(path.join(root, 'test/strategies', strategy), strategy));
    const wanted = rewrites.filter(({ name }) => new RegExp(named).test(name));
    for (const rewrite of wanted.filter((_, index) => index % every === 0)) {
      const subject = subjectIn(rewrite, readFileSync(rewrite.before, 'utf8'), projects);
      const rewritten = subjectIn(rewrite, readFileSync(rewrite.after, 'utf8'), projects);
      if (subject === undefined || rewritten === undefined) continue;
      yield* resultsFor(rewrite.name, subject, rewritten.text, mutantsOf(rewritten, subject.text), builder, runner);
    }
  } finally {
    await builder.dispose();
  }
}

interface Rewrite {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function rewritesOf(folder: string, strategy: string): readonly Rewrite[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const files = readdirSync(path.join(folder, name));
      const before = files.find((file) => file.startsWith('before.'));
      // Functions for callers with other data stand beside the original, which nothing that is done to them changes.
      const isBeside = (file: string): boolean =>
        /^(?:export )?(?:default )?(?:async )?(?:function|const) \w+Typed\b/m.test(
          readFileSync(path.join(folder, name, file), 'utf8'),
        );
      const afters = files.filter((file) => /^after\..*[jt]sx?$/.test(file) && !isBeside(file));
      if (before === undefined) return [];
      return afters.map((after) => ({
        name: `${strategy}/${name}`,
        before: path.join(folder, name, before),
        after: path.join(folder, name, after),
      }));
    });
}

/** The function that the fixture is about: the one that it selects, or else the last above what the rewrite added. Undefined for what cannot be run alone. */
function subjectIn({ before }: Rewrite, text: string, projects: Projects): Subject | undefined {
  const original = readFileSync(before, 'utf8');
  const names = [...original.matchAll(/^(?:export )?(?:default )?(?:async )?(?:function\*? |const )(\w+)/gm)];
  const name = selectedIn(path.dirname(before)) ?? names.at(-1)?.[1];
  if (name === undefined) return undefined;
  try {
    return openSubject({ file: before, text, select: { name } }, projects);
  } catch {
    // Not a function by that name: fixtures about classes and objects are left to their own tests.
    return undefined;
  }
}

/** `select: 'name'` of the fixture's cases. */
function selectedIn(folder: string): string | undefined {
  const file = path.join(folder, 'cases.ts');
  return existsSync(file) ? /\bselect: '([\w.]+)'/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}

function mutantsOf(rewritten: Subject, original: string): readonly PlantedMutant[] {
  const distinct = new Map<string, PlantedMutant>();
  for (const seed of seeds) for (const mutant of plantMutants(rewritten, seed)) distinct.set(mutant.text, mutant);
  const changed = [...distinct.values()].slice(0, mutantsPerRewrite);
  for (const mistake of plantMistakes(rewritten, original).slice(0, mistakesPerRewrite))
    if (!changed.some(({ text }) => text === mistake.text)) changed.push(mistake);
  return changed;
}

async function* resultsFor(
  fixture: string,
  subject: Subject,
  rewritten: string,
  mutants: readonly PlantedMutant[],
  builder: VariantBuilder,
  runner: VariantRunner,
): AsyncGenerator<PlantedResult> {
  const compare = await comparisonWith(subject, builder, runner);
  if (compare === undefined) return;
  const right = await compare('right', rewritten, { budgetMs: longCompareMs });
  // What is told of the rewrite without the mistake as well says nothing about the mistake.
  const verdictOf = ({ verdict, caveats }: TextComparison): PlantedResult['verdict'] | undefined => {
    if (verdict === 'not built') return undefined;
    const isAsBefore = verdict === 'caveat' && caveats.every((one) => right.caveats.includes(one));
    return verdicts[isAsBefore ? 'equivalent' : verdict];
  };
  for (const [index, { text, line, description }] of mutants.entries()) {
    const start = performance.now();
    const equivalent = whyEquivalent(fixture, line, description);
    const short = await compare(`planted/${index}`, text, { budgetMs: compareMs });
    const verdict = verdictOf(short);
    // No wrong rewrite: it is no program.
    if (verdict === undefined) continue;
    const elapsedMs = performance.now() - start;
    const found = {
      asItIs: right.verdict,
      fixture,
      line,
      description,
      elapsedMs,
      isRefuted: short.verdict === 'not-equivalent',
      ...(equivalent === undefined ? {} : { equivalent }),
    };
    // Whether a comparison that goes on to the end of its plan finds it.
    const isOpen = verdict === 'survived' && equivalent === undefined;
    const later = isOpen ? (verdictOf(await compare('long', text, { budgetMs: longCompareMs })) ?? verdict) : verdict;
    yield { ...found, verdict: isOpen && later === 'caught' ? 'caught with more time' : later };
  }
}

const verdicts: Readonly<Record<Exclude<TextVerdict, 'not built'>, PlantedResult['verdict']>> = {
  equivalent: 'survived',
  caveat: 'told as a caveat',
  'not-equivalent': 'caught',
  failed: 'caught',
  'not-verified': 'not compared',
};
