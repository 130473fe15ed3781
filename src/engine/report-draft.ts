// A report while it is being filled in. Stages add what they found; `snapshot` gives the document as it stands, at any moment.

import type {
  Environment,
  IntegrityCheck,
  Measured,
  Report,
  ReportInputs,
  ReportSubject,
  StrategyResult,
} from '../model/report.ts';
import type { WhySlow } from '../model/why-slow.ts';
import { bestResult, summarySentence } from '../present/verdict-sentence.ts';

declare const __SPEEDLENS_VERSION__: string;

/** The version in package.json, put in at build time. */
export const version = __SPEEDLENS_VERSION__;

export class ReportDraft {
  environment: Environment;
  inputs: ReportInputs;
  baseline: Measured = { perCase: [] };
  sameCodeDifference = 0;
  whySlow: WhySlow | undefined;
  readonly #subject: ReportSubject;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #results = new Map<string, StrategyResult>();
  readonly #integrity = new Map<string, IntegrityCheck>();

  /** `titles` holds the strategies in catalogue order. */
  constructor(
    subject: ReportSubject,
    environment: Environment,
    inputs: ReportInputs,
    titles: ReadonlyMap<string, string>,
  ) {
    this.#subject = subject;
    this.environment = environment;
    this.inputs = inputs;
    this.#titles = titles;
  }

  setResult(result: StrategyResult): void {
    this.#results.set(result.strategy, result);
  }

  resultOf(strategy: string): StrategyResult | undefined {
    return this.#results.get(strategy);
  }

  setCheck(check: IntegrityCheck): void {
    this.#integrity.set(check.check, check);
  }

  snapshot(): Report {
    // Combinations come after what they are made of.
    const rows = new Set([...this.#titles.keys(), ...this.#results.keys()]);
    const results = [...rows].flatMap((strategy) => this.#results.get(strategy) ?? []);
    const titleOf = (strategy: string) =>
      strategy
        .split('+')
        .map((part) => this.#titles.get(part) ?? part)
        .join(' + ');
    return {
      formatVersion: 1,
      tool: { name: 'speedlens', version },
      subject: this.#subject,
      environment: this.environment,
      inputs: this.inputs,
      noise: { sameCodeDifference: this.sameCodeDifference },
      baseline: this.baseline,
      ...(this.whySlow === undefined ? {} : { whySlow: this.whySlow }),
      results,
      summary: {
        bestStrategy: bestResult(results)?.strategy ?? null,
        sentence: summarySentence(this.#subject.name, results, titleOf),
      },
      integrity: [...this.#integrity.values()],
    };
  }
}
