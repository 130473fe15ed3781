// Recursions that take the numbers of a list from an amount as rows of results by amount, from the last item to the first. Whether their order allows
// that is amount-recursion.ts's; what is taken is looked at before: whole, and more than nothing where the index stays. Everything else still
// takes the recursion.
import type ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { freshLocalName, mentions } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { type AmountBody, type AmountRecursion, amountRecursion } from './amount-recursion.ts';
import { plain, raisedBy } from './arithmetic.ts';
import { isNumberGlobal } from './cache-plan.ts';
import type { InnerRecursion } from './inner-recursion.ts';
import { finished, inParts, resultTypeText, uncheckedMark, withCells } from './recursion-text.ts';

/** The largest amount: some megabytes. */
const MOST_AMOUNT = '1_000_000';

/** Undefined where the order is not proven. */
export function amountTable(outer: Subject, { inner }: InnerRecursion, symbols: SymbolFacts): Candidate | undefined {
  const site = amountRecursion(outer, inner, symbols);
  if (site === undefined || !inner.style.isTypeScript || !isNumberGlobal(outer)) return undefined;
  const edit = editFile(outer);
  edit.insertLinesBefore(site.use, tableText(site, outer, inner));
  const { name } = inner.listing;
  const message = `It computes a result for every amount up to \`${site.amount}\` and every item, also those that \`${name}\` would not have asked for; arguments that made it overflow the stack get a result now.`;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'memoization',
    variant: 'inner-table',
    summary: `Computes the results of ${name} for every amount, from the last item to the first, without recursion.`,
    caveats: [reasonFor(inner.node, 'M8', message)],
  });
}

function tableText(site: AmountRecursion, outer: Subject, inner: Subject): string {
  const { body, names, calls, taken, list, amount, below } = site;
  const sure = uncheckedMark(outer);
  const isAlone = (call: ts.CallExpression): boolean => raisedBy(call.arguments[0] as ts.Expression, names[0]) === 0;
  // Old results are only asked for where the new ones go: one row is enough.
  const isInPlace = calls.every((call) => isAlone(call) || !taken.has(call));
  const row = freshLocalName(outer, 'row');
  const before = isInPlace ? row : freshLocalName(outer, 'below', [row]);
  const [i, left] = names;
  const print = (expression: ts.Expression): string =>
    withCells(inner, expression, calls, names, names, (call) => {
      const from = isAlone(call) ? row : before;
      const what = taken.get(call);
      if (what === undefined) return `${from}[${left}]${sure}`;
      const item = what.getText();
      const cell = `${from}[${left} - ${item}]${sure}`;
      return below === undefined ? cell : `(${left} < ${item} ? ${below.getText()} : ${cell})`;
    });
  const isOfRow = ({ value }: AmountBody['constants'][number]): boolean =>
    !calls.some((call) => isInside(call, value)) &&
    ![names[1], ...body.constants.map(({ name }) => name.text)].some((name) => mentions(value, name));
  const declared = (constants: AmountBody['constants']): readonly string[] =>
    constants.map(({ name, value }) => `const ${name.text} = ${print(value)};`);
  const clauses = body.guards.map(
    ({ condition, value }) => `${inParts(print(condition), condition)} ? ${inParts(print(value), value)}`,
  );
  const cells = [...clauses, print(plain(body.result))];
  const item = freshLocalName(outer, 'item');
  const least = calls.some(isAlone) ? '> 0' : '>= 0';
  const type = resultTypeText(inner);
  const lines = [
    '// Only later items and smaller amounts are asked for: from the last item to the first, a row has the results for each amount.',
    'if (',
    `\tNumber.isInteger(${amount}) &&`,
    `\t${amount} > 0 &&`,
    `\t${amount} <= ${MOST_AMOUNT} &&`,
    // `every` alone leaves out what a list has no item for.
    `\t[...${list}].every((${item}) => Number.isInteger(${item}) && ${item} ${least})`,
    ') {',
    isInPlace ? `\tconst ${row}: ${type}[] = [];` : `\tlet ${before}: ${type}[] = [];`,
    `\tfor (let ${i} = ${list}.length; ${i} >= 0; ${i}--) {`,
    ...declared(body.constants.filter(isOfRow)).map((line) => `\t\t${line}`),
    ...(isInPlace ? [] : [`\t\tconst ${row}: ${type}[] = [];`]),
    `\t\tfor (let ${left} = 0; ${left} <= ${amount}; ${left}++) {`,
    ...declared(body.constants.filter((one) => !isOfRow(one))).map((line) => `\t\t\t${line}`),
    `\t\t\t${row}[${left}] =`,
    ...cells.map((cell, at) => `\t\t\t\t${at === 0 ? '' : '\t: '}${cell}${at === cells.length - 1 ? ';' : ''}`),
    '\t\t}',
    ...(isInPlace ? [] : [`\t\t${before} = ${row};`]),
    '\t}',
    `\treturn ${before}[${amount}]${sure};`,
    '}',
  ];
  return finished(lines, outer);
}
