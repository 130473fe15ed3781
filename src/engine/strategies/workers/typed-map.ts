// `xs.map(callback)` of a typed array: it lies in memory that all threads see, each maps its part of it, and the parts, typed arrays again, are put one behind
// the other. What is no plain one of its class, such as a Buffer among Uint8Arrays, is mapped as it was, since it gives another one of its own.
import ts from 'typescript';
import { laidOut } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate, StrategyContext } from '../strategy.ts';
import { countedFrom } from './callback-index.ts';
import { standsInALoop } from './for-each.ts';
import { copiedCaveats } from './loop-in-place.ts';
import { hiddenName, type SharedView, UNWRITABLE } from './loop-task.ts';
import { identifiersOf, inLines, mentionsIn, reindented, shorthand } from './loop-text.ts';
import { parallelBody } from './map-body.ts';
import type { MapSite } from './map-sites.ts';
import { fewestPieces } from './part-length.ts';
import { unusedName } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { isElementRead } from './shared-numbers.ts';
import { sharingFunction, sharingFunctions, typedArrayClass, viewOf } from './shared-views.ts';
import { typeText } from './type-text.ts';
import { waitingCode } from './waiting-code.ts';
import { waitingRunnerText } from './waiting-runner.ts';
import { parallelSignature, piecesIn, sizeGuardOf } from './work-count.ts';

interface Captured {
  readonly name: string;
  readonly type: string;
  readonly view: SharedView | undefined;
  readonly isPrimitive: boolean;
}

/** What both forms are written with. */
interface TypedMap {
  readonly items: string;
  readonly captured: readonly Captured[];
  readonly views: readonly SharedView[];
  /** Of the whole result. */
  readonly typedArray: { readonly className: string; readonly shown: string };
  readonly fewest: number | undefined;
}

export function typedMap(site: MapSite, className: string, context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const captured = capturedBy(site, subject);
  if (captured === undefined) return against(UNWRITABLE);
  const items = site.arrayName ?? freshName(subject, 'items');
  const map: TypedMap = {
    ...{ items, captured },
    views: [viewOf(items, className, subject), ...captured.flatMap(({ view }) => view ?? [])],
    typedArray: { className, shown: shownResult(site, className, subject) },
    fewest: fewestPieces(observed, (answer) => piecesIn(answer, site.array, subject)),
  };
  const isRepeated = standsInALoop(site.call, subject);
  const waiting = isRepeated ? undefined : waitingForm(site, map, subject);
  const pooled = poolForm(site, map, subject);
  if ('code' in pooled) return waiting === undefined ? against(pooled) : { kind: 'candidates', candidates: [waiting] };
  return { kind: 'candidates', isRepeated, candidates: waiting === undefined ? [pooled] : [waiting, pooled] };
}

/** Undefined where a type cannot be written down. */
function capturedBy({ captured, call }: MapSite, subject: Subject): readonly Captured[] | undefined {
  const { checker, style } = subject;
  const found = captured.map(({ name, type, use }): Captured | undefined => {
    const className = typedArrayClass(type);
    const symbol = checker.getSymbolAtLocation(use);
    const isView =
      className !== undefined &&
      symbol !== undefined &&
      mentionsIn(call, symbol, checker).every((one) => isElementRead(one, checker));
    const text = isView ? className : typeText(checker.getBaseTypeOfLiteralType(type), subject);
    if (text === undefined && style.isTypeScript) return undefined;
    const view = isView ? viewOf(name, className, subject) : undefined;
    return { name, type: text ?? '', view, isPrimitive: isPrimitiveType(type) };
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** With its memory where that is asked for, which compilers before TypeScript 5.7 have no word for. */
function shownResult({ call }: MapSite, className: string, { checker, node }: Subject): string {
  const wanted = checker.getContextualType(call);
  const isInferred = node.type === undefined && wanted === undefined;
  const text = checker.typeToString(isInferred ? checker.getTypeAtLocation(call) : (wanted ?? checker.getAnyType()));
  return text === `${className}<ArrayBuffer>` ? text : className;
}

function waitingForm(site: MapSite, map: TypedMap, subject: Subject): Candidate | undefined {
  const { style } = subject;
  if (!map.captured.every(({ isPrimitive, view }) => isPrimitive || view !== undefined)) return undefined;
  const code = waitingCode(subject);
  const parts = partsOf(site, map, code.chunk, subject);
  if (hiddenName(parts.names, [...code.outerNames, ...parts.functions.map((one) => one.toShared)]) !== undefined)
    return undefined;
  const runner = waitingRunnerText(
    {
      ...{ ...parts.request, loop: site.shown, head: `function ${code.onThreads}` },
      taken: [...parts.request.taken, ...code.outerNames],
    },
    code.names,
    style,
  );
  const text = laidOut(runner.text, style);
  const sizeGuard = sizeGuardOf(site.array, text.split('\n', 1)[0] ?? '', 'elements', subject);
  code.edit.replace(site.call, `${code.onThreads}(${parts.given.join(', ')})`);
  code.addAfterSubject([
    `/** The work of \`${site.shown}\`, done by several threads while the caller waits. */\n${text}`,
    `/** A part of it, as each thread does it. */\n${code.exportingChunk()}${parts.chunkText}`,
    ...parts.functions.map((one) => laidOut(sharingFunction(one, style.isTypeScript), style)),
  ]);
  return code.candidate({
    ...{ variant: 'typed-map-waiting', shown: site.shown, parts: runner.parts },
    caveats: [...site.caveats, ...copiedCaveats(map.views, [])],
    sizeGuard: sizeGuard && {
      ...sizeGuard,
      ...{ count: `${map.items}.length`, original: parts.undivided, isInPlace: true },
    },
  });
}

function poolForm(
  site: MapSite,
  map: TypedMap,
  subject: Subject,
): Candidate | NonNullable<ReturnType<typeof hiddenName>> {
  const { name } = subject.listing;
  const { style } = subject;
  const [parallel, chunk] = [freshName(subject, `${name}Parallel`), freshName(subject, `${name}Chunk`)];
  const inWorkers = freshName(subject, `${name}InWorkers`);
  const parts = partsOf(site, map, chunk, subject);
  const code = poolCode(subject, [parallel, chunk, inWorkers, ...parts.functions.map((one) => one.toShared)]);
  const hidden = hiddenName(parts.names, code.outerNames);
  if (hidden !== undefined) return hidden;
  const runner = code.runner({ ...parts.request, head: `async function ${inWorkers}` });
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = sizeGuardOf(site.array, `${head} {`, 'elements', subject);
  code.addAfterSubject([
    `/** Like \`${name}\`, with \`${site.shown}\` spread over worker threads. The results keep their order. */
${code.exporting(parallel, false)}${head}${parallelBody(subject, site, `await ${inWorkers}(${parts.given.join(', ')})`)}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`. */\n${code.exporting(chunk, true)}${parts.chunkText}`,
    ...parts.functions.map((one) => laidOut(sharingFunction(one, style.isTypeScript), style)),
  ]);
  return code.candidate({
    variant: 'typed-map',
    summary: `Adds ${parallel}, which spreads \`${site.shown}\` over worker threads; the numbers go there in shared memory, and the results keep their order.`,
    callBinding: parallel,
    workload: 'single',
    taskFunction: chunk,
    ...(sizeGuard === undefined ? {} : { sizeGuard }),
    caveats: [...site.caveats, ...copiedCaveats(map.views, [])],
  });
}

/** The function that does a part, and what the one that hands them out asks of it. */
function partsOf(
  site: MapSite,
  { items, captured, views, typedArray, fewest }: TypedMap,
  chunk: string,
  subject: Subject,
) {
  const { style, checker, text } = subject;
  const { className } = typedArray;
  const typed = style.isTypeScript;
  const names = [items, ...captured.map(({ name }) => name)];
  const used = [...names, ...identifiersOf(site.call)];
  const sharedName = (name: string) => unusedName(`shared${name.charAt(0).toUpperCase()}${name.slice(1)}`, used);
  const taken = [...names, ...names.map(sharedName)];
  const declared = [{ name: items, type: className }, ...captured].map(({ name, type }) =>
    typed ? `${name}: ${type}` : name,
  );
  const isView = (name: string): boolean => views.some((view) => view.name === name);
  const numbers = [unusedName('start', used), unusedName('end', used)] as const;
  const [start, end] = numbers;
  const undivided = `${chunk}(${inLines([...names, shorthand(start, '0'), shorthand(end, `${items}.length`)], 80, '  ')})`;
  const [callback] = site.call.arguments;
  const callbackText =
    site.index !== undefined && callback !== undefined && ts.isArrowFunction(callback)
      ? countedFrom(start, site.index, callback, checker)
      : site.callbackText;
  const done = reindented(callbackText, indentAt(site.call.getStart(), text), style.indent);
  const pattern = inLines([...names, start, end], 60, '');
  const fields = inLines([...declared, ...numbers.map((one) => `${one}: number`)], 60, '', ';');
  const finish = style.semicolons ? ';' : '';
  return {
    ...{ names, undivided, functions: sharingFunctions(views) },
    given: [site.arrayText, ...captured.map(({ name }) => name)],
    request: {
      ...{ parameters: declared, resultType: 'number', taken, typedArray, fewest, chunk },
      ...{ count: `${items}.length`, piece: 'element' as const, taskType: `Parameters<typeof ${chunk}>[0]` },
      task: (from: string, length: string) =>
        inLines(
          [
            ...names.map((name) => (isView(name) ? `${name}: ${sharedName(name)}` : name)),
            ...[shorthand(start, from), shorthand(end, `Math.min(${from} + ${length}, ${items}.length)`)],
          ],
          80,
          '    ',
        ),
      setup: [
        `// What is no plain ${className} gives another one of its own kind.`,
        `if (${items}.constructor !== ${className}) return ${undivided};`,
        ...views.map(({ name, toShared }) => `const ${sharedName(name)} = ${toShared}(${name});`),
      ],
    },
    chunkText: `function ${chunk}(${pattern}${typed ? `: ${fields}` : ''})${typed ? `: ${typedArray.shown}` : ''} {
${style.indent}return ${items}.subarray(${start}, ${end}).map(${done})${finish}
}`,
  };
}
