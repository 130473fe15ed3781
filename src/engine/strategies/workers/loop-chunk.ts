// The loop as a worker runs it: over its part, with what each iteration hands over put into the results.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';
import { type Captured, isKept, type LoopSite } from './loop-sites.ts';
import { mentionsIn, reindented, withReplacements } from './loop-text.ts';

interface ChunkNames {
  readonly results: string;
  readonly startName: string;
  readonly endName: string;
  readonly usesNumbers: boolean;
  readonly sliced: readonly Captured[];
  readonly items: string | undefined;
}

/** The loop as it stands in the worker: over its part, with the value handed to the results. */
export function chunkLoop(site: LoopSite, subject: Subject, names: ChunkNames): string {
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
