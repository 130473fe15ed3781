// The body of the original with a loop over the results in place of the loop: the statement that took a value of its iteration takes it from there.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';
import { isFromZero } from './loop-range.ts';
import type { LoopSite } from './loop-sites.ts';
import type { LoopTail } from './loop-tail.ts';
import { identifiersOf, patternOfUsed, reindented, withReplacements } from './loop-text.ts';
import { takingOwn } from './own-text.ts';
import { unusedName } from './part-runner.ts';

/** What the statement gets that takes the values. */
export interface Taken {
  /** Gives what the iterations hand over. */
  readonly call: string;
  /** The name and the type of its elements, where they have to be in a variable. */
  readonly results: string;
  readonly valueType: string;
  /** They come part by part. */
  readonly isInParts?: boolean;
}

/** Numbers that are gone through once, in order, need no list of all of them: growing one took longer than some of the work. */
export function goesThroughOnce({ delivery }: LoopSite): boolean {
  if (delivery.kind === 'own') return delivery.of === 'list';
  return delivery.kind === 'each' || (delivery.kind === 'tail' && !delivery.usesIteration);
}

/** The body of the original, with a loop over the results in place of the loop. */
export function parallelBody(subject: Subject, site: LoopSite, taken: Taken): string {
  const { node, text } = subject;
  const { body } = node;
  if (body === undefined || !ts.isBlock(body)) throw new Error('A function with a loop has a block.');
  const { loop } = site.header;
  const start = body.getStart();
  return ` ${text.slice(start, loop.getStart())}${takingLoop(site, subject, taken)}${text.slice(loop.end, body.end)}`;
}

/** What stands in place of the loop. */
export function takingLoop({ header, delivery }: LoopSite, subject: Subject, taken: Taken): string {
  const { call, results, valueType, isInParts = false } = taken;
  const { text, style, project } = subject;
  const indent = indentAt(header.loop.getStart(), text);
  const end = style.semicolons ? ';' : '';
  if (delivery.kind === 'tail') return tailLoop(header, delivery, { text, style, project }, taken);
  if (delivery.kind === 'place') return `${call}${end}`;
  if (delivery.kind === 'own') {
    return takingOwn(delivery, subject, taken, [results, ...identifiersOf(header.loop)]).join(`\n${indent}`);
  }
  const { statement, value } = delivery;
  const taking = (one: string) =>
    text.slice(statement.getStart(), value.getStart()) + one + text.slice(value.end, statement.end);
  if (delivery.kind === 'each') {
    const used = [results, ...identifiersOf(statement)];
    const one = unusedName('value', used);
    if (isInParts) {
      const part = unusedName('part', used);
      return `for (const ${part} of ${call}) {\n${indent}${style.indent}for (const ${one} of ${part}) ${taking(one)}\n${indent}}`;
    }
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
  { call, results, valueType, isInParts = false }: Taken,
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
  if (!usesIteration && isInParts) {
    const part = unusedName('part', [results, name, ...identifiersOf(loop)]);
    const deeper = `${inner}${style.indent}`;
    const nested = reindented(rest, ts.isBlock(loop.statement) ? inner : `${indent}${style.indent}`, deeper);
    return `for (const ${part} of ${call}) {\n${inner}for (const ${pattern} of ${part}) {\n${deeper}${nested}\n${inner}}\n${indent}}`;
  }
  if (!usesIteration) return `for (const ${pattern} of ${call}) {\n${inner}${body}\n${indent}}`;
  const asked = style.isTypeScript && project.options.noUncheckedIndexedAccess === true ? ` as ${valueType}` : '';
  const isIndex = header.kind === 'counted' && isFromZero(header);
  const next = isIndex ? undefined : unusedName('next', [results, ...identifiersOf(loop)]);
  const place = isIndex ? header.name : `${next}++`;
  const mentioned = statements.map((one) => identifiersOf(one, called));
  const used = ts.isForOfStatement(loop) ? patternOfUsed(loop, mentioned) : undefined;
  return [
    `const ${results} = ${call}${end}`,
    ...(next === undefined ? [] : [`${indent}let ${next} = 0${end}`]),
    `${indent}${withReplacements(text, loop.getStart(), loop.statement.getStart(), used === undefined ? [] : [used]).trimEnd()} {`,
    `${inner}const ${pattern} = ${results}[${place}]${asked}${end}`,
    `${inner}${body}`,
    `${indent}}`,
  ].join('\n');
}
