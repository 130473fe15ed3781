// Local arrays of numbers or booleans become typed arrays where that changes nothing but the time: every use is understood, every write
// proven to lie inside, every element proven to fit, and no array leaves the function. What a variable holds and how far an index can
// go is proven in source/ranges; which shapes are rewritten, and how, is decided here.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { TextEdit } from '../../../model/report.ts';
import type { Effects } from '../../source/effects.ts';
import { collectVariables } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { type Candidate, declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { withObservedTypes } from '../with-observed-types.ts';
import type { ConversionContext } from './conversion.ts';
import { convertLocals } from './convert-locals.ts';
import { fallbackFor } from './fallback-function.ts';
import { findParameterTables, type ParameterTable } from './parameter-tables.ts';
import { printParameterTables } from './print-parameter-tables.ts';
import { reasons } from './reasons.ts';
import { RewriteText } from './rewrite-text.ts';
import { sortInTypedArrays } from './sorted-numbers.ts';
import { typedDataCandidates } from './typed-data.ts';
import { whyNone } from './why-none.ts';

export const typedArrays: Strategy = withObservedTypes({
  id: 'typed-arrays',
  title: 'Typed arrays',
  folklore: '10-100x on large arrays',
  whenNotToUse:
    'Small arrays, arrays that are handed back to code expecting plain arrays, and arrays of objects or strings.',
  propose: (context) => proposeTypedArrays(context),
});

function proposeTypedArrays({ subject, effects }: StrategyContext): Proposal {
  const scope = dynamicScope(subject);
  if (scope !== undefined) return declined(scope);
  const { checker } = subject;
  const variables = collectVariables(subject.node, checker);
  const locals = convertLocals({ subject, variables, checker, text: new RewriteText(subject) });
  const copies = copyTables(locals.context, effects);
  const refused = [...locals.refused, ...copies.refused];
  const caveats = [...refused, reasonAt(subject.node, reasons.memoryCaveat())];
  const candidates: Candidate[] = [];
  const edits = locals.context.text.edits();
  const shared = {
    strategy: 'typed-arrays',
    signature: 'same',
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats,
  } as const;
  if (locals.converted.length > 0 && edits !== undefined)
    candidates.push({
      ...shared,
      variant: 'drop-in',
      summary: keepsSummary(locals.converted),
      files: [{ path: subject.file, edits }],
    });
  if (copies.done !== undefined)
    candidates.push({
      ...shared,
      variant: 'flat-copies',
      summary: `${copies.done.withLocals && locals.converted.length > 0 ? `${keepsSummary(locals.converted)} ` : ''}Reads ${copies.done.names.join(' and ')} from flat copies; tables whose rows differ in length take the original code.`,
      files: [{ path: subject.file, edits: copies.done.edits }],
    });
  const sorts = sortInTypedArrays(subject);
  if (sorts !== undefined)
    candidates.push({
      ...shared,
      variant: 'sort',
      summary: `Sorts the numbers of ${sorts.shown} in a typed array, which compares them without calling back.`,
      files: [{ path: subject.file, edits: sorts.edits }],
      caveats: [reasonAt(subject.node, reasons.memoryCaveat())],
    });
  const [first = whyNone(subject, variables), ...more] = refused;
  // Why nothing is faster with plain arrays is said with what is offered for typed ones.
  const typed = typedDataCandidates(subject);
  candidates.push(
    ...(candidates.length > 0 ? typed : typed.map((one) => ({ ...one, caveats: [...one.caveats, first, ...more] }))),
  );
  const [candidate, ...others] = candidates;
  if (candidate !== undefined) return { kind: 'candidates', candidates: [candidate, ...others] };
  return declined(first, ...more);
}

function keepsSummary(converted: readonly string[]): string {
  return `Keeps ${converted.join(' and ')} in ${converted.length > 1 ? 'typed arrays' : 'a typed array'}, with the same signature.`;
}

interface CopiedTables {
  readonly done:
    | { readonly names: readonly string[]; readonly edits: readonly TextEdit[]; readonly withLocals: boolean }
    | undefined;
  readonly refused: readonly Reason[];
}

/** Copies of the caller's tables, beside what was done to the arrays that the function makes where the two do not meet. */
function copyTables(context: ConversionContext, effects: Effects): CopiedTables {
  const { subject } = context;
  const { tables: found, anchor, refused } = findParameterTables(context, effects);
  const [first] = found;
  if (first === undefined || anchor === undefined) return { done: undefined, refused };
  const alone = new RewriteText(subject);
  for (const text of [context.text.copy(), alone]) {
    const attempt = { ...context, text };
    const fallback = fallbackFor(
      attempt,
      'OfRows',
      'The same for rows of different lengths, or with cells that are no numbers.',
    );
    if (fallback === undefined)
      return { done: undefined, refused: [...refused, reasonAt(anchor, reasons.noFallback(first.variable.name))] };
    const tables = withFreeNames(found, text);
    printParameterTables(tables, anchor, fallback, attempt);
    const edits = text.edits();
    if (edits === undefined) continue;
    const names = tables.map(({ variable }) => variable.name);
    return { done: { names, edits, withLocals: text !== alone }, refused };
  }
  return { done: undefined, refused };
}

/** The width of one table may be the height of another. */
function withFreeNames(tables: readonly ParameterTable[], text: RewriteText): readonly ParameterTable[] {
  const named = new Map(
    tables.flatMap(({ namesWidth, width }) => (namesWidth ? [[width, text.take(text.freeName(width))] as const] : [])),
  );
  const renamed = (size: string): string => named.get(size) ?? size;
  return tables.map((table) => ({ ...table, height: renamed(table.height), width: renamed(table.width) }));
}

/** `arguments`, `eval` and `with` reach variables by other ways than their names. */
function dynamicScope(subject: Subject): Reason | undefined {
  const visit = (node: ts.Node): Reason | undefined => {
    if (ts.isWithStatement(node)) return reasonAt(node, reasons.dynamicScope('with'));
    if (
      ts.isIdentifier(node) &&
      (node.text === 'eval' || node.text === 'arguments') &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
    ) {
      return reasonAt(node, reasons.dynamicScope(node.text));
    }
    return ts.forEachChild(node, visit);
  };
  return ts.forEachChild(subject.node, visit);
}
