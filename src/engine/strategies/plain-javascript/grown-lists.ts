// A list that is searched while it grows, `if (!seen.includes(x)) seen.push(x)`, gets a Set or Map that grows with it, and goes where nothing else
// is asked of it. A list that stays holds what it held, in its order, -0 included. Where elements are asked for by a key, nothing in the function may give them another one.

import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { bare, enclosingFunction } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import { isFreshLiteral } from './accumulators.ts';
import { canBeAsked } from './asked-keys.ts';
import { isHandedOver, isLeftInBetween, isOnlyRead, runsAfter, whatChangesKeys } from './changing-lists.ts';
import { type GrownLookup, growAtPush } from './grown-pushes.ts';
import { leavesMembers, membersOf } from './kept-members.ts';
import { type KeySearch, readKeySearch } from './key-search.ts';
import { elementType, keepsAll, keyTypeText, lookupName, mayBeNaN, questionText } from './print-lookup.ts';
import { byList, type Question, type RepeatedCall, repeatedCalls } from './searched-lists.ts';
import { whenItRuns } from './when-it-runs.ts';

export interface GrownList {
  readonly list: Variable;
  readonly declared: ts.VariableStatement;
  readonly lookups: readonly GrownLookup[];
  readonly pushes: readonly ts.CallExpression[];
  /** The searches that are answered, as calls. */
  readonly answered: ReadonlySet<ts.CallExpression>;
  /** Nothing else is asked of the list: what answers takes its place. */
  readonly isReplaced: boolean;
}

const methods: ReadonlySet<string> = new Set(['includes', 'find', 'findLast', 'some', 'findIndex', 'indexOf']);

export function findGrownLists(question: Question): readonly GrownList[] {
  const calls = byList(repeatedCalls(question, methods));
  return [...calls].flatMap(([{ variable }, asked]) =>
    variable === undefined ? [] : (grownList(variable, asked, question) ?? []),
  );
}

function grownList(list: Variable, calls: readonly RepeatedCall[], question: Question): GrownList | undefined {
  const growth = growthOf(list, calls, question);
  if (growth === undefined) return undefined;
  const groups = new Map<string, Answerable[]>();
  for (const call of calls) {
    const one = answerable(call, growth, question);
    if (one !== undefined) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  }
  const answerables = [...groups.values()];
  if (answerables.length === 0) return undefined;
  const answered = new Set(answerables.flat().map(({ call }) => call.call));
  const isReplaced =
    answerables.length === 1 &&
    answerables.flat().every(({ search }) => search?.answer !== 'place') &&
    isOnlySearched(list, answered, growth, question);
  return {
    ...growth,
    list,
    lookups: answerables.map((asked) => lookupFor(list, asked, growth, isReplaced, question)),
    answered,
    isReplaced,
  };
}

/** The places of its elements are nowhere asked for, and its type is known without it. A type in a comment would be that of the list. */
function isOnlySearched(
  { declaration, name, references }: Variable,
  answered: GrownList['answered'],
  { isEmpty, declared }: Growth,
  { subject }: Question,
): boolean {
  const searches = [...answered];
  const isTold = subject.style.isTypeScript
    ? !elementType(declaration, name).includes('typeof ')
    : ts.getJSDocTypeTag(declared) === undefined;
  const isOwn = (reference: ts.Identifier): boolean =>
    reference.parent === declaration ||
    pushOn(reference) !== undefined ||
    searches.some(({ expression }) => ts.isPropertyAccessExpression(expression) && expression.expression === reference);
  return isEmpty && isTold && references.every(isOwn);
}

interface Growth extends Pick<GrownList, 'declared' | 'pushes'> {
  readonly isEmpty: boolean;
}

/** A list made here, to which the function only adds until the last search of it. */
function growthOf(list: Variable, calls: readonly RepeatedCall[], { subject }: Question): Growth | undefined {
  const { declaration } = list;
  if (list.isFree || list.definitions.length !== 1 || declaration === undefined) return undefined;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  const declared = declaration.parent.parent;
  const initial = bare(declaration.initializer);
  if (!ts.isVariableStatement(declared) || declared.declarationList.declarations.length > 1) return undefined;
  const block = declared.parent;
  if (!ts.isArrayLiteralExpression(initial) || !isFreshLiteral(initial) || !ts.isBlock(block)) return undefined;
  const searches = calls.flatMap(({ runsAt }) => runsAt);
  const pushes: ts.CallExpression[] = [];
  for (const reference of list.references) {
    if (reference === declaration.name || runsAfter(reference, searches, block)) continue;
    if (whenItRuns(reference, subject.node, subject.checker).often === 'later') return undefined;
    if (isGivenBack(reference, declaration)) continue;
    const push = pushOn(reference);
    if (push === undefined && (!isOnlyRead(reference) || isHandedOver(reference, subject.checker))) return undefined;
    if (push !== undefined) pushes.push(push);
  }
  const areSingle = pushes.every(
    ({ arguments: [value, ...more] }) => value !== undefined && more.length === 0 && !ts.isSpreadElement(value),
  );
  return pushes.length > 0 && areSingle ? { declared, pushes, isEmpty: initial.elements.length === 0 } : undefined;
}

interface Answerable {
  readonly call: RepeatedCall;
  /** Absent for `includes`. */
  readonly search: KeySearch | undefined;
  readonly group: string;
}

function answerable(call: RepeatedCall, { isEmpty }: Growth, question: Question): Answerable | undefined {
  if (call.method === 'includes') return { call, search: undefined, group: 'includes' };
  const { subject } = question;
  const search = readKeySearch(call, subject);
  if (search === undefined || keepsAll(search)) return undefined;
  const { path, answer, isLast, isInCallback } = search;
  const distinguishesNaN = mayBeNaN([search]);
  if (!isEmpty && (path !== '' || answer !== 'there' || distinguishesNaN)) return undefined;
  if (path !== '' && mayGetOtherKeys(path, question)) return undefined;
  if (isInCallback && !canBeAsked(search.asked, call.call, question)) return undefined;
  const isMembership = answer === 'there' && path === '' && !distinguishesNaN;
  return { call, search, group: isMembership ? 'includes' : `${isLast} ${answer} ${path}` };
}

function mayGetOtherKeys(path: string, { subject, effects }: Question): boolean {
  const members = membersOf(path);
  return (
    path.startsWith('[') ||
    isLeftInBetween(subject.node) ||
    !leavesMembers(members, subject) ||
    whatChangesKeys(effects, members, subject) !== undefined
  );
}

function lookupFor(
  list: Variable,
  asked: readonly Answerable[],
  { isEmpty }: Growth,
  isReplaced: boolean,
  question: Question,
): GrownLookup {
  const { names, subject } = question;
  const end = subject.style.semicolons ? ';' : '';
  const searches = asked.flatMap(({ search }) => search ?? []);
  const [search] = searches;
  const isMembership = search === undefined || (search.answer === 'there' && search.path === '');
  const name = !isMembership
    ? names.fresh(lookupName(search))
    : isReplaced
      ? list.name
      : names.fresh(`${list.name}Set`);
  const answers = asked.map(({ call, search: one }) =>
    one === undefined
      ? { node: call.callee, text: `${name}.has` }
      : { node: one.question, text: questionText(one, name) },
  );
  const kind = isMembership || search.answer === 'there' ? 'Set' : 'Map';
  const types = subject.style.isTypeScript && isEmpty ? `<${typesOf(list, searches, kind, subject)}>` : '';
  return {
    kind,
    name,
    list: list.name,
    path: search?.path ?? '',
    answer: search?.answer ?? 'there',
    isLast: search?.isLast ?? false,
    skipsNaN: search !== undefined && !asked.some((one) => one.search === undefined) && mayBeNaN(searches),
    searches,
    declaration: `const ${name} = new ${kind}${types}(${isEmpty ? '' : list.name})${end}`,
    answers,
  };
}

function typesOf(
  list: Variable,
  searches: readonly KeySearch[],
  kind: 'Set' | 'Map',
  subject: Question['subject'],
): string {
  const [search] = searches;
  const element = elementType(list.declaration, list.name);
  const key = search === undefined || search.path === '' ? element : keyTypeText(searches, subject).text;
  if (kind === 'Set') return key;
  return `${key}, ${search?.answer === 'place' ? 'number' : element}`;
}

function pushOn(reference: ts.Identifier): ts.CallExpression | undefined {
  const member = reference.parent;
  if (!ts.isPropertyAccessExpression(member) || member.expression !== reference || member.name.text !== 'push')
    return undefined;
  const call = member.parent;
  const isPush = ts.isCallExpression(call) && call.expression === member && call.questionDotToken === undefined;
  return isPush && member.questionDotToken === undefined && ts.isExpressionStatement(call.parent) ? call : undefined;
}

/** Given back by the function that made it, when nothing more is asked; a callback that gives it back hands it to somebody meanwhile. */
function isGivenBack(reference: ts.Identifier, declaration: ts.Declaration): boolean {
  return ts.isReturnStatement(reference.parent) && enclosingFunction(reference) === enclosingFunction(declaration);
}

export function growAlong(grown: GrownList, file: FileEdit, question: Question): void {
  const { declared, lookups, pushes, isReplaced } = grown;
  for (const { declaration, answers } of lookups) {
    if (isReplaced) file.replace(declared, declaration);
    else file.insertLinesAfter(declared, declaration);
    for (const { node, text } of answers) file.replace(node, text);
  }
  for (const push of pushes) growAtPush(push, grown, file, question);
}
