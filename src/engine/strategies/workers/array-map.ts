// Splitting one pure `xs.map(callback)` of the subject, or one of its relatives from `filter` to `find`: the array goes to the threads in parts, the rest of
// the function stays where it is.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { countedBy } from './as-maps.ts';
import { hopelessSplit, showMicroseconds } from './break-even.ts';
import { countedFrom } from './callback-index.ts';
import { standsInALoop } from './for-each.ts';
import type { MapMethod } from './found-map.ts';
import { identifiersOf, shorthand } from './loop-text.ts';
import { parallelBody } from './map-body.ts';
import { arrayMapSites, type MapSite } from './map-sites.ts';
import type { OwnAccumulator } from './own-accumulator.ts';
import { keptOfParts, ownType, startedOwn } from './own-text.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf, unusedName } from './part-runner.ts';
import { plainQuestion } from './plain-data.ts';
import { poolCode } from './pool-code.ts';
import type { SearchMethod } from './search-runner.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { declaredType, typeText } from './type-text.ts';
import { typedMap } from './typed-map.ts';
import { waitingMap } from './waiting-map.ts';
import { parallelSignature, piecesIn, sizeGuardOf } from './work-count.ts';

export function proposeArrayMap(context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const isAsync = subject.listing.isAsync;
  // In an asynchronous function only what it waits for: there the caller waits already.
  const sites = arrayMapSites(subject, observed).filter(({ awaited }) => !isAsync || awaited !== undefined);
  const fitting = sites.filter(({ reasons }) => reasons.length === 0);
  const [site] = fitting.sort((a, b) => b.weight - a.weight);
  if (site === undefined) return against(...sites.flatMap(({ reasons }) => reasons));

  const hopeless = hopelessSplit(observed);
  if (hopeless !== undefined) {
    return against({
      code: 'W9',
      message: `A whole call takes about ${showMicroseconds(hopeless.work)}, and handing the parts to other threads and back alone takes about ${showMicroseconds(hopeless.overhead)}.`,
      unlock: 'Run it on larger arrays, or give each element more work.',
    });
  }
  if (site.typedArray !== undefined) return typedMap(site, site.typedArray, context);
  const proposal = candidateFor(subject, site, observed);
  const waits = !isAsync && !standsInALoop(site.call, subject);
  const waiting = waits && proposal.kind === 'candidates' ? waitingMap(site, context) : undefined;
  if (proposal.kind !== 'candidates' || waiting === undefined) return proposal;
  return { ...proposal, candidates: [waiting, ...proposal.candidates] };
}

const kebab = {
  ...{ map: 'map', filter: 'filter', flatMap: 'flat-map', reduce: 'reduce', forEach: 'for-each' },
  ...{ some: 'some', every: 'every', find: 'find', findIndex: 'find-index' },
} as const;

const ORDERED = 'The results keep their order.';
const FIRST = 'It stops at the first part that settles the answer.';
const KEPT: Readonly<Record<MapMethod, string>> = {
  ...{ map: ORDERED, filter: ORDERED, flatMap: ORDERED, forEach: ORDERED },
  reduce: 'What they give is put together in order.',
  ...{ some: FIRST, every: FIRST, find: FIRST, findIndex: FIRST },
};

function isSearch(method: MapMethod): method is SearchMethod {
  return method === 'some' || method === 'every' || method === 'find' || method === 'findIndex';
}

function candidateFor(subject: Subject, site: MapSite, observed: readonly ObserveAnswer[]): ShapeProposal {
  const { name } = subject.listing;
  const typed = subject.style.isTypeScript;
  const elementType = typeText(site.elementType, subject);
  const { own, reduction } = site;
  const several = reduction?.kind === 'block' && reduction.values.length > 1 ? reduction.values : undefined;
  const resultType =
    several !== undefined
      ? tupleOf(several.map(({ type }) => typeText(type, subject)))
      : own === undefined
        ? typeText(declaredType(site.resultType, wantedOf(site, subject), subject.checker), subject)
        : ownType(own, subject);
  const captured = site.captured.map((one) => ({ name: one.name, type: typeText(one.type, subject) }));
  const unwritable = [elementType, resultType, ...captured.map(({ type }) => type)].includes(undefined);
  if (typed && unwritable) {
    const message = 'The types of the values that go to the workers cannot be written down at the top of the module.';
    return against({ code: 'C9', message, unlock: 'Give the types names at the top of the module.' });
  }

  const parallel = freshName(subject, `${name}Parallel`);
  const chunk = freshName(subject, `${name}Chunk`);
  const inWorkers = freshName(subject, `${name}InWorkers`);
  // The array's own name is free wherever the callback goes: a callback that used the array would not be here.
  const items = site.arrayName ?? freshName(subject, 'items');
  const code = poolCode(subject, [parallel, chunk, inWorkers]);
  const element = elementType ?? 'unknown';
  const result = resultType ?? 'unknown';
  const names = captured.map((one) => one.name);
  const hidden = [items, ...names].find((one) => code.outerNames.includes(one));
  if (hidden !== undefined)
    return against({
      code: 'C6',
      message: `A variable of the function is called \`${hidden}\`, which the code for the workers needs for itself.`,
      unlock: `Rename \`${hidden}\`.`,
    });
  const declaredCaptures = captured.map((one) => (typed ? `${one.name}: ${one.type}` : one.name));

  const startName =
    site.index === undefined && !site.usesWhole
      ? undefined
      : unusedName('start', [items, ...names, ...identifiersOf(site.call)]);
  const endName = site.usesWhole ? unusedName('end', [items, ...names, ...identifiersOf(site.call)]) : undefined;
  const isBare = names.length === 0 && startName === undefined;
  const slice = (start: string, length: string) => `${items}.slice(${start}, ${start} + ${length})`;
  const { method } = site;
  const isAsync = site.asynchronous !== undefined;
  const search = isSearch(method) ? method : undefined;
  const shape = {
    head: `async function ${inWorkers}`,
    taken: [items, ...names],
    taskType: isBare ? arrayOf(element) : `Parameters<typeof ${chunk}>[0]`,
    chunk,
    fewest: fewestPieces(observed, (answer) => piecesIn(answer, countedBy(site.array, subject.checker), subject)),
  };
  const taskOf = (start: string, length: string) => {
    if (isBare) return slice(start, length);
    const part = site.usesWhole ? items : `${items}: ${slice(start, length)}`;
    const from = startName === undefined ? [] : [shorthand(startName, start)];
    const to = endName === undefined ? [] : [`${endName}: ${start} + ${length}`];
    return `{ ${[part, ...names, ...from, ...to].join(', ')} }`;
  };
  const itemsType = site.usesWhole
    ? (typeText(subject.checker.getTypeAtLocation(site.array), subject) ?? arrayOf(element))
    : arrayOf(element);
  const pieces = {
    ...shape,
    parameters: [typed ? `${items}: ${site.usesWhole ? '' : 'readonly '}${itemsType}` : items, ...declaredCaptures],
    count: `${items}.length`,
    piece: 'element' as const,
    task: taskOf,
    plain: plainQuestion(
      [
        { name: items, type: subject.checker.getTypeAtLocation(site.array) },
        ...site.captured.map((one) => ({ ...one, symbol: subject.checker.getSymbolAtLocation(one.use) })),
      ],
      site.call,
      subject,
    ),
  };
  const kept = site.keepsElements ? { keptOf: { list: items, type: arrayOf(element) } } : {};
  const runner =
    search === undefined
      ? code.runner({ ...pieces, resultType: result, isAsync, ...kept })
      : code.searchRunner({ ...pieces, method: search });
  const itemsDeclared = typed ? `${items}: ${itemsType}` : items;
  const counted = [startName, endName].filter((one) => one !== undefined);
  const fields = [itemsDeclared, ...declaredCaptures, ...counted.map((one) => `${one}: number`)];
  const taskParameter = isBare
    ? itemsDeclared
    : `{ ${[items, ...names, ...counted].join(', ')} }${typed ? `: { ${fields.join('; ')} }` : ''}`;
  const { style } = subject;
  const isList = own === undefined || own.of === 'list';
  const order =
    own !== undefined && !isList ? keptOfParts(own).sentence : KEPT[reduction === undefined ? method : 'reduce'];
  const about = `/** Like \`${name}\`, with \`${site.shown}\` spread over worker threads. ${order} */`;
  const body = parallelBody(subject, site, `await ${inWorkers}(${[site.arrayText, ...names].join(', ')})`);
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = sizeGuardOf(countedBy(site.array, subject.checker), `${head} {`, 'elements', subject);
  const chunkMethod = reduction !== undefined || site.keepsElements ? 'map' : method === 'find' ? 'findIndex' : method;
  const chunkType = search === undefined ? arrayOf(result) : chunkMethod === 'findIndex' ? 'number' : 'boolean';
  const [inCall] = site.call.arguments;
  const callbackText =
    site.index !== undefined && startName !== undefined && inCall !== undefined && ts.isArrowFunction(inCall)
      ? countedFrom(startName, site.index, inCall, subject.checker).replace(/^async\s+/, '')
      : site.callbackText;
  const callback = reindented(callbackText, indentAt(site.call.getStart(), subject.text), style.indent);
  const end = style.semicolons ? ';' : '';
  const part = endName === undefined ? items : `${items}.slice(${startName}, ${endName})`;
  const plain = `${part}.${chunkMethod}(${callback})`;
  const mapped = site.awaited === undefined ? plain : `[...${plain}]`;
  const chunkResult = isAsync ? `Promise<${chunkType}>` : chunkType;
  const holes = site.awaited === undefined || isAsync ? '' : ' Holes become `undefined`, as with `Promise.all`.';
  code.addAfterSubject([
    `${about}\n${code.exporting(parallel, false)}${head}${body}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`.${holes} */
${code.exporting(chunk, true)}${isAsync ? 'async ' : ''}function ${chunk}(${taskParameter})${typed ? `: ${chunkResult}` : ''} {
${(own === undefined ? [`return ${isAsync ? `Promise.all(${plain})` : mapped}`] : collectingLines(own, plain, typed ? chunkType : undefined)).map((line) => `${style.indent}${line}${end}`).join('\n')}
}`,
  ]);
  return {
    kind: 'candidates',
    isRepeated: standsInALoop(site.call, subject),
    candidates: [
      code.candidate({
        variant: site.awaited === undefined ? `array-${kebab[site.method]}` : 'promise-all',
        summary: `Adds ${parallel}, which spreads \`${site.shown}\` over worker threads${search === undefined ? (own !== undefined && !isList ? ` and ${keptOfParts(own).verb}` : ' and keeps the order of the results') : ', a few parts at a time until the answer is known'}.`,
        callBinding: parallel,
        workload: 'single',
        taskFunction: chunk,
        ...(sizeGuard === undefined ? {} : { sizeGuard }),
        caveats: site.caveats as readonly Reason[],
      }),
    ],
  };
}

/** What each result is wanted as, where the map stands. */
function wantedOf({ call, method, awaited }: MapSite, { checker }: Subject): ts.Type | undefined {
  const isArray = (method === 'map' || method === 'flatMap') && awaited === undefined;
  const wanted = isArray ? checker.getContextualType(call) : undefined;
  return wanted && checker.getIndexTypeOfType(wanted, ts.IndexKind.Number);
}

function tupleOf(types: readonly (string | undefined)[]): string | undefined {
  return types.includes(undefined) ? undefined : `[${types.join(', ')}]`;
}

/** Lines of a part that collects into something of its own. */
function collectingLines(own: OwnAccumulator, each: string, type: string | undefined): readonly string[] {
  const { name } = own.target;
  return [startedOwn(own, type), each, `return ${own.of === 'list' ? name : `[${name}]`}`];
}

/** Later lines moved to another depth; text with template literals stays as it is, since its white space may be data. */
function reindented(text: string, from: string, to: string): string {
  if (text.includes('`')) return text;
  return text.replaceAll(
    /\n([ \t]*)/g,
    (_, indent: string) => `\n${indent.startsWith(from) ? to + indent.slice(from.length) : indent}`,
  );
}
