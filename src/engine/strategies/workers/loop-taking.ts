// The body of the original with a loop over the results in place of the loop: the statement that took a value of its iteration takes it from there.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';
import { isFromZero } from './loop-range.ts';
import type { LoopSite } from './loop-sites.ts';
import type { LoopTail } from './loop-tail.ts';
import { identifiersOf, reindented } from './loop-text.ts';
import { takingOwn } from './own-text.ts';
import { unusedName } from './part-runner.ts';

/** The body of the original, with a loop over the results in place of the loop. */
export function parallelBody(
  subject: Subject,
  site: LoopSite,
  call: string,
  results: string,
  valueType: string,
): string {
  const { node, text } = subject;
  const { body } = node;
  if (body === undefined || !ts.isBlock(body)) throw new Error('A function with a loop has a block.');
  const { loop } = site.header;
  const start = body.getStart();
  return ` ${text.slice(start, loop.getStart())}${takingLoop(site, subject, call, results, valueType)}${text.slice(loop.end, body.end)}`;
}

/** What stands in place of the loop. `call` gives what the iterations hand over. */
export function takingLoop(
  { header, delivery }: LoopSite,
  subject: Subject,
  call: string,
  results: string,
  valueType: string,
): string {
  const { text, style, project } = subject;
  const indent = indentAt(header.loop.getStart(), text);
  const end = style.semicolons ? ';' : '';
  if (delivery.kind === 'tail')
    return tailLoop(header, delivery, { text, style, project }, { call, results, valueType });
  if (delivery.kind === 'place') return `${call}${end}`;
  if (delivery.kind === 'own') {
    return takingOwn(delivery, subject, call, [results, ...identifiersOf(header.loop)]).join(`\n${indent}`);
  }
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
