// What a rewrite asks of the project, in words: which files it changes and creates, and what becomes of callers.
import type { Rewrite } from '../model/report.ts';

/** 'Changes report.ts and lib/scores.ts, creates lib/scores.worker.ts.' Undefined when it changes the function's own file alone. */
export function filesSentence({ files }: Pick<Rewrite, 'files'>): string | undefined {
  if (files.length < 2) return undefined;
  const shown = shownFrom(files.map(({ path }) => path));
  const named = (isNew: boolean) => listed(shown.filter((_, index) => (files[index]?.newText !== undefined) === isNew));
  const [changed, created] = [named(false), named(true)];
  return `Changes ${changed}${created === '' ? '' : `, creates ${created}`}.`;
}

export function callersSentence({ signature, callersFollow }: Pick<Rewrite, 'signature' | 'callersFollow'>): string {
  if (signature === 'same') return 'Same signature.';
  if (signature === 'typed') return 'Callers pass and get typed arrays.';
  return callersFollow === true ? 'All known callers are changed with it.' : 'Callers must await the result.';
}

/** Paths without the folders that they have in common. */
function shownFrom(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) => path.split(/[\\/]/));
  const folders = parts.map((names) => names.slice(0, -1));
  const [first = []] = folders;
  const firstApart = first.findIndex((name, index) => folders.some((others) => others[index] !== name));
  return parts.map((names) => names.slice(firstApart < 0 ? first.length : firstApart).join('/'));
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
