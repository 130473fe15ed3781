// The `compare` task: loads baseline and candidate into one process, plays the planned cases on both and answers with the first
// difference, shrunk, or with the number of cases that showed none. Runs inside the benchmark process; which cases there are is planned by
// generate-cases.ts, how one is played and judged by examine-case.ts.
import type { VariantBundle, VariantModule } from '../../../model/variant.ts';
import { listCases } from '../../process/child/cases.ts';
import { calledWithPlainArrays } from '../../process/child/typed-data.ts';
import type { CompareAnswer, CompareTask, Counterexample, HostileDifference } from '../../process/protocol.ts';
import { ArgumentSource } from './argument-source.ts';
import { describeDifference } from './describe-difference.ts';
import { type Contestant, type Examination, type ExamineSettings, examineCase, type Pace } from './examine-case.ts';
import { planCases } from './generate-cases.ts';
import { namedFiles, readFiles } from './named-files.ts';
import type { CaseResult, PlannedCase } from './planned-case.ts';
import { shrinkCase } from './shrink.ts';

/** Share of the budget after which no more cases are generated, so that all declared ones are reached. Time cuts the end and nothing else. */
const generatedShare = 0.6;

/** Starting a pool of workers can use up a small budget: until so many cases are compared, the budget counts as four times as long. */
const fewCases = { most: 40, msOfBudgetForOne: 10 } as const;
const fewCasesFactor = 4;
/** Shrinking ends after so many tries, which are the same in every run; the time is for cases that are slow. */
const shrinkTries = 800;
/** Kinds of values outside of what was declared for which a difference is told. */
const MOST_TOLD = 5;
const notRun: CaseResult = { compared: false, elapsedMs: Number.POSITIVE_INFINITY, originalMs: 0 };

export async function compareVariants(
  task: CompareTask,
  load: (bundle: VariantBundle) => Promise<VariantModule>,
  progress: (note: { caseLabel: string }) => void,
): Promise<CompareAnswer> {
  const baseline = await load(task.baseline);
  const candidate = calledWithPlainArrays(await load(task.candidate));
  try {
    return await new Comparison(task, baseline, candidate, progress).run();
  } finally {
    await baseline.dispose?.();
    await candidate.dispose?.();
  }
}

class Comparison {
  readonly #task: CompareTask;
  readonly #progress: (note: { caseLabel: string }) => void;
  readonly #settings: ExamineSettings;
  readonly #start = performance.now();
  readonly #uncompared = new Set<string>();
  #compared = 0;
  #generated = 0;
  #skipped = 0;
  #returned = 0;
  #grown = 0;
  #pace: Pace | undefined;
  /** Levels whose cases ended because time did. */
  readonly #cut = new Set<PlannedCase['level']>();

  constructor(
    task: CompareTask,
    baseline: VariantModule,
    candidate: VariantModule,
    progress: (note: { caseLabel: string }) => void,
  ) {
    this.#task = task;
    this.#progress = progress;
    const [first] = task.caseIndexes;
    const contestant = (module: VariantModule): Contestant => ({
      module,
      source: new ArgumentSource(
        module,
        task.seed,
        first === undefined ? undefined : { kind: 'case', index: first, position: 0 },
      ),
    });
    this.#settings = {
      baseline: contestant(baseline),
      candidate: contestant(candidate),
      batch: task.batch,
      mayBecomeAsync: task.batch || task.mayBecomeAsync === true,
      tolerance: task.tolerance,
      callDeadlineMs: task.callDeadlineMs,
      repeatBelowMs: task.budgetMs / 20,
      onUncompared: (what) => this.#uncompared.add(what),
    };
  }

  async run(): Promise<CompareAnswer> {
    const { module, source } = this.#settings.baseline;
    const cases = listCases(module.inputs, this.#task.seed).filter(({ index }) =>
      this.#task.caseIndexes.includes(index),
    );
    const { seed, batch, constants, admitted } = this.#task;
    const plan = planCases({
      module,
      source,
      cases,
      seed,
      batch,
      ...(constants === undefined ? {} : { constants }),
      ...(admitted === undefined ? {} : { admitted }),
    });
    const hostile = new Map<string, Found>();
    for (let next = plan.next(notRun); next.done !== true; ) {
      const planned = next.value;
      if (!this.#wants(planned) || this.#isTold(planned, hostile)) {
        next = plan.next(notRun);
        continue;
      }
      const start = performance.now();
      const examination = await this.#examine(planned);
      if (examination.kind === 'different') {
        const kind = this.#hostileKind(planned, examination);
        if (kind === undefined) return this.#answer({ counterexample: await this.#explain(planned, examination) });
        if (!hostile.has(kind)) hostile.set(kind, { planned, examination });
        if (this.#task.endsAtFirst === true) break;
      }
      this.#count(planned, examination);
      next = plan.next({
        compared: examination.kind === 'same',
        elapsedMs: performance.now() - start,
        originalMs: originalMsOf(examination),
      });
    }
    // Only now: to make them small takes as long as many other cases.
    const differences: HostileDifference[] = [];
    const found = [...hostile].sort(([one], [two]) => Number(one === whereItThrows) - Number(two === whereItThrows));
    for (const [kind, { planned, examination }] of found) {
      const explained = await this.#explain(planned, examination, hostile.size);
      differences.push({ ...explained, ...(kind === planned.leaves ? { inputs: kind } : {}) });
    }
    return this.#answer(differences.length === 0 ? {} : { hostileDifferences: differences });
  }

  #answer(found: Pick<CompareAnswer, 'counterexample' | 'hostileDifferences'>): CompareAnswer {
    // Putting numbers into typed arrays is part of a call here, and of no call that is timed.
    const pace = this.#settings.candidate.module.typedData === undefined ? this.#pace : undefined;
    return {
      compared: this.#compared,
      generated: this.#generated,
      skipped: this.#skipped,
      returned: this.#returned,
      ...(this.#grown === 0 ? {} : { grown: this.#grown }),
      ...(this.#cut.size > 0 ? { cut: true } : {}),
      ...(pace === undefined ? {} : { pace: pace.baselineMs / Math.max(pace.candidateMs, 1e-6) }),
      ...(this.#uncompared.size === 0 ? {} : { uncompared: [...this.#uncompared].sort() }),
      ...found,
    };
  }

  #elapsedMs(): number {
    return performance.now() - this.#start;
  }

  /** Whether there is time for a case, and nobody asked to leave it out. */
  #wants({ arm, level }: PlannedCase): boolean {
    if (this.#task.skipArms?.includes(arm) === true) return false;
    if (level !== 'declared' && this.#cut.has(level)) return false;
    const share = level === 'generated' ? generatedShare : 1;
    const few = Math.min(fewCases.most, this.#task.budgetMs / fewCases.msOfBudgetForOne);
    const stretch = level === 'declared' || this.#compared < few ? fewCasesFactor : 1;
    const isInTime = this.#compared === 0 || this.#elapsedMs() < this.#task.budgetMs * share * stretch;
    if (!isInTime) this.#cut.add(level);
    return isInTime;
  }

  #examine(planned: PlannedCase): Promise<Examination> {
    this.#progress({ caseLabel: `${planned.label} (${planned.arm})` });
    return examineCase(planned, this.#settings);
  }

  #count(planned: PlannedCase, examination: Examination): void {
    if (examination.kind === 'skipped') {
      if (examination.why !== 'no such inputs' && planned.arm !== 'growth') this.#skipped++;
      return;
    }
    // How far values can grow depends on how quick the machine is, so these stay out of the counts that a seed decides.
    if (planned.arm === 'growth') {
      this.#grown++;
      return;
    }
    this.#compared++;
    if (examination.baselineReturned) this.#returned++;
    if (planned.level !== 'declared') this.#generated++;
    else if (examination.kind === 'same') this.#see(examination.pace);
  }

  #see(pace: Pace): void {
    if (pace.baselineMs > (this.#pace?.baselineMs ?? 0)) this.#pace = pace;
  }

  /** One difference of each kind is told, and of a few kinds. */
  #isTold({ level, leaves }: PlannedCase, told: ReadonlyMap<string, Found>): boolean {
    return level === 'hostile' && (told.size >= MOST_TOLD || told.has(leaves ?? otherValues));
  }

  /** What keeps a difference from refuting the candidate: outside the domain, as announced, where the baseline fails, at the limit of the stack. */
  #hostileKind(planned: PlannedCase, found: Found['examination']): string | undefined {
    if (planned.level === 'declared') return undefined;
    if (planned.level === 'hostile') {
      // What fails anyhow fails in other words: that is told once.
      return found.baselineReturned ? (planned.leaves ?? otherValues) : whereItThrows;
    }
    if (this.#isMeant(planned)) return 'as it is meant to';
    if (found.isResourceLimit) return 'limit of the stack';
    return found.baselineReturned ? undefined : whereItThrows;
  }

  #isMeant(planned: PlannedCase): boolean {
    const { differsFor } = this.#task;
    if (differsFor === undefined) return false;
    const { calls } = planned.stage(this.#settings.baseline.source);
    const files = readFiles(namedFiles(calls.map(({ args }) => args)));
    return [...files.values()].some((file) => differsFor.some((text) => file?.bytes?.includes(text) === true));
  }

  /** `among`: how many differences share the time and the tries. */
  async #explain(
    planned: PlannedCase,
    found: Examination & { readonly kind: 'different' },
    among = 1,
  ): Promise<Counterexample> {
    let explained = { planned, found };
    const end = performance.now() + this.#task.shrinkMs / among;
    let tries = 0;
    const kind = this.#hostileKind(planned, found);
    await shrinkCase(planned, {
      source: this.#settings.baseline.source,
      timeLeftMs: () => (tries < shrinkTries / among ? end - performance.now() : 0),
      stillDiffers: async (simpler) => {
        tries++;
        const examination = await this.#examine(simpler);
        if (examination.kind !== 'different' || this.#hostileKind(simpler, examination) !== kind) return false;
        if (examination.difference.path.startsWith('result') !== found.difference.path.startsWith('result'))
          return false;
        explained = { planned: simpler, found: examination };
        return true;
      },
    });
    const scene = explained.planned.stage(this.#settings.baseline.source);
    return describeDifference(explained.planned, scene, explained.found.difference);
  }
}

function originalMsOf(examination: Examination): number {
  if (examination.kind === 'same') return examination.pace.baselineMs;
  return examination.kind === 'skipped' && examination.why === 'too slow' ? Number.POSITIVE_INFINITY : 0;
}

interface Found {
  readonly planned: PlannedCase;
  readonly examination: Examination & { readonly kind: 'different' };
}

const otherValues = 'other values';
const whereItThrows = 'where the original throws';
