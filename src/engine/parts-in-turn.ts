// How many parts the work of a call is cut into depends on the machine and on how much there is to do, so a comparison on small cases would meet few of
// the ways. What is compared is therefore the rewrite with its number of parts replaced: by turns as written, one, two, one for each thread, four for each.
import type { Candidate } from './strategies/strategy.ts';

/** The candidate as it is compared; what is offered and measured stays as it was. Undefined when it cuts nothing into parts. */
export function withPartsInTurn(candidate: Candidate): Candidate | undefined {
  const { parts, files } = candidate;
  if (parts === undefined) return undefined;
  const { written, count, threads } = parts;
  const lengths = ['1', '2', threads, `(4 * ${threads})`].map(
    (some) => `() => Math.max(1, Math.ceil(${count} / ${some}))`,
  );
  const turn = 'globalThis.__speedlensTurn = ((globalThis.__speedlensTurn ?? -1) + 1)';
  const replaced = `[() => ${written}, ${lengths.join(', ')}][(${turn}) % ${lengths.length + 1}]()`;
  const [edited, ...added] = files;
  const edits = edited?.edits?.map((edit) => ({ ...edit, text: edit.text.replace(written, () => replaced) }));
  const isPlaced = edits?.some(({ text }, index) => text !== edited?.edits?.[index]?.text) === true;
  if (edited === undefined || edits === undefined || !isPlaced)
    throw new Error(`The rewrite does not contain its number of parts: ${written}`);
  return { ...candidate, files: [{ ...edited, edits }, ...added] };
}
