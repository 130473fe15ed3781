// `list.includes(x)` asked again and again becomes `new Set(list).has(x)`: both compare in the same way (SameValueZero: NaN is found, 0 and -0 are
// the same, a hole counts as undefined), so nothing differs as long as the list does not change meanwhile. `indexOf` compares otherwise.

import type ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { whyItMayChange } from './changing-lists.ts';
import { nameOfVariable } from './print-lookup.ts';
import { reasons } from './reasons.ts';
import { anchorOf, byList, type Lookup, type Question, repeatedCalls } from './searched-lists.ts';

export interface Lookups {
  readonly lookups: readonly Lookup[];
  readonly refused: readonly Reason[];
}

/** `answered` are the searches that something else answers already. */
export function findMembershipSets(question: Question, answered: ReadonlySet<ts.Node>): Lookups {
  const { subject, names } = question;
  const lookups: Lookup[] = [];
  const refused: Reason[] = [];
  const end = subject.style.semicolons ? ';' : '';
  for (const [list, calls] of byList(repeatedCalls(question, new Set(['includes'])))) {
    const [first] = calls;
    if (first === undefined || answered.has(first.call)) continue;
    const runsAt = calls.flatMap((call) => call.runsAt);
    const why = whyItMayChange(list, runsAt, question, '');
    const anchor = anchorOf(runsAt, list, subject);
    if (why !== undefined) refused.push(reasonAt(first.callee, reasons.listMayChange(list.name, why)));
    else if (anchor === undefined) refused.push(reasonAt(first.callee, reasons.place()));
    else {
      const name = names.fresh(`${nameOfVariable(list.name)}Set`);
      lookups.push({
        kind: 'Set',
        list: list.name,
        name,
        declaration: `const ${name} = new Set(${list.text})${end}`,
        anchor,
        searches: calls.map(({ callee }) => ({ node: callee, text: `${name}.has` })),
      });
    }
  }
  return { lookups, refused };
}
