// Recursions that take the numbers of a list from an amount as rows of results by amount, from the last item to the first. Whether their order allows
// that is amount-recursion.ts's; what is taken is looked at before: whole, and more than nothing where the index stays. Everything else still
// takes the recursion.
import { editFile } from '../../source/edits.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { freshLocalName } from '../../source/names.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { type AmountRecursion, amountRecursion } from './amount-recursion.ts';
import { isAlone, rowLines } from './amount-rows.ts';
import type { InnerRecursion } from './inner-recursion.ts';
import { isNumberGlobal } from './library-names.ts';
import { finished, resultTypeText, uncheckedMark } from './recursion-text.ts';

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
  const { calls, taken, list, amount, names } = site;
  // Old results are only asked for where the new ones go: one row is enough.
  const isInPlace = calls.every((call) => isAlone(call, names) || !taken.has(call));
  const row = freshLocalName(outer, 'row');
  const before = isInPlace ? row : freshLocalName(outer, 'below', [row]);
  const item = freshLocalName(outer, 'item');
  const least = calls.some((call) => isAlone(call, names)) ? '> 0' : '>= 0';
  const rows = rowLines({ site, outer, inner, row, before, type: resultTypeText(inner) });
  const lines = [
    '// Only later items and smaller amounts are asked for: from the last item to the first, a row has the results for each amount.',
    'if (',
    `\tNumber.isInteger(${amount}) &&`,
    `\t${amount} > 0 &&`,
    `\t${amount} <= ${MOST_AMOUNT} &&`,
    // `every` alone leaves out what a list has no item for.
    `\t[...${list}].every((${item}) => Number.isInteger(${item}) && ${item} ${least})`,
    ') {',
    ...rows.map((line) => `\t${line}`),
    `\treturn ${before}[${amount}]${uncheckedMark(outer)};`,
    '}',
  ];
  return finished(lines, outer);
}
