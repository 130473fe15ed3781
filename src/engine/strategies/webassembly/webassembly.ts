// Numeric functions become a WebAssembly module whose bytes are written here: their loops run on machine numbers and flat memory, with
// exactly the results that JavaScript gives. What is compiled, and how, is in src/engine/kernel; here it is decided whether that is sound and
// worth while for the subject, and the suggested code is put together.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { emitKernel } from '../../kernel/emit-kernel.ts';
import { groupOf, type KernelFunction, type KernelModule, type Parameter } from '../../kernel/kernel-ir.ts';
import { lowerKernel } from '../../kernel/lower-kernel.ts';
import { simplifyKernel } from '../../kernel/simplify-kernel.ts';
import { loopDepth, walkKernel } from '../../kernel/walk-kernel.ts';
import { assumeParameterTypes } from '../../source/assumed-types.ts';
import { freshName } from '../../source/names.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import {
  type Candidate,
  declined,
  type PartKernel,
  type PartWork,
  type Proposal,
  type Strategy,
  type StrategyContext,
} from '../strategy.ts';
import { residentCaveats, retyped, typedSignature, typedSignatureCaveats } from '../typed-signature.ts';
import {
  type Assumed,
  type AssumptionChoices,
  type ChosenAssumptions,
  chooseAssumptions,
} from './choose-assumptions.ts';
import { observedArrayKinds, observedKernelTypes } from './observed-types.ts';
import { canDoParts, partKernel } from './part-kernel.ts';
import { obstacleReason, reasons } from './reasons.ts';
import { rewriteWithKernel } from './rewrite.ts';
import { canBeResident, rewriteWithResidentData, rewriteWithTypedData } from './typed-data.ts';
import { writtenBack } from './typed-function.ts';
import { whyNotWorthIt } from './worth-it.ts';

export const webassembly: Strategy = {
  id: 'webassembly',
  title: 'WebAssembly',
  folklore: '10-1000x on loops',
  whenNotToUse:
    'Single passes over plain arrays, which cost as much to copy as to work on, short calls, and code that makes strings or objects.',
  propose: proposeKernel,
  partKernel: kernelOfParts,
};

function proposeKernel({ subject, observed }: StrategyContext): Proposal {
  const same = kernelCandidates(subject, observed);
  const resident = residentCandidates(subject, observed);
  if (!('code' in same)) {
    const [plain, ...checked] = same;
    return { kind: 'candidates', candidates: [plain, ...checked, ...typedCandidates(subject, observed), ...resident] };
  }
  const [first] = resident;
  if (first === undefined) return declined(same);
  // Why nothing is faster with copies is said with what is offered without.
  return { kind: 'candidates', candidates: [{ ...first, caveats: [...first.caveats, same] }] };
}

/** Those with the same signature. */
export function kernelCandidates(
  subject: Subject,
  observed: StrategyContext['observed'],
): readonly [Candidate, ...Candidate[]] | Reason {
  const form = formReason(subject);
  if (form !== undefined) return form;
  const types = observedKernelTypes(subject, observed);
  const assumedSubject = types.size > 0 ? assumeParameterTypes(subject, types) : undefined;
  const kernel = compiledKernel(assumedSubject?.subject ?? subject, observed);
  if ('code' in kernel) return assumedSubject?.restore(kernel) ?? kernel;
  const { module, entry, isRecursive, chosen } = kernel;
  const candidate = ({ facts: known, assumed }: ChosenAssumptions, variant: string) => {
    const emitted = emitKernel(module, known);
    const caveats = caveatsOf(subject, module, assumed, emitted.usesMemory);
    const isChecked = variant === checkedVariant;
    const all = isChecked ? [reasonAt(subject.node, reasons.checkedIntegers()), ...caveats] : caveats;
    return rewriteWithKernel({ subject, entry, variant, facts: known, emitted, assumed, isRecursive, caveats: all });
  };
  const plain = candidate(chosen.plain, 'kernel');
  return chosen.checked === undefined ? [plain] : [plain, candidate(chosen.checked, checkedVariant)];
}

interface CompiledKernel {
  readonly module: KernelModule;
  readonly entry: KernelFunction;
  readonly isRecursive: boolean;
  readonly chosen: AssumptionChoices;
}

/** A reason where it cannot be compiled or would not pay. */
function compiledKernel(
  subject: Subject,
  observed: StrategyContext['observed'],
  copies: 'copies' | 'copies nothing' = 'copies',
): CompiledKernel | Reason {
  const { node, listing, checker } = subject;
  const kinds = observedArrayKinds(observed);
  const lowered = lowerKernel(node, listing.name.split('.').at(-1) ?? 'kernel', checker, kinds);
  if (!lowered.ok) return obstacleReason(lowered.obstacle);
  const { module } = lowered;
  const [entry] = module.functions;
  const cheap = whyNotWorthIt(module, subject, copies);
  if (cheap !== undefined) return cheap;
  if (entry === undefined) return reasonAt(node, reasons.fewOperations(listing.name));
  const isRecursive = loopDepth(module) === Number.POSITIVE_INFINITY;
  simplifyKernel(module);
  const chosen = chooseAssumptions(module, observed);
  if (chosen === 'too-large') return obstacleReason({ kind: 'too-large', node, subject: listing.name });
  const { unset } = chosen.plain.facts;
  if (unset !== undefined) return obstacleReason({ kind: 'unset', node, subject: unset.name });
  return { module, entry, isRecursive, chosen };
}

/** The same for callers whose numbers are in typed arrays, where the function takes or gives arrays of numbers. */
function typedCandidates(subject: Subject, observed: StrategyContext['observed']): readonly Candidate[] {
  const signature = typedSignature(subject);
  if (signature === undefined) return [];
  const { parameters, result } = signature.edits;
  // What it returns may be an array that it makes, or one that it was given.
  for (const edits of [parameters, [...parameters, ...result]]) {
    const read = edits.length === 0 ? subject : retyped(subject, edits);
    const kernel = read && compiledKernel(read, observed);
    if (kernel === undefined || 'code' in kernel || kernel.isRecursive) continue;
    const { module, entry, chosen } = kernel;
    if (takesFields(entry)) continue;
    const { facts, assumed } = chosen.checked ?? chosen.plain;
    const emitted = emitKernel(module, facts);
    const caveats = [
      ...typedSignatureCaveats(subject, signature, limitsOf(module, writtenBack(entry, signature))),
      ...caveatsOf(subject, module, assumed, emitted.usesMemory),
    ];
    const candidate = rewriteWithTypedData({ subject, signature, entry, facts, emitted, assumed, caveats });
    if (candidate !== undefined) return [candidate];
  }
  return [];
}

/** The same for callers whose numbers stay in the kernel's memory, which copies nothing: also where there is only one pass over them. */
function residentCandidates(subject: Subject, observed: StrategyContext['observed']): readonly Candidate[] {
  if (formReason(subject) !== undefined) return [];
  const signature = typedSignature(subject, ['numbers']);
  const edits = signature?.edits.parameters ?? [];
  const read = edits.length === 0 ? undefined : retyped(subject, edits);
  const kernel = read && compiledKernel(read, observed, 'copies nothing');
  if (signature === undefined || kernel === undefined || 'code' in kernel || kernel.isRecursive) return [];
  const { module, entry, chosen } = kernel;
  if (takesFields(entry) || !canBeResident(module, signature)) return [];
  const { facts, assumed } = chosen.checked ?? chosen.plain;
  const emitted = emitKernel(module, facts, 'imported');
  const { name } = subject.listing;
  const named = { ...signature, name: freshName(subject, `${name}Resident`) };
  const makerName = freshName(subject, `${name}Numbers`);
  const caveats = [
    ...residentCaveats(subject, named, makerName, limitsOf(module, writtenBack(entry, signature))),
    ...caveatsOf(subject, module, assumed, false),
  ];
  return [rewriteWithResidentData({ subject, signature: named, makerName, entry, facts, emitted, assumed, caveats })];
}

/** For threads that work in one memory, where nothing is copied for each part. */
function kernelOfParts(subject: Subject, work: PartWork, variant: string): PartKernel | undefined {
  const isTyped = subject.style.isTypeScript;
  const read = isTyped ? subject : assumeParameterTypes(subject, new Map([[0, work.type]]))?.subject;
  const kernel = read && compiledKernel(read, [], 'copies nothing');
  if (kernel === undefined || 'code' in kernel || kernel.isRecursive) return undefined;
  const { module, entry, chosen } = kernel;
  const checked = variant === checkedVariant ? chosen.checked : undefined;
  const { facts, assumed } = checked ?? chosen.plain;
  const emitted = emitKernel(module, facts, 'shared');
  if (!canDoParts(module, work, emitted)) return undefined;
  return {
    strategy: 'webassembly',
    ...partKernel({
      ...{ subject, entry, facts, emitted, assumed, isRecursive: false },
      variant: checked === undefined ? 'kernel' : checkedVariant,
    }),
    caveats: [
      ...(checked === undefined ? [] : [reasonAt(subject.node, reasons.checkedIntegers())]),
      ...caveatsOf(subject, module, new Map([...assumed].filter(([{ name }]) => !work.bounds.includes(name))), true),
    ].map(({ code, message, unlock }) => ({ code, message, ...(unlock === undefined ? {} : { unlock }) })),
  };
}

/** Then the objects that callers hand over would have to hold typed arrays. */
function takesFields({ given }: KernelFunction): boolean {
  return [...given.values()].some(({ field }) => field !== undefined);
}

function listOf(names: readonly ts.Identifier[]): string {
  return names.map(({ text }) => `\`${text}\``).join(', ');
}

/** What typed arrays cannot do that plain ones can. */
function limitsOf(module: KernelModule, back: readonly Parameter[]): readonly string[] {
  const written = back.map(({ name }) => name);
  let leavesUnset = false;
  walkKernel(module, {
    statement: (statement) => {
      leavesUnset ||= statement.kind === 'empty' && statement.array.declaredLength !== undefined;
    },
  });
  return [
    ...(written.length > 0
      ? [`${written.join(' and ')} cannot become longer there: a write past the end is a RangeError`]
      : []),
    ...(leavesUnset ? ['elements that are never set are NaN there, and not undefined'] : []),
  ];
}

/** Which arrays of the kernel hold 32-bit integers is checked at each store. */
const checkedVariant = 'checked-integers';

function formReason(subject: Subject): Reason | undefined {
  const { node, listing, checker } = subject;
  if (ts.isConstructorDeclaration(node) || ts.isAccessor(node)) return reasonAt(node, reasons.notReached(listing.kind));
  const isGeneric = (node.typeParameters?.length ?? 0) > 0;
  const isOverloaded = checker.getTypeAtLocation(node.name ?? node).getCallSignatures().length > 1;
  if (isGeneric || isOverloaded) return reasonAt(node, reasons.generic(listing.name));
  return undefined;
}

function caveatsOf(
  subject: Subject,
  { functions: [entry], imported }: KernelModule,
  assumed: ReadonlyMap<Parameter, Assumed>,
  usesMemory: boolean,
): readonly Reason[] {
  const conditions = (entry?.parameters ?? []).flatMap((parameter) => {
    const name = entry?.given.get(parameter)?.text ?? parameter.name;
    const kind = parameter.kind === 'array' && parameter.isOneOfSeveral === true ? groupOf(parameter) : undefined;
    const ofKind = kind === undefined ? [] : [`${name} is a ${kind.typedName ?? 'plain array'}`];
    const what = assumed.get(parameter);
    if (what === undefined || what === 'number') return ofKind;
    const noun = {
      positive: 'from 1 to a billion',
      count: 'from 0 to a billion',
      integer: 'of at most a billion in size',
    }[what];
    const isArray = parameter.kind === 'array' || parameter.kind === 'table';
    return [...ofKind, isArray ? `${name} holds integers ${noun}` : `${name} is an integer ${noun}`];
  });
  const sought = (entry?.parameters ?? []).filter((parameter) => {
    const array = parameter.kind === 'table' ? parameter.cells : parameter;
    const group = array.kind === 'array' ? groupOf(array) : undefined;
    return group?.asksForMissing === true && group.typedName === undefined;
  });
  const soughtNames = sought.map((parameter) => entry?.given.get(parameter)?.text ?? parameter.name);
  return [
    ...(soughtNames.length > 0 ? [reasonAt(subject.node, reasons.ownKeys(soughtNames.join(' and ')))] : []),
    ...(conditions.length > 0 ? [reasonAt(subject.node, reasons.integersOnly(conditions.join(' and ')))] : []),
    ...(usesMemory ? [reasonAt(subject.node, reasons.retainsMemory())] : []),
    ...imported.slice(0, 1).map((first) => reasonAt(first, reasons.importedFunctions(listOf(imported)))),
  ];
}
