// What one task of a split loop gets: its numbers or its own elements, and the rest of what the loop uses from around it; as text on both sides.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { PartKernel } from '../strategy.ts';
import { isFullySliced, isUsedInBody, slicedArrays } from './loop-parts.ts';
import { endOfPart, mayCountTiny, type Range, rangeOf } from './loop-range.ts';
import type { Captured, LoopSite } from './loop-sites.ts';
import { identifiersOf, inLines, shorthand } from './loop-text.ts';
import { unusedName } from './part-runner.ts';
import { type PlainQuestion, plainQuestion } from './plain-data.ts';
import { typeText } from './type-text.ts';

/** What goes to the threads and back in shared memory. */
export interface Sharing {
  /** Names of arrays. */
  readonly arrays: readonly string[];
  /** The array that the loop goes over, when it is no variable. */
  readonly items: boolean;
  readonly results: boolean;
  /** Typed arrays, each with the name of its class and of the function that puts it there; all parts get the whole of each. */
  readonly views: readonly SharedView[];
}

export interface SharedView {
  readonly name: string;
  readonly className: string;
  readonly toShared: string;
  /** What threads change: a copy in any case. */
  readonly isChanged?: true;
}

export const NOTHING_SHARED: Sharing = { arrays: [], items: false, results: false, views: [] };

export interface LoopTask {
  /** The parameters of the function that hands out the parts: their names, as they are written, and what the caller gives for them. */
  readonly names: readonly string[];
  readonly parameters: readonly string[];
  readonly given: readonly string[];
  /** What tells how many iterations there are, and their number as text. */
  readonly counted: ts.Expression;
  readonly count: string;
  /** That number may be a fraction next to 0. */
  readonly mayBeTiny: boolean;
  /** Undefined for loops that count from 0 to below their limit. */
  readonly range: Range | undefined;
  /** Lines before the first task. */
  readonly setup: readonly string[];
  /** What is asked of the parameters that may hold instances of classes. */
  readonly plain: PlainQuestion | undefined;
  /** What holds in shared memory what the whole of is put there. */
  readonly sharedName: (name: string) => string;
  readonly sent: (start: string, length: string, wholeEnd?: string) => string;
  /** The task of all iterations, with everything as it came and nothing in shared memory. */
  readonly undivided: string;
  readonly type: string;
  /** The parameter of the function that does one task, and its type also where none is written. */
  readonly parameter: string;
  readonly parameterType: string;
  /** A task gets the numbers of its first iteration and of its end, and not only elements of its own. */
  readonly usesNumbers: boolean;
  readonly startName: string;
  readonly endName: string;
  readonly sliced: readonly Captured[];
  /** The name of the array that the loop goes over. */
  readonly items: string | undefined;
  /** Where another strategy does the parts: its memory in the function that hands them out, and in a part. */
  readonly memory: { readonly local: string; readonly field: string } | undefined;
}

export const UNWRITABLE: Reason = {
  code: 'C9',
  message: 'The types of the values that go to the workers cannot be written down at the top of the module.',
  unlock: 'Give the types names at the top of the module.',
};

interface TaskOptions {
  readonly chunk: string;
  readonly sharing: Sharing;
  /** The function that puts numbers into shared memory. */
  readonly toShared: string;
  /** Where another strategy does the parts. */
  readonly kernel?: PartKernel | undefined;
}

/** A reason where a type cannot be written down. */
export function loopTask(site: LoopSite, subject: Subject, options: TaskOptions): LoopTask | Reason {
  const { chunk, sharing, toShared, kernel } = options;
  const { style, checker, sourceFile } = subject;
  const typed = style.isTypeScript;
  const { header } = site;
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const viewOf = (name: string) => sharing.views.find((view) => view.name === name);
  const sliced = slicedArrays(site, subject).filter(({ name }) => viewOf(name) === undefined);
  const isOverElements = header.kind === 'elements';
  const counted = isOverElements ? header.array : header.limit;
  const items = isOverElements ? itemsName(header.array, site, subject) : undefined;
  const declared = [
    ...(items === undefined ? [] : [{ name: items, type: typeText(checker.getTypeAtLocation(counted), subject) }]),
    ...site.captured
      .filter(({ name }) => name !== items)
      .map(({ name, type }) => ({
        name,
        type: viewOf(name)?.className ?? typeText(checker.getBaseTypeOfLiteralType(type), subject),
      })),
  ];
  if (typed && declared.some(({ type }) => type === undefined)) return UNWRITABLE;
  const names = declared.map(({ name }) => name);
  const isShared = (one: string): boolean => sharing.arrays.includes(one) || (sharing.items && one === items);
  const withType = (one: { name: string; type: string | undefined }) => (typed ? `${one.name}: ${one.type}` : one.name);
  const range = rangeOf(header);
  const count = isOverElements ? `${items}.length` : (range?.count ?? countedTo(header.limit));
  const usesNumbers = header.kind === 'counted' && !isFullySliced(site, sliced, subject);
  const used = [...names, ...identifiersOf(header.loop)];
  const [startName, endName] = [unusedName('start', used), unusedName('end', used)];
  const isPart = (one: string) => one === items || sliced.some((array) => array.name === one);
  const sentNames = declared.filter(({ name }) => !usesNumbers || isUsedInBody(name, site));
  const [only] = sentNames;
  const bare = sentNames.length === 1 && !usesNumbers && isPart(only?.name ?? '') ? only?.name : undefined;
  // What every part gets the whole of is put into shared memory once.
  const whole = sentNames
    .filter((one) => viewOf(one.name) !== undefined || (isShared(one.name) && !isPart(one.name)))
    .map(({ name: one }) => ({
      one,
      local: unusedName(`shared${one.charAt(0).toUpperCase()}${one.slice(1)}`, names),
      by: viewOf(one)?.toShared ?? toShared,
    }));
  const localOf = (name: string) => whole.find(({ one }) => one === name)?.local ?? name;
  const memory = kernel && {
    local: unusedName('kernelMemory', [...names, ...whole.map(({ local }) => local)]),
    field: unusedName('memory', [...used, startName, endName]),
  };
  const copyOf = (one: string) =>
    memory !== undefined && kernel?.arrays.includes(one) === true ? `${memory.local}?.copies.${one} ?? ` : '';
  const sent = (start: string, length: string, wholeEnd?: string): string => {
    const slice = (one: string) => `${one}.slice(${start}, ${start} + ${length})`;
    const part = (one: string) =>
      viewOf(one) !== undefined
        ? `${localOf(one)}.subarray(${start}, ${start} + ${length})`
        : isShared(one)
          ? `${toShared}(${slice(one)})`
          : slice(one);
    const end = wholeEnd ?? endOfPart(start, length, range ?? { to: count, isInclusive: false });
    // What the head of the loop counts to is not needed where every part knows its own end.
    const numbers = [
      ...(usesNumbers ? [shorthand(startName, start), shorthand(endName, end)] : []),
      ...(memory === undefined ? [] : [shorthand(memory.field, `${memory.local}?.memory`)]),
    ];
    const parts = sentNames.map(({ name: one }) =>
      isPart(one) ? `${one}: ${part(one)}` : shorthand(one, localOf(one)),
    );
    return bare === undefined ? inLines([...parts, ...numbers], 80, '    ') : part(bare);
  };
  const undivided =
    bare ??
    inLines(
      [
        ...sentNames.map(({ name }) => name),
        ...(usesNumbers ? [shorthand(startName, range?.from ?? '0'), shorthand(endName, range?.to ?? count)] : []),
      ],
      80,
      '    ',
    );
  const received = sentNames.map((one) => (isShared(one.name) ? { ...one, type: sharedType } : one));
  const numbers = usesNumbers ? [startName, endName].map((name) => ({ name, type: 'number' })) : [];
  const fields = [...received, ...numbers];
  const memoryField = memory && `${memory.field}?: Parameters<typeof ${kernel?.kernel}>[0] | undefined`;
  const pattern = inLines([...fields.map(({ name }) => name), ...(memory === undefined ? [] : [memory.field])], 60, '');
  const parameter =
    bare !== undefined
      ? received.map(withType).join('')
      : `${pattern}${typed ? `: ${inLines([...fields.map(withType), ...(memoryField === undefined ? [] : [memoryField])], 60, '', ';')}` : ''}`;
  const isItems = (name: string) => isOverElements && name === items;
  const parameterType = `{ ${fields.map(({ name, type }) => `${name}: ${type ?? 'any'}`).join('; ')} }`;
  return {
    ...{ names, parameters: declared.map(withType), counted, count, range, sent, undivided },
    mayBeTiny: mayCountTiny(header, subject),
    plain: plainQuestion(
      [
        ...(items === undefined ? [] : [{ name: items, type: checker.getTypeAtLocation(counted) }]),
        ...site.captured.filter(({ name }) => name !== items),
      ].filter(({ name }) => sentNames.some((one) => one.name === name)),
      header.loop,
      subject,
    ),
    ...{ parameter, parameterType },
    given: names.map((name) => (isItems(name) ? counted.getText(sourceFile) : name)),
    setup: [
      ...(memory === undefined ? [] : [`const ${memory.local} = ${kernel?.memory}(${kernel?.arrays.join(', ')});`]),
      ...whole.map(({ one, local, by }) => `const ${local} = ${copyOf(one)}${by}(${one});`),
    ],
    sharedName: localOf,
    type: bare === undefined ? `Parameters<typeof ${chunk}>[0]` : isShared(bare) ? sharedType : (only?.type ?? ''),
    ...{ usesNumbers, startName, endName, sliced, items, memory },
  };
}

function countedTo(limit: ts.Expression): string {
  return ts.isBinaryExpression(limit) ? `(${limit.getText()})` : limit.getText();
}

/** A variable of the function that has the name of something the code for the workers needs. */
export function hiddenName(names: readonly string[], outerNames: readonly string[]): Reason | undefined {
  const hidden = names.find((one) => outerNames.includes(one));
  return hidden === undefined
    ? undefined
    : {
        code: 'C6',
        message: `A variable of the function is called \`${hidden}\`, which the code for the workers needs for itself.`,
        unlock: `Rename \`${hidden}\`.`,
      };
}

/** The array's own name, when it is a variable: the body then reads as it did. What the body itself reads is all of the array, and no part. */
function itemsName(array: ts.Expression, site: LoopSite, subject: Subject): string {
  if (
    ts.isIdentifier(array) &&
    site.captured.some(({ name }) => name === array.text) &&
    !isUsedInBody(array.text, site)
  )
    return array.text;
  return freshName(subject, 'items');
}
