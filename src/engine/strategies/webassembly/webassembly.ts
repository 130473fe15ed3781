// Numeric functions become a WebAssembly module whose bytes are written here: their loops run on machine numbers and flat memory, with
// exactly the results that JavaScript gives. What is compiled, and how, is in src/engine/kernel; here it is decided whether that is sound and
// worth while for the subject, and the suggested code is put together.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { emitKernel } from '../../kernel/emit-kernel.ts';
import type { KernelFunction, Parameter } from '../../kernel/kernel-ir.ts';
import { lowerKernel } from '../../kernel/lower-kernel.ts';
import { simplifyKernel } from '../../kernel/simplify-kernel.ts';
import { loopDepth } from '../../kernel/walk-kernel.ts';
import { type AssumedSubject, assumeParameterTypes } from '../../source/assumed-types.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { type Assumed, type ChosenAssumptions, chooseAssumptions } from './choose-assumptions.ts';
import { observedKernelTypes } from './observed-types.ts';
import { obstacleReason, reasons } from './reasons.ts';
import { rewriteWithKernel } from './rewrite.ts';
import { whyNotWorthIt } from './worth-it.ts';

export const webassembly: Strategy = {
  id: 'webassembly',
  title: 'WebAssembly',
  folklore: '10-1000x on loops',
  whenNotToUse:
    'Single passes over plain arrays, which cost as much to copy as to work on, short calls, and code that makes strings or objects.',
  propose: proposeKernel,
};

function proposeKernel({ subject, observed }: StrategyContext): Proposal {
  const form = formReason(subject);
  if (form !== undefined) return declined(form);
  const types = observedKernelTypes(subject, observed);
  const assumedSubject = types.size > 0 ? assumeParameterTypes(subject, types) : undefined;
  const read = assumedSubject?.subject ?? subject;
  const lowered = lowerKernel(read.node, subject.listing.name.split('.').at(-1) ?? 'kernel', read.checker);
  if (!lowered.ok) return declined(restored(obstacleReason(lowered.obstacle), assumedSubject));
  const { module } = lowered;
  const [entry] = module.functions;
  if (entry === undefined) return declined(reasonAt(subject.node, reasons.fewOperations(subject.listing.name)));
  const cheap = whyNotWorthIt(module, subject);
  if (cheap !== undefined) return declined(cheap);
  const isRecursive = loopDepth(module) === Number.POSITIVE_INFINITY;
  simplifyKernel(module);
  const chosen = chooseAssumptions(module, observed);
  if (chosen === 'too-large')
    return declined(obstacleReason({ kind: 'too-large', node: subject.node, subject: subject.listing.name }));
  const { facts } = chosen.plain;
  if (facts.unset !== undefined)
    return declined(obstacleReason({ kind: 'unset', node: subject.node, subject: facts.unset.name }));
  const candidate = ({ facts: known, assumed }: ChosenAssumptions, variant: string) => {
    const emitted = emitKernel(module, known);
    const caveats = caveatsOf(subject, entry, assumed, emitted.usesMemory);
    const isChecked = variant === checkedVariant;
    const all = isChecked ? [reasonAt(subject.node, reasons.checkedIntegers()), ...caveats] : caveats;
    return rewriteWithKernel({ subject, entry, variant, facts: known, emitted, assumed, isRecursive, caveats: all });
  };
  const plain = candidate(chosen.plain, 'kernel');
  if (chosen.checked === undefined) return { kind: 'candidates', candidates: [plain] };
  return { kind: 'candidates', candidates: [plain, candidate(chosen.checked, checkedVariant)] };
}

/** Which arrays of the kernel hold 32-bit integers is checked at each store. */
const checkedVariant = 'checked-integers';

function restored(reason: Reason, assumed: AssumedSubject | undefined): Reason {
  return assumed?.restore(reason) ?? reason;
}

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
  entry: KernelFunction,
  assumed: ReadonlyMap<Parameter, Assumed>,
  usesMemory: boolean,
): readonly Reason[] {
  const conditions = entry.parameters.flatMap((parameter) => {
    const what = assumed.get(parameter);
    if (what === undefined || what === 'number') return [];
    const noun = {
      positive: 'from 1 to a billion',
      count: 'from 0 to a billion',
      integer: 'of at most a billion in size',
    }[what];
    const isArray = parameter.kind === 'array' || parameter.kind === 'table';
    return [isArray ? `${parameter.name} holds integers ${noun}` : `${parameter.name} is an integer ${noun}`];
  });
  return [
    ...(conditions.length > 0 ? [reasonAt(subject.node, reasons.integersOnly(conditions.join(' and ')))] : []),
    ...(usesMemory ? [reasonAt(subject.node, reasons.retainsMemory())] : []),
  ];
}
