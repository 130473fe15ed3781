// All arrays that a function makes and that can become typed arrays, group by group.
import type { Reason } from '../../../model/reason.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { type ArrayGroup, collectGroups } from './array-groups.ts';
import type { ConversionContext } from './conversion.ts';
import { convertArray } from './convert-array.ts';
import { convertTable, isTable } from './convert-table.ts';
import { reasons } from './reasons.ts';
import type { RewriteText } from './rewrite-text.ts';

export interface ConvertedLocals {
  readonly context: ConversionContext;
  readonly converted: readonly string[];
  readonly groups: readonly ArrayGroup[];
  readonly refused: readonly Reason[];
}

/** Each group of arrays that the function makes, whole or not at all. */
export function convertLocals(start: ConversionContext): ConvertedLocals {
  const { variables, checker } = start;
  const converted: string[] = [];
  const groups: ArrayGroup[] = [];
  const refused: Reason[] = [];
  let { text } = start;
  for (const group of collectGroups(variables, checker)) {
    const attempt = text.copy();
    const context = { ...start, text: attempt };
    const refusal =
      (isTable(group, checker) ? convertTable(group, context) : convertArray(group, context)) ??
      notForeseen(group, attempt);
    if (refusal !== undefined) refused.push(refusal);
    else {
      text = attempt;
      groups.push(group);
      converted.push([...group.variables].map((variable) => variable.name).join(', '));
    }
  }
  return { context: { ...start, text }, converted, groups, refused };
}

/** Edits that overlap: a shape of code that the printing does not know. */
function notForeseen(group: ArrayGroup, text: RewriteText): Reason | undefined {
  const [variable] = group.variables;
  const node = variable?.declaration;
  return text.edits() === undefined && node !== undefined
    ? reasonAt(node, reasons.unknownAllocation(variable?.name ?? ''))
    : undefined;
}
