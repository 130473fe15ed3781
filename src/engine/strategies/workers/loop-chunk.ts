// The loop as a worker runs it: over its part, with what each iteration hands over put into the results.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';
import { type Captured, isKept, type LoopSite } from './loop-sites.ts';
import { identifiersOf, mentionsIn, patternOfUsed, reindented, withReplacements } from './loop-text.ts';
import { unusedName } from './part-runner.ts';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
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
export function chunkLoop(site: LoopSite, subject: Subject, names: ChunkNames): string {
  const { header, delivery } = site;
  const { text, style } = subject;
  const { loop } = header;
  const replacements: Replacement[] = [];
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
    const before = statementsOf(loop).filter((one) => one.end <= first.getStart());
    const pieces = [
      values,
      ...[...before, ...delivery.values.flatMap(({ call }) => call ?? [])].map((one) => identifiersOf(one)),
    ];
    const pattern = ts.isForOfStatement(loop) ? patternOfUsed(loop, pieces) : undefined;
    if (pattern !== undefined) replacements.push(pattern);
  } else if (delivery.kind !== 'own' && delivery.kind !== 'place') {
    const { statement, value } = delivery;
    replacements.push({ start: statement.getStart(), end: value.getStart(), text: `${names.results}.push(` });
    replacements.push({ start: value.end, end: statement.end, text: `)${end}` });
  }
  if (header.kind === 'elements' && names.items !== undefined && names.items !== header.array.getText())
    replace(header.array, names.items);
  replacements.push(...replacementsOfHead(site, subject, names));
  const from = indentAt(loop.getStart(), text);
  return reindented(withReplacements(text, loop.getStart(), loop.end, replacements), from, style.indent);
}

function statementsOf({ statement }: ts.IterationStatement): readonly ts.Statement[] {
  return ts.isBlock(statement) ? statement.statements : [statement];
}

/** Of a counted loop: from where to where, and the elements of what is cut into parts, by their place in the part. */
function replacementsOfHead(
  { header, delivery }: Pick<LoopSite, 'header' | 'delivery'>,
  { checker }: Subject,
  names: Omit<ChunkNames, 'results'>,
): readonly Replacement[] {
  if (header.kind !== 'counted' || !names.usesNumbers) return [];
  const by = (node: ts.Node, text: string): Replacement => ({ start: node.getStart(), end: node.end, text });
  const own = names.sliced.flatMap(({ symbol }) =>
    mentionsIn(header.loop.statement, symbol, checker)
      .filter((use) => !isKept(use, delivery))
      .flatMap(({ parent }) =>
        ts.isElementAccessExpression(parent)
          ? [by(parent.argumentExpression, `${header.name} - ${names.startName}`)]
          : [],
      ),
  );
  return [by(header.start, names.startName), by(header.limit, names.endName), ...own];
}

/** The loop as it stands in a worker that looks for the iteration where it ends: that is handed back in place of what the loop does there (`ends`). */
export function searchingLoop(
  { header, delivery }: LoopSite,
  ends: readonly ts.Statement[],
  subject: Subject,
  names: Omit<ChunkNames, 'results'>,
): string {
  const { text, style } = subject;
  const { loop } = header;
  const end = style.semicolons ? ';' : '';
  const place = header.kind === 'counted' ? header.name : unusedName('at', [...identifiersOf(loop), names.items ?? '']);
  const replacements = [
    ...ends.map((one) => ({ start: one.getStart(), end: one.end, text: `return ${place}${end}` })),
    ...replacementsOfHead({ header, delivery }, subject, names),
  ];
  if (header.kind === 'elements') {
    const [declaration] = (header.loop.initializer as ts.VariableDeclarationList).declarations;
    if (declaration === undefined) throw new Error('The loop declares its element.');
    replacements.push(
      { start: declaration.getStart(), end: declaration.end, text: `[${place}, ${declaration.getText()}]` },
      { start: header.array.getStart(), end: header.array.end, text: `${names.items ?? ''}.entries()` },
    );
  }
  const from = indentAt(loop.getStart(), text);
  return reindented(withReplacements(text, loop.getStart(), loop.end, replacements), from, style.indent);
}
