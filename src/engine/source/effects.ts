// What calling a function does besides computing its result. Conservative: unknown code is impure. Front door of the effect analysis
// (effects-*.ts), which follows objects from where they come from (parameters, `this`, made here, elsewhere) to where they are written,
// through local functions, callbacks and the built-ins listed in known-globals.ts. Not modelled: failures of the engine itself (stack,
// memory), proxies and getters behind values whose declared type is plain data, and built-ins that a program replaces.
import type ts from 'typescript';
import type { Reason } from '../../model/reason.ts';
import { EffectsAnalyzer } from './effects-analyzer.ts';
import { parameterIndex } from './effects-roots.ts';
import type { RawEffect, Summary } from './effects-summary.ts';
import type { Subject, SubjectNode } from './subject.ts';

export type EffectKind =
  | 'writes-parameter'
  | 'writes-this'
  | 'writes-outside'
  | 'reads-this'
  | 'reads-mutable-outside'
  | 'nondeterministic'
  | 'input-output'
  | 'unknown-call'
  | 'may-throw'
  | 'awaits'
  | 'yields'
  | 'dynamic-scope';

export interface Effect {
  readonly kind: EffectKind;
  /** A clause about the function: "calls `Math.random`, which is different every time". */
  readonly message: string;
  /** 1-based, in the file of the function analysed. */
  readonly line: number;
  readonly column: number;
  /** Zero-based index of the parameter, for 'writes-parameter'. */
  readonly parameter?: number;
  /** The variable or the callee that it is about. */
  readonly name?: string;
}

export interface Effects {
  /** In source order. */
  readonly effects: readonly Effect[];
}

/** Summaries are a pure function of the program, so keeping them by program is invisible but for its speed. */
const analyzers = new WeakMap<ts.Program, EffectsAnalyzer>();

/** Analyses the subject, or another function of its program. */
export function analyzeEffects(subject: Subject, node: SubjectNode = subject.node): Effects {
  const summary = summarize(subject, node);
  const effects = [...summary.effects.map(present), ...callsOfParameters(summary, node)];
  return { effects: effects.sort((a, b) => a.line - b.line || a.column - b.column || weight(b) - weight(a)) };
}

/** Of several effects at one place the worst comes first: what is changed matters more than what is read. */
function weight(effect: Effect): number {
  if (effect.kind === 'reads-mutable-outside' || effect.kind === 'reads-this') return 1;
  return effect.kind === 'may-throw' ? 0 : 2;
}

/** Whether every value that the function returns is certainly a primitive, so that callers share nothing through it. */
export function returnsOnlyPrimitives(subject: Subject, node: SubjectNode = subject.node): boolean {
  return summarize(subject, node).returns.size === 0;
}

function summarize(subject: Subject, node: SubjectNode): Summary {
  let analyzer = analyzers.get(subject.project.program);
  if (analyzer === undefined) {
    analyzer = new EffectsAnalyzer(subject.project.program, subject.checker);
    analyzers.set(subject.project.program, analyzer);
  }
  return analyzer.analyze(node);
}

function present(raw: RawEffect): Effect {
  const parameter = raw.kind === 'writes-parameter' && raw.root !== undefined ? parameterIndex(raw.root) : undefined;
  return {
    kind: raw.kind,
    message: raw.message,
    ...placeOf(raw.node),
    ...(parameter === undefined ? {} : { parameter }),
    ...(raw.name === undefined ? {} : { name: raw.name }),
  };
}

/** A caller knows what it passes; the function alone does not. */
function callsOfParameters(summary: Summary, node: SubjectNode): Effect[] {
  return [...summary.calls.keys()].map((index) => {
    const parameter = node.parameters[index] ?? node;
    const name = node.parameters[index]?.name.getText() ?? `parameter ${index + 1}`;
    const message = `calls its parameter \`${name}\`, whose code is not known`;
    return { kind: 'unknown-call', message, ...placeOf(parameter), name };
  });
}

function placeOf(node: ts.Node): { readonly line: number; readonly column: number } {
  const file = node.getSourceFile();
  const position = node.getStart(file);
  const { line, character } = file.getLineAndCharacterOfPosition(position);
  return { line: line + 1, column: character + 1 };
}

/** No side effects, and the same result for the same arguments. Throwing is allowed. */
export function isPure(effects: Effects): boolean {
  return effects.effects.every((effect) => effect.kind === 'may-throw');
}

/** The same result for the same arguments, whatever else it does. */
export function isDeterministic(effects: Effects): boolean {
  return effects.effects.every((effect) => !changesResult.includes(effect.kind));
}

const changesResult: readonly EffectKind[] = [
  'reads-this',
  'reads-mutable-outside',
  'nondeterministic',
  'input-output',
  'unknown-call',
  'yields',
  'dynamic-scope',
];

/** Zero-based indexes of the parameters whose objects a call may change. Unknown calls may change any: see `isPure`. */
export function mutatedParameters(effects: Effects): ReadonlySet<number> {
  return new Set(effects.effects.flatMap((effect) => effect.parameter ?? []));
}

/** Codes that all strategies share, by what the function does. */
const codes: Readonly<Record<EffectKind, string>> = {
  'unknown-call': 'C1',
  'writes-parameter': 'C2',
  'writes-this': 'C2',
  'writes-outside': 'C2',
  'reads-mutable-outside': 'C2',
  'reads-this': 'C4',
  nondeterministic: 'C3',
  'input-output': 'C2',
  'dynamic-scope': 'C4',
  yields: 'C5',
  awaits: 'C5',
  'may-throw': 'C2',
};

/** The first effect that makes the function impure, as a reason; undefined for pure functions. */
export function describeImpurity(effects: Effects): Reason | undefined {
  const first = effects.effects.find((effect) => effect.kind !== 'may-throw');
  return first && { code: codes[first.kind], message: `It ${first.message}.`, line: first.line, column: first.column };
}

/** The same question for any function of the subject's program, for example a callback. */
export function isPureCallback(node: SubjectNode, subject: Subject): boolean {
  return isPure(analyzeEffects(subject, node));
}
