// Lists that are searched again and again get a Set or a Map that answers, and nothing else is touched: the gain grows with the list, so other
// rewrites would only make the change larger.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { editFile, type FileEdit } from '../../source/edits.ts';
import { indentAt } from '../../source/loops/loop-text.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { findGrownLists, type GrownList, growAlong } from './grown-lists.ts';
import { findKeyedSearches } from './keyed-searches.ts';
import { findMembershipSets } from './membership-sets.ts';
import type { Lookup, Question } from './searched-lists.ts';

export interface AnsweredSearches {
  readonly candidate: Candidate | undefined;
  readonly refused: readonly Reason[];
}

export function answerSearches(question: Question): AnsweredSearches {
  const { subject } = question;
  const grown = findGrownLists(question);
  const answered = new Set(grown.flatMap((list) => [...list.answered]));
  const sets = findMembershipSets(question, answered);
  const keyed = findKeyedSearches(question, answered);
  const lookups = [...sets.lookups, ...keyed.lookups];
  const refused = [...sets.refused, ...keyed.refused];
  if (lookups.length + grown.length === 0) return { candidate: undefined, refused };
  const file = editFile(subject);
  for (const { anchor, declaration } of lookups)
    if (ts.isStatement(anchor)) file.insertLinesBefore(anchor, declaration);
  giveBody(
    lookups.flatMap(({ anchor, declaration }) => (ts.isStatement(anchor) ? [] : [declaration])),
    subject,
    file,
  );
  const replaced = lookups.flatMap(({ searches }) => searches);
  for (const { node, text } of replaced) file.replace(node, text);
  for (const list of grown) growAlong(list, file, question);
  dropListsNoLongerUsed(
    replaced.map(({ node }) => node),
    subject,
    file,
  );
  const candidate = inPlaceCandidate(file.rewrittenFile(), {
    strategy: 'plain-javascript',
    variant: [...lookups, ...grown.flatMap((list) => list.lookups)].some(({ kind }) => kind === 'Map') ? 'map' : 'set',
    summary: summaryOf(lookups, grown),
    caveats: [],
  });
  return { candidate, refused };
}

/** `self` of `(value, index, self) => ...` goes with the last search of it. */
function dropListsNoLongerUsed(replaced: readonly ts.Expression[], { node: root }: Subject, file: FileEdit): void {
  for (const callback of new Set(replaced.map((node) => ts.findAncestor(node, ts.isArrowFunction)))) {
    if (callback === undefined || callback === root || callback.parameters.length !== 3) continue;
    const [, index, list] = callback.parameters;
    if (index === undefined || list === undefined || !ts.isIdentifier(list.name)) continue;
    const { text } = list.name;
    const isUsed = (node: ts.Node): boolean =>
      !replaced.includes(node as ts.Expression) &&
      ((ts.isIdentifier(node) && node.text === text) || (ts.forEachChild(node, isUsed) ?? false));
    if (!isUsed(callback.body)) file.remove({ start: index.end, end: list.end });
  }
}

/** The expression that an arrow function gives gets a body around it, with the lines in front. */
function giveBody(declarations: readonly string[], { node, style, text }: Subject, file: FileEdit): void {
  if (declarations.length === 0 || !ts.isArrowFunction(node)) return;
  const outer = indentAt(text, node.getStart());
  const inner = outer + style.indent;
  const lines = declarations.flatMap((declaration) => declaration.split('\n')).map((line) => inner + line);
  const { body } = node;
  file.replace(
    { start: node.equalsGreaterThanToken.getEnd(), end: body.getStart() },
    ` {\n${lines.join('\n')}\n${inner}return `,
  );
  file.insert(body.getEnd(), `${style.semicolons ? ';' : ''}\n${outer}}`);
}

function summaryOf(lookups: readonly Lookup[], grown: readonly GrownList[]): string {
  const lists = (kind: Lookup['kind']): string =>
    [...new Set(lookups.filter((one) => one.kind === kind).map(({ list }) => list))].join(' and ');
  return [
    ...(lists('Set') === '' ? [] : [`Looks up ${lists('Set')} in a Set instead of searching.`]),
    ...(lists('Map') === '' ? [] : [`Finds elements of ${lists('Map')} by their keys in a Map instead of searching.`]),
    ...grown.map(({ list, lookups: kept, isReplaced }) =>
      isReplaced
        ? `Keeps a ${kept.map(({ kind }) => kind).join()} in place of the list ${list.name}.`
        : kept.every(({ kind }) => kind === 'Set')
          ? `Keeps a Set beside ${list.name} to tell what is in it.`
          : `Keeps a Map beside ${list.name} to find what is in it.`,
    ),
  ].join(' ');
}
