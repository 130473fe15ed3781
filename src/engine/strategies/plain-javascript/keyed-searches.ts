// `users.find((user) => user.id === id)` asked again and again becomes a Map by `user.id` made once, and so do `some`, `filter`, `findIndex` and
// `indexOf` that ask for one key. They compare with ===, where a Map finds NaN and === does not: keys that may be NaN are left out of it. The first
// element with a key is the one that is found. Holes have no key; that the elements are what their types say is believed.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { canBeAsked } from './asked-keys.ts';
import { whyItMayChange } from './changing-lists.ts';
import { leavesMembers, membersOf } from './kept-members.ts';
import { type KeySearch, readKeySearch, searchMethods } from './key-search.ts';
import { keepsAll, printLookup } from './print-lookup.ts';
import { reasons } from './reasons.ts';
import { anchorOf, type Lookup, type Question, repeatedCalls } from './searched-lists.ts';

export function findKeyedSearches(
  question: Question,
  answered: ReadonlySet<ts.Node>,
): {
  readonly lookups: readonly Lookup[];
  readonly refused: readonly Reason[];
} {
  const { subject } = question;
  const lookups: Lookup[] = [];
  const refused: Reason[] = [];
  const groups = new Map<string, KeySearch[]>();
  for (const repeated of repeatedCalls(question, searchMethods)) {
    if (answered.has(repeated.call)) continue;
    const search = readKeySearch(repeated, subject);
    if (search === undefined) {
      const isStable = whyItMayChange(repeated.list, repeated.runsAt, question, '.') === undefined;
      if (isStable && repeated.method !== 'indexOf')
        refused.push(reasonAt(repeated.call, reasons.otherSearch(repeated.list.name)));
      continue;
    }
    const mayChange = whyItMayChange(repeated.list, repeated.runsAt, question, search.path);
    if (mayChange === undefined && search.isInCallback && !canBeAsked(search.asked, repeated.call, question)) {
      refused.push(reasonAt(search.asked, reasons.keyMayBeMissing(repeated.list.name)));
      continue;
    }
    // Only `findIndex` finds holes.
    const finder = search.answer === 'place' && search.isInCallback ? 'findIndex' : search.answer;
    const kept = keepsAll(search) ? 'all' : `${search.isLast ? 'last' : 'first'} ${finder}`;
    const group = `${repeated.list.id} ${kept} ${search.path}`;
    groups.set(group, [...(groups.get(group) ?? []), search]);
  }
  for (const searches of groups.values()) {
    const [first] = searches;
    if (first === undefined) continue;
    const { list, call, path } = first;
    const runsAt = searches.flatMap((search) => search.runsAt);
    const why =
      whyItMayChange(list, runsAt, question, path) ?? (mayHaveOtherKeys(first, question) ? ownElements : undefined);
    const anchor = anchorOf(runsAt, list, subject);
    if (why !== undefined) refused.push(reasonAt(call, reasons.listMayChange(list.name, why)));
    else if (anchor === undefined) refused.push(reasonAt(call, reasons.place()));
    else lookups.push(printLookup(searches, anchor, question));
  }
  return { lookups, refused };
}

const ownElements = 'its elements are made here, and may be given other keys';

function mayHaveOtherKeys(search: KeySearch, question: Question): boolean {
  const { path } = search;
  if (path === '' || hasElementsOfTheCaller(search, question)) return false;
  // Elements of arrays get other values in more ways than members do.
  return path.startsWith('[') || !leavesMembers(membersOf(path), question.subject);
}

/** A function without effects changes no element of a parameter, of a field or of the module; what it made itself it may change without anybody seeing. */
function hasElementsOfTheCaller({ list }: KeySearch, { subject, variables }: Question): boolean {
  if (list.variable?.isFree !== false) return true;
  let { declaration } = list;
  for (let depth = 0; depth < 5; depth++) {
    if (declaration === undefined) return false;
    if (ts.isParameter(declaration)) return declaration.parent === subject.node;
    const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (made === undefined || !ts.isCallExpression(made) || !ts.isPropertyAccessExpression(made.expression))
      return false;
    if (!['filter', 'slice'].includes(made.expression.name.text)) return false;
    declaration = variables.of(made.expression.expression)?.declaration;
  }
  return false;
}
