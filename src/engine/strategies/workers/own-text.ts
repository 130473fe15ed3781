// What a part keeps of its own (own-accumulator.ts), as text: how it starts there, its type, and how the caller puts those of the parts together.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import type { OwnAccumulator } from './own-accumulator.ts';
import { takingBest } from './own-best.ts';
import type { OwnTable } from './own-table.ts';
import { unusedName } from './part-runner.ts';
import { typeText } from './type-text.ts';

/** `const counts = new Map<string, number>()`, without the end of the statement. */
export function startedOwn({ of, target }: OwnAccumulator, type?: string): string {
  if (of === 'list') return `const ${target.name}${type === undefined ? '' : `: ${type}`} = []`;
  if (of === 'count') return `let ${target.name} = 0`;
  return `${of.form === 'best' ? 'let' : 'const'} ${of.declaration.getText()}`;
}

/** The type of what a part hands over; of a list, of its elements. Undefined when it cannot be written at the top of the module. */
export function ownType({ of, target }: OwnAccumulator, subject: Subject): string | undefined {
  const { checker } = subject;
  if (of === 'count' || (of !== 'list' && of.form === 'best')) return 'number';
  // The name of a typed array alone means something in all versions of TypeScript.
  if (of !== 'list' && of.form === 'typed-array') return checker.getTypeOfSymbol(target).getSymbol()?.name;
  const type = checker.getTypeOfSymbol(target);
  const handed = of === 'list' ? (checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type) : type;
  return typeText(checker.getBaseTypeOfLiteralType(handed), subject);
}

/** What becomes of those of the parts: for a summary, and as a sentence. */
export function keptOfParts({ of }: OwnAccumulator): { readonly verb: string; readonly sentence: string } {
  return typeof of === 'object' && of.form === 'best'
    ? { verb: 'keeps the best of the parts', sentence: 'The best of the parts is kept.' }
    : { verb: 'adds up what they count', sentence: 'What the parts count is added up.' };
}

/** Lines in place of the loop. `call` gives what the parts hand over, in order, of a list part by part where that is said; `taken` are names to leave alone. */
export function takingOwn(
  { of, target }: OwnAccumulator,
  subject: Subject,
  { call, isInParts = false }: { readonly call: string; readonly isInParts?: boolean },
  taken: readonly string[],
): readonly string[] {
  const { style } = subject;
  const end = style.semicolons ? ';' : '';
  const isTable = of !== 'list' && of !== 'count' && of.form !== 'best';
  const one = unusedName(isTable ? 'part' : 'value', [...taken, target.name]);
  const lines =
    of === 'list'
      ? [`${target.name}.push(${one})${end}`]
      : of === 'count'
        ? [`${target.name} += ${one}${end}`]
        : of.form === 'best'
          ? [`${takingBest(of, target.name, one)}${end}`]
          : addedLines(of, target.name, one, subject);
  if (isInParts && of === 'list') {
    const part = unusedName('part', [...taken, target.name]);
    return [`for (const ${part} of ${call}) {`, `${style.indent}for (const ${one} of ${part}) ${lines.join('')}`, '}'];
  }
  return [`for (const ${one} of ${call}) {`, ...lines.map((line) => `${style.indent}${line}`), '}'];
}

/** Lines that add what one part counted to the table of the caller. */
function addedLines(
  { form, orNothing }: OwnTable,
  table: string,
  part: string,
  { style, listing, node, project }: Subject,
): readonly string[] {
  const given = node.parameters.map(({ name }) => name.getText());
  const own = (wanted: string) => unusedName(wanted, [...given, listing.name, table, part]);
  const [key, count] = [own('key'), own('count')];
  const { indent, quote } = style;
  const end = style.semicolons ? ';' : '';
  const before = (entry: string) => (orNothing === '' ? entry : `(${entry}${orNothing})`);
  if (form === 'map') {
    const added = `${table}.set(${key}, ${before(`${table}.get(${key})`)} + ${count})${end}`;
    return [`for (const [${key}, ${count}] of ${part}) ${added}`];
  }
  if (form === 'typed-array') {
    const isAsked = style.isTypeScript && project.options.noUncheckedIndexedAccess === true;
    const added = isAsked ? `${table}[${key}] = (${table}[${key}] ?? 0) + ${count}` : `${table}[${key}] += ${count}`;
    return [`for (const [${key}, ${count}] of ${part}.entries()) ${added}${end}`];
  }
  const added = `${table}[${key}] = ${before(`${table}[${key}]`)} + ${count}${end}`;
  const original = `${listing.name}(${given.join(', ')})`;
  return [
    `for (const [${key}, ${count}] of Object.entries(${part})) {`,
    `${indent}// Under a name that every object has, such as \`constructor\`, no number was counted up: only the original does the same.`,
    `${indent}if (typeof ${count} !== ${quote}number${quote}) return ${original}${end}`,
    `${indent}${added}`,
    '}',
  ];
}
