// What every rewrite needs: the language's own `Map`, `Number` and so on, in a file that may have called something else by that name. It would
// type-check, and be wrong.
import { declaresName } from './source/declared-names.ts';
import type { Subject } from './source/subject.ts';
import type { Candidate } from './strategies/strategy.ts';

const globals =
  /(?<![.\w$])(?:Array|ArrayBuffer|Atomics|BigInt|Boolean|Buffer|Error|Float(?:32|64)Array|(?:Ui|I)nt(?:8|16|32)Array|Infinity|JSON|Map|Math|NaN|Number|Object|Promise|RangeError|Reflect|Set|SharedArrayBuffer|String|Symbol|TypeError|URL|Uint8ClampedArray|WeakMap|WeakSet|require|undefined)(?![\w$])/g;

/** A name that the new code means as the language's and that the file declares for itself. Undefined where there is none. */
export function hiddenGlobal({ sourceFile, file }: Subject, { files }: Candidate): string | undefined {
  const added = files.filter(({ path }) => path === file).flatMap(({ edits }) => edits?.map(({ text }) => text) ?? []);
  const used = new Set(added.flatMap((text) => text.match(globals) ?? []));
  return [...used].find((name) => declaresName(sourceFile, name));
}
