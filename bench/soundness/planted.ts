// Wrong rewrites, planted into what the strategies really generate: small mistakes in the rewritten function, built and compared in benchmark
// processes by the product's own verifier on inputs that it generates itself. What it does not catch would be offered.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { gatherInputs } from '../../src/engine/inputs/gather-inputs.ts';
import type { VariantRunner } from '../../src/engine/process/variant-runner.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Projects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { type PlantedMutant, plantMutants } from '../../src/engine/verify/planted-mutants.ts';
import { verifyCandidate } from '../../src/engine/verify/verify-candidate.ts';

export interface PlantedResult {
  readonly fixture: string;
  readonly line: number;
  readonly description: string;
  readonly verdict: 'caught' | 'survived' | 'not compared';
  readonly elapsedMs: number;
}

/** Strategies whose rewrites are code that can be mutated; those of the others call a worker file or a module of bytes. */
const mutated = ['typed-arrays', 'plain-javascript', 'memoization', 'streaming-io'] as const;
const mutantsPerRewrite = 4;
const seeds = [1, 2, 3];
const compareMs = 600;

export interface PlantedRun {
  readonly root: string;
  readonly projects: Projects;
  readonly runner: VariantRunner;
  /** Every so-many-th rewrite only. */
  readonly every: number;
}

export async function* plantedResults({ root, projects, runner, every }: PlantedRun): AsyncGenerator<PlantedResult> {
  const builder = createVariantBuilder();
  try {
    const rewrites = mutated.flatMap((strategy) => rewritesOf(path.join(root, 'test/strategies', strategy), strategy));
    for (const rewrite of rewrites.filter((_, index) => index % every === 0)) {
      const subject = subjectIn(rewrite, readFileSync(rewrite.before, 'utf8'), projects);
      const rewritten = subjectIn(rewrite, readFileSync(rewrite.after, 'utf8'), projects);
      if (subject === undefined || rewritten === undefined) continue;
      yield* resultsFor(rewrite.name, subject, mutantsOf(rewritten), builder, runner);
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
      const afters = files.filter((file) => /^after\..*[jt]sx?$/.test(file));
      if (before === undefined) return [];
      return afters.map((after) => ({
        name: `${strategy}/${name}`,
        before: path.join(folder, name, before),
        after: path.join(folder, name, after),
      }));
    });
}

/** The function that the fixture is about: the last one above what the rewrite added. Undefined for what cannot be run alone. */
function subjectIn({ before }: Rewrite, text: string, projects: Projects): Subject | undefined {
  const original = readFileSync(before, 'utf8');
  const names = [...original.matchAll(/^(?:export )?(?:default )?(?:async )?(?:function\*? |const )(\w+)/gm)];
  const name = names.at(-1)?.[1];
  if (name === undefined) return undefined;
  try {
    return openSubject({ file: before, text, select: { name } }, projects);
  } catch {
    // Not a function by that name: fixtures about classes and objects are left to their own tests.
    return undefined;
  }
}

function mutantsOf(rewritten: Subject): readonly PlantedMutant[] {
  const distinct = new Map<string, PlantedMutant>();
  for (const seed of seeds) for (const mutant of plantMutants(rewritten, seed)) distinct.set(mutant.text, mutant);
  return [...distinct.values()].slice(0, mutantsPerRewrite);
}

async function* resultsFor(
  fixture: string,
  subject: Subject,
  mutants: readonly PlantedMutant[],
  builder: VariantBuilder,
  runner: VariantRunner,
): AsyncGenerator<PlantedResult> {
  const { signal } = new AbortController();
  const inputs = gatherInputs(subject, { sizes: [3, 12] });
  const baseline = await builder.build({ id: 'baseline', subject, inputs }, signal);
  if (!baseline.ok) return;
  const task = { kind: 'describe', variant: baseline.bundle, seed: 1 } as const;
  const described = await runner.run(task, { deadlineMs: 20_000, signal });
  if (!described.ok) return;
  for (const [index, { text, line, description }] of mutants.entries()) {
    const start = performance.now();
    const built = await builder.build({ id: `planted/${index}`, subject, inputs, textOverride: text }, signal);
    // What does not build is never offered.
    const kind = !built.ok
      ? 'failed'
      : (
          await verifyCandidate(
            baseline.bundle,
            built.bundle,
            { cases: described.answer.cases, batch: false, tolerance: 'exact' },
            runner,
            { signal, seed: 1, budgetMs: compareMs, callDeadlineMs: 2000 },
          )
        ).kind;
    const verdict = kind === 'equivalent' ? 'survived' : kind === 'not-verified' ? 'not compared' : 'caught';
    yield { fixture, line, description, verdict, elapsedMs: performance.now() - start };
  }
}
