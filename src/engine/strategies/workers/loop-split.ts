// Splitting a loop of the subject: workers compute the value of each iteration, and the statement that took it takes it from the results, in order.

import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessSplit, showMicroseconds } from './break-even.ts';
import type { Delivery } from './loop-delivery.ts';
import { endOfPart, inOnePart, isFromZero, iterationsIn, rangeOf } from './loop-range.ts';
import { type Captured, isKept, type LoopSite, loopSites } from './loop-sites.ts';
import type { LoopTail } from './loop-tail.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf, unusedName } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { isArrayOfNumbers, isNumberType, mayMatter, shareableArrays, sharingFunction } from './shared-numbers.ts';
import { shorten } from './shown-values.ts';
import { typeText } from './type-text.ts';
import { parallelSignature, sizeGuardOf } from './work-count.ts';

export function proposeLoopSplit(context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const answers = loopSites(subject);
  const sites = answers.flatMap((answer) => (answer.kind === 'site' ? [answer.site] : []));
  const [site] = sites.sort((a, b) => b.weight - a.weight);
  if (site === undefined) {
    return against(...answers.flatMap((answer) => (answer.kind === 'declined' ? answer.reasons : [])));
  }
  const hopeless = hopelessSplit(observed);
  if (hopeless !== undefined) {
    return against({
      code: 'W9',
      message: `A whole call takes about ${showMicroseconds(hopeless.work)}, and handing the parts to other threads and back alone takes about ${showMicroseconds(hopeless.overhead)}.`,
      unlock: 'Run it on larger arrays, or give each iteration more work.',
    });
  }
  const cloned = candidateFor(context, site, NOTHING_SHARED);
  const sharing = mayMatter(observed) ? sharingOf(site, subject) : NOTHING_SHARED;
  const shared = sharing === NOTHING_SHARED ? undefined : candidateFor(context, site, sharing);
  if (cloned.kind === 'declined' || shared?.kind !== 'candidates') return cloned;
  // The most promising one first.
  return { kind: 'candidates', candidates: [...shared.candidates, ...cloned.candidates] };
}

/** What goes to the threads and back in shared memory. */
interface Sharing {
  /** Names of arrays. */
  readonly arrays: readonly string[];
  /** The array that the loop goes over, when it is no variable. */
  readonly items: boolean;
  readonly results: boolean;
}

const NOTHING_SHARED: Sharing = { arrays: [], items: false, results: false };

function sharingOf(site: LoopSite, subject: Subject): Sharing {
  const { checker } = subject;
  const { header, delivery } = site;
  const arrays = shareableArrays(site, subject).map(({ name }) => name);
  const isItems = header.kind === 'elements' && !ts.isIdentifier(header.array);
  const items = isItems && isArrayOfNumbers(checker.getTypeAtLocation(header.array), checker);
  const handed =
    delivery.kind === 'tail' ? delivery.values.map(({ type }) => type) : [checker.getTypeAtLocation(delivery.value)];
  const results = handed.length === 1 && handed.every(isNumberType);
  return arrays.length > 0 || items || results ? { arrays, items, results } : NOTHING_SHARED;
}

function candidateFor({ subject, observed }: StrategyContext, site: LoopSite, sharing: Sharing): ShapeProposal {
  const { name } = subject.listing;
  const { style, checker } = subject;
  const typed = style.isTypeScript;
  const valueType = handedType(site.delivery, subject);
  const sliced = slicedArrays(site, subject);
  const { header } = site;
  const results = freshName(subject, 'results');
  const parallel = freshName(subject, `${name}Parallel`);
  const chunk = freshName(subject, `${name}Chunk`);
  const inWorkers = freshName(subject, `${name}InWorkers`);
  const isOverElements = header.kind === 'elements';
  const counted = isOverElements ? header.array : header.limit;
  const items = isOverElements ? itemsName(header.array, site, subject) : undefined;
  const others = site.captured.filter(({ name: one }) => one !== items);
  const itemsType = isOverElements ? arrayTypeText(header.array, subject) : undefined;
  const declared = [
    ...(items === undefined ? [] : [{ name: items, type: itemsType }]),
    ...others.map((one) => ({ name: one.name, type: typeText(checker.getBaseTypeOfLiteralType(one.type), subject) })),
  ];
  if (typed && [valueType, ...declared.map(({ type }) => type)].includes(undefined)) {
    const message = 'The types of the values that go to the workers cannot be written down at the top of the module.';
    return against({ code: 'C9', message, unlock: 'Give the types names at the top of the module.' });
  }
  const toShared = freshName(subject, 'shared');
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const isSharing = sharing !== NOTHING_SHARED;
  const code = poolCode(subject, [parallel, chunk, inWorkers, results, ...(isSharing ? [toShared] : [])]);
  const isShared = (one: string): boolean => sharing.arrays.includes(one) || (sharing.items && one === items);
  const names = declared.map((one) => one.name);
  const hidden = names.find((one) => code.outerNames.includes(one));
  if (hidden !== undefined) {
    return against({
      code: 'C6',
      message: `A variable of the function is called \`${hidden}\`, which the code for the workers needs for itself.`,
      unlock: `Rename \`${hidden}\`.`,
    });
  }
  const value = valueType ?? 'unknown';
  const withType = (one: { name: string; type: string | undefined }) => (typed ? `${one.name}: ${one.type}` : one.name);
  const range = rangeOf(header);
  const count = isOverElements ? `${items}.length` : (range?.count ?? header.limit.getText());
  const usesNumbers = header.kind === 'counted' && !isFullySliced(site, sliced, subject);
  const used = [...names, ...identifiersOf(header.loop)];
  const [startName, endName] = [unusedName('start', used), unusedName('end', used)];
  const isPart = (one: string) => one === items || sliced.some((array) => array.name === one);
  const isSent = (one: string): boolean => !usesNumbers || isUsedInBody(one, site);
  const sentNames = declared.filter((one) => isSent(one.name));
  const [only] = sentNames;
  const bare =
    only !== undefined && sentNames.length === 1 && !usesNumbers && isPart(only.name) ? only.name : undefined;
  // What every part gets the whole of is put into shared memory once.
  const whole = sentNames
    .filter((one) => isShared(one.name) && !isPart(one.name))
    .map(({ name: one }) => ({ one, local: unusedName(`shared${one.charAt(0).toUpperCase()}${one.slice(1)}`, names) }));
  const sent = (start: string, length: string, wholeEnd?: string): string => {
    const slice = (one: string) => `${one}.slice(${start}, ${start} + ${length})`;
    const part = (one: string) => (isShared(one) ? `${toShared}(${slice(one)})` : slice(one));
    const end = wholeEnd ?? endOfPart(start, length, range ?? { to: count, isInclusive: false });
    // What the head of the loop counts to is not needed where every part knows its own end.
    const numbers = usesNumbers ? [shorthand(startName, start), shorthand(endName, end)] : [];
    const parts = sentNames.map(({ name: one }) =>
      isPart(one) ? `${one}: ${part(one)}` : shorthand(one, whole.find((array) => array.one === one)?.local ?? one),
    );
    return bare === undefined ? inLines([...parts, ...numbers], 80, '    ') : part(bare);
  };
  const runner = code.runner({
    head: `async function ${inWorkers}`,
    parameters: declared.map(withType),
    resultType: value,
    taken: names,
    count,
    piece: 'iteration',
    task: sent,
    taskType: bare === undefined ? `Parameters<typeof ${chunk}>[0]` : isShared(bare) ? sharedType : (only?.type ?? ''),
    chunk,
    fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
    ...(range === undefined ? {} : { range }),
    setup: [
      ...whole.map(({ one, local }) => `const ${local} = ${toShared}(${one});`),
      ...(range?.isKnown === false ? inOnePart(range, sent, chunk, sharing.results) : []),
    ],
    ...(sharing.results ? { numbersType: sharedType } : {}),
  });
  const received = sentNames.map((one) => (isShared(one.name) ? { ...one, type: sharedType } : one));
  const fields = [
    ...received,
    ...(usesNumbers
      ? [
          { name: startName, type: 'number' },
          { name: endName, type: 'number' },
        ]
      : []),
  ];
  const taskParameter =
    bare !== undefined
      ? received.map(withType).join('')
      : `${inLines(
          fields.map((one) => one.name),
          60,
          '',
        )}${typed ? `: ${inLines(fields.map(withType), 60, '', ';')}` : ''}`;
  const shown = shorten(
    header.loop
      .getText()
      .slice(0, header.loop.statement.getStart() - header.loop.getStart())
      .trim(),
  );
  const loopText = chunkLoop(site, subject, { results, startName, endName, usesNumbers, sliced, items });
  const end = style.semicolons ? ';' : '';
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = range === undefined ? sizeGuardOf(counted, `${head} {`, 'iterations', subject) : undefined;
  const call = `await ${inWorkers}(${argumentsOf(names, items, header, subject).join(', ')})`;
  code.addAfterSubject([
    `/** Like \`${name}\`, with the work of \`${shown}\` spread over worker threads. The results keep their order. */
${code.exporting(parallel, false)}${head}${parallelBody(subject, site, call, results, value)}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`. */
${code.exporting(chunk, true)}function ${chunk}(${taskParameter})${typed ? `: ${sharing.results ? sharedType : arrayOf(value)}` : ''} {
${style.indent}const ${results}${typed ? `: ${arrayOf(value)}` : ''} = []${end}
${style.indent}${loopText}
${style.indent}return ${sharing.results ? `${toShared}(${results})` : results}${end}
}`,
    ...(isSharing ? [code.styled(sharingFunction(toShared, style))] : []),
  ]);
  return {
    kind: 'candidates',
    candidates: [
      code.candidate({
        variant: isSharing ? 'loop-shared' : 'loop',
        summary: `Adds ${parallel}, which spreads the work of \`${shown}\` over worker threads and takes the results in order${isSharing ? '; numbers go there and back in shared memory' : ''}.`,
        callBinding: parallel,
        workload: 'single',
        taskFunction: chunk,
        ...(sizeGuard === undefined ? {} : { sizeGuard }),
        caveats: [],
      }),
    ],
  };
}

/** `{ a, b }`, or one line for each when that is too long. */
function inLines(fields: readonly string[], width: number, indent: string, separator = ','): string {
  const line = `{ ${fields.join(`${separator} `)} }`;
  if (line.length <= width) return line;
  return `{\n${fields.map((field) => `${indent}  ${field}${separator}\n`).join('')}${indent}}`;
}

function shorthand(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}

/** The array's own name, when it is a variable: the body then reads as it did. */
function itemsName(array: ts.Expression, site: LoopSite, subject: Subject): string {
  if (ts.isIdentifier(array) && site.captured.some(({ name }) => name === array.text)) return array.text;
  return freshName(subject, 'items');
}

function arrayTypeText(array: ts.Expression, subject: Subject): string | undefined {
  return typeText(subject.checker.getTypeAtLocation(array), subject);
}

function argumentsOf(
  names: readonly string[],
  items: string | undefined,
  header: LoopSite['header'],
  { sourceFile }: Subject,
): readonly string[] {
  return names.map((one) => (one === items && header.kind === 'elements' ? header.array.getText(sourceFile) : one));
}

/** Arrays of which an iteration reads nothing but its own element: every part gets its share. */
function slicedArrays({ header, captured, delivery }: LoopSite, { checker }: Subject): readonly Captured[] {
  // What a part gets of an array is cut out by its numbers, which must not be negative.
  if (header.kind !== 'counted' || !ts.isNumericLiteral(header.start)) return [];
  return captured.filter(({ symbol, type }) => {
    const isArray = checker.isArrayType(type) || /^\w+\d+(Clamped)?Array$/.test(type.getSymbol()?.name ?? '');
    const uses = mentionsIn(header.loop.statement, symbol, checker).filter((use) => !isKept(use, delivery));
    return isArray && uses.length > 0 && uses.every((use) => isOwnElement(use, header.variable, checker));
  });
}

function isOwnElement(use: ts.Identifier, counter: ts.Symbol, checker: ts.TypeChecker): boolean {
  const access = use.parent;
  return (
    ts.isElementAccessExpression(access) &&
    access.expression === use &&
    ts.isIdentifier(access.argumentExpression) &&
    checker.getSymbolAtLocation(access.argumentExpression) === counter
  );
}

/** The counter is used for nothing but such elements, and the loop runs to the end of one such array: the text needs no other numbers. */
function isFullySliced({ header, delivery }: LoopSite, sliced: readonly Captured[], { checker }: Subject): boolean {
  if (header.kind !== 'counted' || !ts.isPropertyAccessExpression(header.limit) || rangeOf(header) !== undefined)
    return false;
  const { expression, name } = header.limit;
  const limit = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression) : undefined;
  if (name.text !== 'length' || !sliced.some(({ symbol }) => symbol === limit)) return false;
  return mentionsIn(header.loop.statement, header.variable, checker).every((use) => {
    const isPlace = isKept(use, delivery);
    const array = ts.isElementAccessExpression(use.parent) ? use.parent.expression : undefined;
    const symbol = array !== undefined && ts.isIdentifier(array) ? checker.getSymbolAtLocation(array) : undefined;
    return isPlace || sliced.some((one) => one.symbol === symbol);
  });
}

function isUsedInBody(name: string, { header, captured, delivery }: LoopSite): boolean {
  const symbol = captured.find((one) => one.name === name)?.symbol;
  if (symbol === undefined) return true;
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name && !isKept(node, delivery)) || (ts.forEachChild(node, visit) ?? false);
  return visit(header.loop.statement);
}

interface ChunkNames {
  readonly results: string;
  readonly startName: string;
  readonly endName: string;
  readonly usesNumbers: boolean;
  readonly sliced: readonly Captured[];
  readonly items: string | undefined;
}

/** The loop as it stands in the worker: over its part, with the value handed to the results. */
function chunkLoop(site: LoopSite, subject: Subject, names: ChunkNames): string {
  const { header, delivery } = site;
  const { text, checker, style } = subject;
  const { loop } = header;
  const replacements: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const replace = (node: ts.Node, by: string): void => {
    replacements.push({ start: node.getStart(), end: node.end, text: by });
  };
  const end = style.semicolons ? ';' : '';
  if (delivery.kind === 'tail') {
    const [first] = delivery.statements;
    const last = delivery.statements.at(-1);
    const values = delivery.values.map(({ name, call }) => (call === undefined ? name : call.getText()));
    const handed = values.length === 1 ? values.join('') : `[${values.join(', ')}]`;
    if (first === undefined || last === undefined) throw new Error('There is a rest of the loop.');
    replacements.push({ start: first.getStart(), end: last.end, text: `${names.results}.push(${handed})${end}` });
  } else {
    const { statement, value } = delivery;
    replacements.push({ start: statement.getStart(), end: value.getStart(), text: `${names.results}.push(` });
    replacements.push({ start: value.end, end: statement.end, text: `)${end}` });
  }
  if (header.kind === 'elements') {
    if (names.items !== undefined && names.items !== header.array.getText()) replace(header.array, names.items);
  } else if (names.usesNumbers) {
    replace(header.start, names.startName);
    replace(header.limit, names.endName);
    for (const { symbol } of names.sliced) {
      for (const use of mentionsIn(loop.statement, symbol, checker).filter((one) => !isKept(one, delivery))) {
        const access = use.parent;
        if (ts.isElementAccessExpression(access))
          replace(access.argumentExpression, `${header.name} - ${names.startName}`);
      }
    }
  }
  const from = indentAt(loop.getStart(), text);
  return reindented(withReplacements(text, loop.getStart(), loop.end, replacements), from, style.indent);
}

function withReplacements(
  text: string,
  from: number,
  to: number,
  replacements: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let result = '';
  let at = from;
  for (const one of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + text.slice(at, to);
}

/** The body of the original, with a loop over the results in place of the loop. */
function parallelBody(subject: Subject, site: LoopSite, call: string, results: string, valueType: string): string {
  const { node, text } = subject;
  const { body } = node;
  if (body === undefined || !ts.isBlock(body)) throw new Error('A function with a loop has a block.');
  const { loop } = site.header;
  const start = body.getStart();
  return ` ${text.slice(start, loop.getStart())}${takingLoop(site, subject, call, results, valueType)}${text.slice(loop.end, body.end)}`;
}

function takingLoop(
  { header, delivery }: LoopSite,
  { text, style, project }: Subject,
  call: string,
  results: string,
  valueType: string,
): string {
  const indent = indentAt(header.loop.getStart(), text);
  const end = style.semicolons ? ';' : '';
  if (delivery.kind === 'tail')
    return tailLoop(header, delivery, { text, style, project }, { call, results, valueType });
  const { statement, value } = delivery;
  const taking = (taken: string) =>
    text.slice(statement.getStart(), value.getStart()) + taken + text.slice(value.end, statement.end);
  if (delivery.kind === 'each') {
    const one = unusedName('value', [results, ...identifiersOf(statement)]);
    return `for (const ${one} of ${call}) {\n${indent}${style.indent}${taking(one)}\n${indent}}`;
  }
  const [only, ...more] = delivery.loops;
  const counter = header.kind === 'counted' && isFromZero(header) ? header.name : '';
  const next =
    more.length === 0 && counter !== '' ? undefined : unusedName('next', [results, ...identifiersOf(header.loop)]);
  const lines = [`const ${results} = ${call}${end}`];
  if (next !== undefined) lines.push(`let ${next} = 0${end}`);
  const loops = only === undefined ? [] : [only, ...more];
  // Where the compiler asks of every element whether it is there: there are as many results as the loops take.
  const asked = style.isTypeScript && project.options.noUncheckedIndexedAccess === true ? ` as ${valueType}` : '';
  const opened = loops.map(
    (loop, depth) =>
      `${style.indent.repeat(depth)}${text.slice(loop.getStart(), loop.statement.getStart()).trimEnd()} {`,
  );
  const inner = `${style.indent.repeat(loops.length)}${taking(`${results}[${next === undefined ? counter : `${next}++`}]${asked}`)}`;
  const closed = loops.map((_, depth) => `${style.indent.repeat(loops.length - 1 - depth)}}`);
  return [...lines, ...opened, inner, ...closed].join(`\n${indent}`);
}

/** The rest of each iteration, with the values of its work taken from the results. */
function tailLoop(
  header: LoopSite['header'],
  { statements, values, usesIteration }: LoopTail,
  { text, style, project }: Pick<Subject, 'text' | 'style' | 'project'>,
  { call, results, valueType }: { readonly call: string; readonly results: string; readonly valueType: string },
): string {
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined) throw new Error('There is a rest of the loop.');
  const { loop } = header;
  const indent = indentAt(loop.getStart(), text);
  const end = style.semicolons ? ';' : '';
  const computed = values.find((value) => value.call !== undefined);
  const name = computed === undefined ? '' : unusedName(computed.name, [results, ...identifiersOf(loop)]);
  const called = computed?.call;
  const rest =
    called === undefined
      ? text.slice(first.getStart(), last.end)
      : text.slice(first.getStart(), called.getStart()) + name + text.slice(called.end, last.end);
  const names = values.map((value) => (value === computed ? name : value.name));
  const pattern = names.length === 1 ? names.join('') : `[${names.join(', ')}]`;
  const inner = `${indent}${style.indent}`;
  const body = ts.isBlock(loop.statement) ? rest : reindented(rest, `${indent}${style.indent}`, inner);
  if (!usesIteration) return `for (const ${pattern} of ${call}) {\n${inner}${body}\n${indent}}`;
  const asked = style.isTypeScript && project.options.noUncheckedIndexedAccess === true ? ` as ${valueType}` : '';
  const isIndex = header.kind === 'counted' && isFromZero(header);
  const next = isIndex ? undefined : unusedName('next', [results, ...identifiersOf(loop)]);
  const place = isIndex ? header.name : `${next}++`;
  return [
    `const ${results} = ${call}${end}`,
    ...(next === undefined ? [] : [`${indent}let ${next} = 0${end}`]),
    `${indent}${text.slice(loop.getStart(), loop.statement.getStart()).trimEnd()} {`,
    `${inner}const ${pattern} = ${results}[${place}]${asked}${end}`,
    `${inner}${body}`,
    `${indent}}`,
  ].join('\n');
}

function identifiersOf(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) found.push(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

function mentionsIn(region: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === symbol.name && checker.getSymbolAtLocation(node) === symbol)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

/** The type of what an iteration hands over; several values go as a tuple. */
function handedType(delivery: Delivery | LoopTail, subject: Subject): string | undefined {
  const { checker } = subject;
  const textOf = (type: ts.Type) => typeText(checker.getBaseTypeOfLiteralType(type), subject);
  if (delivery.kind !== 'tail') return textOf(checker.getTypeAtLocation(delivery.value));
  const types = delivery.values.map(({ type }) => textOf(type));
  if (types.includes(undefined)) return undefined;
  return types.length === 1 ? types[0] : `[${types.join(', ')}]`;
}

/** Later lines moved to another depth; text with template literals stays as it is, since its white space may be data. */
function reindented(text: string, from: string, to: string): string {
  if (text.includes('`')) return text;
  return text.replaceAll(`\n${from}`, `\n${to}`);
}
