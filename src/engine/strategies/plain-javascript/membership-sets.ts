// `list.includes(x)` asked again and again becomes `new Set(list).has(x)`: both compare in the same way (SameValueZero: NaN is found, 0 and -0 are
// the same, a hole counts as undefined), so nothing differs as long as the list does not change meanwhile. `indexOf` compares otherwise.

import type { Reason } from '../../../model/reason.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { whyItMayChange } from './changing-lists.ts';
import { reasons } from './reasons.ts';
import { anchorOf, byList, type Lookup, type Question, repeatedCalls } from './searched-lists.ts';

export interface Lookups {
  readonly lookups: readonly Lookup[];
  readonly refused: readonly Reason[];
}

/** `grown` are the lists, by their numbers, that have a set of their own already. */
export function findMembershipSets(question: Question, grown: ReadonlySet<number>): Lookups {
  const { subject, names } = question;
  const lookups: Lookup[] = [];
  const refused: Reason[] = [];
  const end = subject.style.semicolons ? ';' : '';
  for (const [list, calls] of byList(repeatedCalls(question, new Set(['includes'])))) {
    const [first] = calls;
    if (first === undefined || grown.has(list.id)) continue;
    const why = whyItMayChange(
      list,
      calls.map(({ call }) => call),
      question,
      '',
    );
    const anchor = anchorOf(first.call, subject);
    if (why !== undefined) refused.push(reasonAt(first.callee, reasons.listMayChange(list.name, why)));
    else if (anchor === undefined) refused.push(reasonAt(first.callee, reasons.place()));
    else {
      const name = names.fresh(`${list.name}Set`);
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
