// Splitting one pure `xs.map(callback)`, `filter` or `flatMap` of the subject: the array goes to the threads in parts, the rest of the function stays where it is.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessSplit, showMicroseconds } from './break-even.ts';
import { arrayMapSites, type MapSite } from './map-sites.ts';
import { arrayOf } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { typeText } from './type-text.ts';

export function proposeArrayMap({ subject, observed }: StrategyContext): ShapeProposal {
  const sites = arrayMapSites(subject, observed);
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
  return candidateFor(subject, site);
}

const kebab = { map: 'map', filter: 'filter', flatMap: 'flat-map' } as const;

function candidateFor(subject: Subject, site: MapSite): ShapeProposal {
  const { name } = subject.listing;
  const typed = subject.style.isTypeScript;
  const elementType = typeText(site.elementType, subject);
  const resultType = typeText(site.resultType, subject);
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

  const slice = (start: string, length: string) => `${items}.slice(${start}, ${start} + ${length})`;
  const runner = code.runner({
    head: `async function ${inWorkers}`,
    parameters: [typed ? `${items}: readonly ${arrayOf(element)}` : items, ...declaredCaptures],
    resultType: result,
    taken: [items, ...names],
    count: `${items}.length`,
    piece: 'element',
    task: (start, length) =>
      names.length === 0 ? slice(start, length) : `{ ${[`${items}: ${slice(start, length)}`, ...names].join(', ')} }`,
    taskType: names.length === 0 ? arrayOf(element) : `Parameters<typeof ${chunk}>[0]`,
    chunk,
    keepsHoles: true,
  });
  const itemsDeclared = typed ? `${items}: ${arrayOf(element)}` : items;
  const taskParameter =
    names.length === 0
      ? itemsDeclared
      : `{ ${[items, ...names].join(', ')} }${typed ? `: { ${[itemsDeclared, ...declaredCaptures].join('; ')} }` : ''}`;
  const { style } = subject;
  const about = `/** Like \`${name}\`, with \`${site.shown}\` spread over worker threads. The results keep their order. */`;
  const rest = parallelRest(subject, site, `await ${inWorkers}(${[site.arrayText, ...names].join(', ')})`);
  const callback = reindented(site.callbackText, indentAt(site.call.getStart(), subject.text), style.indent);
  const end = style.semicolons ? ';' : '';
  code.addAfterSubject([
    `${about}\n${code.exporting(parallel, false)}async function ${parallel}${rest}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`. */
${code.exporting(chunk, true)}function ${chunk}(${taskParameter})${typed ? `: ${arrayOf(result)}` : ''} {
${style.indent}return ${items}.${site.method}(${callback})${end}
}`,
  ]);
  return {
    kind: 'candidate',
    candidate: code.candidate({
      variant: `array-${kebab[site.method]}`,
      summary: `Adds ${parallel}, which spreads \`${site.shown}\` over worker threads and keeps the order of the results.`,
      callBinding: parallel,
      workload: 'single',
      taskFunction: chunk,
      caveats: site.caveats as readonly Reason[],
    }),
  };
}

/** Parameters, result type and body of the original, with the awaited expression in place of the `map`. */
function parallelRest({ node, text, style }: Subject, site: MapSite, awaited: string): string {
  const { parameters, body } = node;
  const [first] = parameters;
  const last = parameters.at(-1);
  const declared = first === undefined || last === undefined ? '' : text.slice(first.getStart(), last.end);
  const returns = node.type === undefined || !style.isTypeScript ? '' : `: Promise<${node.type.getText()}>`;
  if (body === undefined) throw new Error('A subject has a body.');
  const start = body.getStart();
  const call = site.call;
  const needsParentheses =
    ts.isPropertyAccessExpression(call.parent) ||
    ts.isElementAccessExpression(call.parent) ||
    ts.isBinaryExpression(call.parent);
  const replacement = needsParentheses ? `(${awaited})` : awaited;
  const changed = text.slice(start, call.getStart()) + replacement + text.slice(call.end, body.end);
  const end = style.semicolons ? ';' : '';
  return `(${declared})${returns} ${ts.isBlock(body) ? changed : `{\n${style.indent}return ${changed}${end}\n}`}`;
}

/** Later lines moved to another depth; text with template literals stays as it is, since its white space may be data. */
function reindented(text: string, from: string, to: string): string {
  if (text.includes('`')) return text;
  return text.replaceAll(
    /\n([ \t]*)/g,
    (_, indent: string) => `\n${indent.startsWith(from) ? to + indent.slice(from.length) : indent}`,
  );
}
