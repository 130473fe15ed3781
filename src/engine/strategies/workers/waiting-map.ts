// `xs.map(callback)` over numbers, to numbers, in a function that stays synchronous: threads do parts of it in shared memory while the function waits, and
// what is no array of numbers alone, an array with holes included, goes as it is, so that each part is mapped as `map` does.

import { laidOut } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import { isNumberType, isPrimitiveType } from '../../source/primitive-types.ts';
import type { Candidate, StrategyContext } from '../strategy.ts';
import { countedBy } from './as-maps.ts';
import { reindented, shorthand } from './loop-text.ts';
import type { MapSite } from './map-sites.ts';
import { fewestPieces } from './part-length.ts';
import { isArrayOfNumbers, sharingFunction } from './shared-numbers.ts';
import { typeText } from './type-text.ts';
import { waitingCode } from './waiting-code.ts';
import { waitingRunnerText } from './waiting-runner.ts';
import { piecesIn, sizeGuardOf } from './work-count.ts';

/** Undefined where something would be copied to every thread, or cannot be written down. */
export function waitingMap(site: MapSite, { subject, observed }: StrategyContext): Candidate | undefined {
  const { checker, style } = subject;
  const isPlainMap = site.method === 'map' && site.index === undefined && !site.usesWhole && site.own === undefined;
  const isOfNumbers = isArrayOfNumbers(checker.getTypeAtLocation(site.array), checker) && isNumberType(site.resultType);
  if (!isPlainMap || !isOfNumbers || !site.captured.every(({ type }) => isPrimitiveType(type))) return undefined;
  const captured = site.captured.map(({ name, type }) => ({
    name,
    type: typeText(checker.getBaseTypeOfLiteralType(type), subject),
  }));
  const typed = style.isTypeScript;
  if (typed && captured.some(({ type }) => type === undefined)) return undefined;

  const [toShared, toPlain] = [freshName(subject, 'shared'), freshName(subject, 'plain')];
  const items = site.arrayName ?? freshName(subject, 'items');
  const code = waitingCode(subject, { toShared });
  const { chunk, onThreads } = code;
  const outerNames = [...code.outerNames, toPlain];
  const names = captured.map(({ name }) => name);
  if ([items, ...names].some((name) => outerNames.includes(name))) return undefined;
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const isBare = names.length === 0;
  const taskOf = (part: string) => (isBare ? part : `{ ${[shorthand(items, part), ...names].join(', ')} }`);
  const declared = captured.map(({ name, type }) => (typed ? `${name}: ${type}` : name));
  const runner = waitingRunnerText(
    {
      loop: site.shown,
      ...{ head: `function ${onThreads}`, resultType: 'number', numbersType: sharedType, chunk },
      parameters: [typed ? `${items}: readonly number[]` : items, ...declared],
      taken: [items, ...names, ...outerNames],
      ...{ count: `${items}.length`, piece: 'element' },
      task: (start, length) => taskOf(`${toShared}(${items}.slice(${start}, ${start} + ${length}))`),
      taskType: isBare ? sharedType : `Parameters<typeof ${chunk}>[0]`,
      fewest: fewestPieces(observed, (answer) => piecesIn(answer, countedBy(site.array, subject.checker), subject)),
      joined: (parts) => `${typed ? '([] as number[])' : '[]'}.concat(...${parts}.map(${toPlain}))`,
    },
    code.names,
    style,
  );
  const text = laidOut(runner.text, style);
  const sizeGuard = sizeGuardOf(
    countedBy(site.array, subject.checker),
    text.split('\n', 1)[0] ?? '',
    'elements',
    subject,
  );
  code.edit.replace(site.call, `${onThreads}(${[site.arrayText, ...names].join(', ')})`);
  const partDeclared = typed ? `${items}: ${sharedType}` : items;
  const parameter = isBare
    ? partDeclared
    : `{ ${[items, ...names].join(', ')} }${typed ? `: { ${[partDeclared, ...declared].join('; ')} }` : ''}`;
  const callback = reindented(site.callbackText, indentAt(site.call.getStart(), subject.text), style.indent);
  const end = style.semicolons ? ';' : '';
  code.addAfterSubject([
    `/** The work of \`${site.shown}\`, done by several threads while the caller waits. */\n${text}`,
    `/** A part of it, as each thread does it. */
${code.exportingChunk()}function ${chunk}(${parameter})${typed ? `: ${sharedType}` : ''} {
${style.indent}return ${toShared}(${toPlain}(${items}).map(${callback}))${end}
}`,
    laidOut(sharingFunction(toShared, style), style),
    laidOut(plainFunction(toPlain, typed ? sharedType : undefined), style),
  ]);
  return code.candidate({
    ...{ variant: 'array-map-waiting', shown: site.shown, parts: runner.parts, caveats: site.caveats },
    sizeGuard: sizeGuard && {
      ...sizeGuard,
      count: `${items}.length`,
      original: `${toPlain}(${chunk}(${isBare ? items : `{ ${[items, ...names].join(', ')} }`}))`,
      isInPlace: true,
    },
  });
}

/** Two spaces a level, with semicolons. */
function plainFunction(name: string, type: string | undefined): string {
  return `/** Such numbers as an array again. */
function ${name}(values${type === undefined ? '' : `: ${type}`})${type === undefined ? '' : ': number[]'} {
  return Array.isArray(values) ? values : Array.from(values);
}`;
}
