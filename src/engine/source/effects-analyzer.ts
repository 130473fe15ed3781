// The analysis of one program: summaries of its functions, computed on demand and kept. Functions that call each other are repeated together
// until none of their summaries grows.
import type ts from 'typescript';
import { ImmutableData } from './effects-immutable.ts';
import { ReferenceIndex } from './effects-references.ts';
import type { Root } from './effects-roots.ts';
import type { ProgramFacts, WalkState } from './effects-state.ts';
import { startWalk, walkUnit } from './effects-statements.ts';
import { emptySummary, type Summary, sizeOfSummary, type Unit } from './effects-summary.ts';
import { SymbolFacts } from './effects-symbols.ts';

/** A call graph beyond this size is not followed: what lies further is unknown. */
const MAXIMUM_UNITS = 2000;

/** Nested walks use the stack; deeper callees wait for their turn. */
const MAXIMUM_DEPTH = 50;

export class EffectsAnalyzer implements ProgramFacts {
  readonly symbols: SymbolFacts;
  readonly references: ReferenceIndex;
  readonly immutable: ImmutableData;
  readonly #settled = new Map<Unit, Summary>();
  readonly #ids = new Map<Unit, number>();
  readonly #units: Unit[] = [];
  /** Of the computation that runs: functions met so far with their latest summaries, who asked for each, and who is to be walked. */
  #walks = new Map<Unit, WalkState>();
  #latest = new Map<Unit, Summary>();
  #askers = new Map<Unit, Set<Unit>>();
  #pending = new Set<Unit>();
  #walked: Unit | undefined;
  #depth = 0;

  constructor(program: ts.Program, checker: ts.TypeChecker) {
    this.symbols = new SymbolFacts(program, checker);
    this.references = new ReferenceIndex(checker);
    this.immutable = new ImmutableData(this.symbols, this.references);
  }

  /** The final summary of a function. */
  analyze(unit: Unit): Summary {
    const known = this.#settled.get(unit);
    if (known) return known;
    this.#walks = new Map();
    this.#latest = new Map();
    this.#askers = new Map();
    this.#pending = new Set();
    this.#walked = undefined;
    this.summaryOf(unit);
    // The set grows while it is iterated, by functions that are met and by those whose callees have grown.
    for (const pending of this.#pending) this.#walk(pending);
    for (const [walked, summary] of this.#latest) this.#settled.set(walked, summary);
    return this.#settled.get(unit) ?? emptySummary;
  }

  summaryOf(unit: Unit): Summary {
    const settled = this.#settled.get(unit);
    if (settled) return settled;
    if (this.#walked) this.#askersOf(unit).add(this.#walked);
    const latest = this.#latest.get(unit);
    if (latest) return latest;
    if (this.#walks.size >= MAXIMUM_UNITS) {
      const message = 'calls more functions than are followed';
      return { ...emptySummary, effects: [{ kind: 'unknown-call', message, origin: message, node: unit }] };
    }
    this.#walks.set(unit, startWalk(unit, this));
    this.#latest.set(unit, emptySummary);
    this.#pending.add(unit);
    // Callees first: a caller that waits for them is walked once, not once for each step of theirs.
    if (this.#depth < MAXIMUM_DEPTH) this.#walk(unit);
    return this.#latest.get(unit) ?? emptySummary;
  }

  functionRoot(unit: Unit): Root {
    let id = this.#ids.get(unit);
    if (id === undefined) {
      id = this.#units.push(unit) - 1;
      this.#ids.set(unit, id);
    }
    return `function:${id}`;
  }

  unitOf(root: Root): Unit | undefined {
    return root.startsWith('function:') ? this.#units[Number(root.slice('function:'.length))] : undefined;
  }

  #walk(unit: Unit): void {
    this.#pending.delete(unit);
    const walk = this.#walks.get(unit);
    if (walk === undefined) return;
    const before = sizeOfSummary(this.#latest.get(unit) ?? emptySummary);
    const outer = this.#walked;
    this.#walked = unit;
    this.#depth += 1;
    walkUnit(walk);
    this.#depth -= 1;
    this.#walked = outer;
    const after = snapshot(walk.summary());
    this.#latest.set(unit, after);
    if (sizeOfSummary(after) === before) return;
    for (const asker of this.#askersOf(unit)) this.#pending.add(asker);
  }

  #askersOf(unit: Unit): Set<Unit> {
    let askers = this.#askers.get(unit);
    if (askers === undefined) {
      askers = new Set();
      this.#askers.set(unit, askers);
    }
    return askers;
  }
}

/** The walk goes on growing its own sets. */
function snapshot(summary: Summary): Summary {
  return {
    effects: summary.effects,
    returns: new Set(summary.returns),
    contents: new Map([...summary.contents].map(([root, inner]) => [root, new Set(inner)])),
    calls: new Map([...summary.calls].map(([parameter, args]) => [parameter, args.map((arg) => new Set(arg))])),
  };
}
