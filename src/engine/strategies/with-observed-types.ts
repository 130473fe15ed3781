// A strategy that reads types reaches plain JavaScript as well: where it declines the function as it is written, it proposes once more under the
// types that the arguments were observed to have. What rests on an observation is checked at the beginning of the suggested code, and every
// other call takes the code as it was. No more is assumed than changes the rewrite.
import ts from 'typescript';
import type { Reason } from '../../model/reason.ts';
import { type AssumedSubject, assumeParameterTypes } from '../source/assumed-types.ts';
import { changesKind, keepsType } from '../source/changes-kind.ts';
import { analyzeEffects, type EffectKind } from '../source/effects.ts';
import { reasonAt } from '../source/reason-at.ts';
import { guardEdits } from '../source/runtime-guard.ts';
import type { Subject } from '../source/subject.ts';
import { wholeUse } from '../source/whole-uses.ts';
import { unfulfilledUse } from './assumable.ts';
import { isTypedByDefault, type ObservedType, observedTypes } from './observed-types.ts';
import type { Candidate, Proposal, Strategy, StrategyContext } from './strategy.ts';

export interface ObservedTypesUse {
  /** Its rewrites hand copies on, and a copy of what is only known in part may be another thing. */
  readonly copies?: true;
}

export function withObservedTypes(strategy: Strategy, use: ObservedTypesUse = {}): Strategy {
  return { ...strategy, propose: (context) => proposeObserved(strategy, context, use) };
}

function proposeObserved(strategy: Strategy, context: StrategyContext, use: ObservedTypesUse): Proposal {
  const { subject, observed } = context;
  const search = new Search(strategy, context, use);
  const declared = search.proposeWithout();
  if (declared.kind === 'candidates' || isTypeChecked(subject)) return declared;
  const ladders = keptLadders(subject, new Map(observedTypes(subject, observed)));
  return ladders.size === 0 ? declared : (search.weakestProposal(ladders) ?? declared);
}

/** Without the parameters that come to hold something else, and without the objects that are put in the place of one that was checked. */
function keptLadders(subject: Subject, observed: Ladders): Ladders {
  let ladders: Ladders = new Map(
    [...observed].flatMap(([index, ladder]) => {
      const kept = mayChange(subject, index) ? ladder.filter(({ ofFields }) => ofFields !== true) : ladder;
      return kept.length === 0 ? [] : [[index, kept] as const];
    }),
  );
  for (;;) {
    const assumed = assumeParameterTypes(subject, typesOf(strongestOf(ladders, true)));
    const kept = new Map([...ladders].filter(([index]) => keeps(subject, assumed, index)));
    if (kept.size === ladders.size) return ladders;
    ladders = kept;
  }
}

function mayChange({ node, checker }: Subject, index: number): boolean {
  const parameter = node.parameters[index];
  return parameter === undefined || changesKind(parameter, checker, false);
}

function keeps(subject: Subject, assumed: AssumedSubject | undefined, index: number): boolean {
  if (!mayChange(subject, index)) return true;
  const parameter = assumed?.subject.node.parameters[index];
  return parameter !== undefined && keepsType(parameter, assumed?.subject.checker ?? subject.checker);
}

/** A second function without types would be an error of its own there. */
function isTypeChecked({ project, text }: Subject): boolean {
  return project.options.checkJs === true || /^\s*\/\/\s*@ts-check/m.test(text);
}

type Choice = ReadonlyMap<number, ObservedType>;
type Ladders = ReadonlyMap<number, readonly ObservedType[]>;
type Candidates = readonly Candidate[];

interface Attempt {
  readonly candidates: Candidates;
  readonly reasons: readonly Reason[];
}

class Search {
  readonly #strategy: Strategy;
  readonly #context: StrategyContext;
  /** What defaults make of parameters is no promise of callers. */
  readonly #openByDefault: ReadonlyMap<number, string>;

  readonly #use: ObservedTypesUse;

  constructor(strategy: Strategy, context: StrategyContext, use: ObservedTypesUse) {
    this.#strategy = strategy;
    this.#context = context;
    this.#use = use;
    const { subject } = context;
    this.#openByDefault = new Map(
      subject.node.parameters.flatMap((parameter, index) =>
        isTypedByDefault(parameter, subject) ? [[index, 'any'] as const] : [],
      ),
    );
  }

  /** Nothing observed is assumed. */
  proposeWithout(): Proposal {
    if (this.#openByDefault.size === 0) return this.#strategy.propose(this.#context);
    const attempt = this.#attempt(new Map());
    const [first, ...more] = attempt?.candidates ?? [];
    if (first !== undefined) return { kind: 'candidates', candidates: [first, ...more] };
    const [reason, ...others] = attempt?.reasons ?? [];
    return { kind: 'declined', reasons: [reason ?? this.#unclear(), ...others] };
  }

  #unclear(): Reason {
    const { node } = this.#context.subject;
    return reasonAt(node, { code: 'C8', message: 'Its parameters have default values and no declared types.' });
  }

  /** Reasons are those under all that was observed: what is in the way besides the types. */
  weakestProposal(ladders: Ladders): Proposal | undefined {
    let choice = this.#strongest(ladders);
    let best = this.#attempt(choice);
    if (best?.candidates.length === 0 && this.#use.copies) {
      const lesser = this.#strongest(ladders, 'kinds only');
      const attempt = this.#attempt(lesser);
      if (attempt !== undefined && attempt.candidates.length > 0) [choice, best] = [lesser, attempt];
    }
    if (best === undefined) return undefined;
    if (best.candidates.length === 0) {
      const [first, ...more] = this.#reasonsUnderAll(ladders) ?? best.reasons;
      return first === undefined ? undefined : { kind: 'declined', reasons: [first, ...more] };
    }
    const isTakingApart = takesApart(this.#context.subject.node);
    for (const [index, ladder] of ladders) {
      for (const weaker of [undefined, ...ladder.slice(0, ladder.indexOf(choice.get(index) as ObservedType))]) {
        const weakened = new Map(choice);
        if (weaker === undefined) weakened.delete(index);
        else weakened.set(index, weaker);
        const attempt = this.#attempt(weakened);
        if (attempt === undefined || !isAsGood(attempt.candidates, best.candidates, choice.get(index))) continue;
        if (isTakingApart && choice.get(index)?.ofElements === true && weaker?.ofElements !== true) continue;
        [choice, best] = [weakened, attempt];
        break;
      }
    }
    const [first, ...more] = this.#guarded(best.candidates, choice);
    return first === undefined ? undefined : { kind: 'candidates', candidates: [first, ...more] };
  }

  /** What is in the way besides the types, of elements too, where they are no help. */
  #reasonsUnderAll(ladders: Ladders): readonly Reason[] | undefined {
    const attempt = this.#attempt(strongestOf(ladders, true));
    return attempt?.candidates.length === 0 ? attempt.reasons : undefined;
  }

  /** What elements are is only assumed where nothing can change them after the check. */
  #strongest(ladders: Ladders, how?: 'kinds only'): Choice {
    if (how === 'kinds only') return strongestOf(ladders, false);
    const all = strongestOf(ladders, true);
    const assumed = this.#assume(all);
    const effects = assumed === undefined ? [] : analyzeEffects(assumed.subject).effects;
    return effects.some(({ kind }) => mayChangeElements.has(kind)) ? strongestOf(ladders, false) : all;
  }

  /** Candidates with edits of the user's file. */
  #attempt(choice: Choice): Attempt | undefined {
    const { subject } = this.#context;
    const assumed = this.#assume(choice);
    if (assumed === undefined || unfulfilledUse(assumed.subject, choice.keys()) !== undefined) return undefined;
    if (![...choice.keys()].every((index) => keeps(subject, assumed, index))) return undefined;
    const whole = this.#use.copies && wholeUse(assumed.subject);
    if (whole !== undefined) return { candidates: [], reasons: [assumed.restore(handsOnWhole(whole))] };
    const effects = analyzeEffects(assumed.subject);
    const proposal = this.#strategy.propose({ ...this.#context, subject: assumed.subject, effects });
    if (proposal.kind === 'declined')
      return { candidates: [], reasons: proposal.reasons.map((reason) => assumed.restore(reason)) };
    const candidates = proposal.candidates.flatMap((candidate) => {
      const [own, ...added] = candidate.files;
      const edits = assumed.restoreEdits(own?.edits ?? []);
      if (edits === undefined) return [];
      const caveats = candidate.caveats.map((caveat) => assumed.restore(caveat));
      return [{ ...candidate, caveats, files: [{ path: subject.file, edits }, ...added] }];
    });
    return candidates.length === 0 ? undefined : { candidates, reasons: [] };
  }

  #assume(choice: Choice): AssumedSubject | undefined {
    return assumeParameterTypes(this.#context.subject, new Map([...this.#openByDefault, ...typesOf(choice)]));
  }

  #guarded(candidates: Candidates, choice: Choice): Candidates {
    // Only what helpers are called with was in question, which the function itself says.
    if (choice.size === 0) return candidates;
    const { subject } = this.#context;
    const use = this.#use.copies === true ? 'copied' : 'read';
    const otherwise = new Map(
      [...choice].map(([index, type]) => [index, type.otherwise(parameterName(subject, index), use)] as const),
    );
    // Types are checked before anything is read of the arguments, and a guard for small sizes would come first.
    return candidates.flatMap(({ sizeGuard: _, ...candidate }) => {
      const [own, ...added] = candidate.files;
      const edits = guardEdits(subject, own?.edits ?? [], {
        otherwise,
        ...(candidate.callBinding === undefined ? {} : { guarded: candidate.callBinding }),
        isBatch: candidate.workload === 'batch',
      });
      if (edits === undefined) return [];
      const caveats = [...candidate.caveats, ...assumptions(subject, choice)];
      return [{ ...candidate, caveats, files: [{ path: subject.file, edits }, ...added] }];
    });
  }
}

function typesOf(choice: Choice): ReadonlyMap<number, string> {
  return new Map([...choice].map(([index, { type }]) => [index, type]));
}

function strongestOf(ladders: Ladders, ofElements: boolean): Choice {
  return new Map(
    [...ladders].flatMap(([index, ladder]) => {
      const type = ladder.findLast((one) => ofElements || !one.ofElements);
      return type === undefined ? [] : [[index, type] as const];
    }),
  );
}

function handsOnWhole(node: ts.Node): Reason {
  const shown = node.getText();
  return reasonAt(node, {
    code: 'C8',
    message: `\`${shown}\` is handed on as a whole, and nothing says what else it holds: a copy of it may be another thing.`,
    unlock: 'Declare its type in a doc comment.',
  });
}

const mayChangeElements: ReadonlySet<EffectKind> = new Set([
  'writes-parameter',
  'writes-this',
  'writes-outside',
  'unknown-call',
  'awaits',
  'yields',
]);

/**
 * The same code; what a weaker type leaves open shows as a caveat. Where all fields of all objects would be looked at, the same variants are good
 * enough.
 */
function isAsGood(weaker: Candidates, best: Candidates, type: ObservedType | undefined): boolean {
  const shown = type?.ofFields === true ? variantsOf : codeOf;
  return shown(weaker) === shown(best);
}

/** By the parameters of callbacks or in the head of a loop: where there is nothing to take apart, the error says what it is, and by which name it is known. */
function takesApart(node: ts.Node): boolean {
  const isTaken = ts.isParameter(node) || (ts.isVariableDeclaration(node) && ts.isForOfStatement(node.parent.parent));
  return (isTaken && !ts.isIdentifier(node.name)) || (ts.forEachChild(node, takesApart) ?? false);
}

function variantsOf(candidates: Candidates): string {
  return JSON.stringify(candidates.map(({ variant, caveats }) => [variant, caveats.map(({ code }) => code)]));
}

function codeOf(candidates: Candidates): string {
  return JSON.stringify(candidates.map(({ variant, files, caveats }) => [variant, files, caveats]));
}

function parameterName({ node, sourceFile }: Subject, index: number): string {
  return node.parameters[index]?.name.getText(sourceFile) ?? '';
}

/** As caveats: a reviewer who knows the callers may declare the types and drop the check. */
function assumptions(subject: Subject, choice: Choice): readonly Reason[] {
  return [...choice].map(([index, { type, words, unseen }]) => {
    const name = parameterName(subject, index);
    const node: ts.Node = subject.node.parameters[index] ?? subject.node;
    return reasonAt(node, {
      code: 'C13',
      message: `\`${name}\` was ${words} in every call that was observed, which the new code checks: whatever else comes takes the code as it was.${unseen === undefined ? '' : ` Not looked for: ${unseen}.`}`,
      unlock: `Declare it in a doc comment, \`@param {${type}} ${name}\`, and the check is not needed.`,
    });
  });
}
