// Local arrays of numbers or booleans become typed arrays where that changes nothing but the time: every use is understood, every write
// proven to lie inside, every element proven to fit, and no array leaves the function. What a variable holds and how far an index can
// go is proven in source/ranges; which shapes are rewritten, and how, is decided here.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { collectVariables } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { withObservedTypes } from '../with-observed-types.ts';
import { type ArrayGroup, collectGroups } from './array-groups.ts';
import { convertArray } from './convert-array.ts';
import { convertTable, isTable } from './convert-table.ts';
import { reasons } from './reasons.ts';
import { RewriteText } from './rewrite-text.ts';

export const typedArrays: Strategy = withObservedTypes({
  id: 'typed-arrays',
  title: 'Typed arrays',
  folklore: '10-100x on large arrays',
  whenNotToUse:
    'Small arrays, arrays that are handed back to code expecting plain arrays, and arrays of objects or strings.',
  propose: (context) => proposeTypedArrays(context),
});

function proposeTypedArrays({ subject }: StrategyContext): Proposal {
  const scope = dynamicScope(subject);
  if (scope !== undefined) return declined(scope);
  const { checker } = subject;
  const variables = collectVariables(subject.node, checker);
  const groups = collectGroups(variables, checker);
  const converted: string[] = [];
  const refused: Reason[] = [];
  let text = new RewriteText(subject);
  for (const group of groups) {
    const attempt = text.copy();
    const context = { subject, variables, checker, text: attempt };
    const refusal =
      (isTable(group, checker) ? convertTable(group, context) : convertArray(group, context)) ??
      notForeseen(group, attempt);
    if (refusal !== undefined) refused.push(refusal);
    else {
      text = attempt;
      converted.push([...group.variables].map((variable) => variable.name).join(', '));
    }
  }
  const [first, ...more] = refused;
  const edits = text.edits();
  if (converted.length === 0 || edits === undefined)
    return first === undefined ? declined(reasonAt(subject.node, reasons.noArrays())) : declined(first, ...more);
  return {
    kind: 'candidates',
    candidates: [
      {
        strategy: 'typed-arrays',
        variant: 'drop-in',
        summary: `Keeps ${converted.join(' and ')} in ${converted.length > 1 ? 'typed arrays' : 'a typed array'}, with the same signature.`,
        signature: 'same',
        files: [{ path: subject.file, edits }],
        dependencies: {},
        workload: 'single',
        tolerance: 'exact',
        caveats: [...refused, reasonAt(subject.node, reasons.memoryCaveat())],
      },
    ],
  };
}

/** Edits that overlap: a shape of code that the printing does not know. */
function notForeseen(group: ArrayGroup, text: RewriteText): Reason | undefined {
  const [variable] = group.variables;
  const node = variable?.declaration;
  return text.edits() === undefined && node !== undefined
    ? reasonAt(node, reasons.unknownAllocation(variable?.name ?? ''))
    : undefined;
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
