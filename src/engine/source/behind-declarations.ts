// JavaScript packages often keep `mean.d.ts` beside `mean.js`. TypeScript takes the first for what an import of the second means; what runs, and so
// what has to be looked at, is the second.
import type ts from 'typescript';

const DECLARATIONS = /\.d\.([mc]?)ts$/;
const JAVASCRIPT = /\.[mc]?jsx?$/;

/** The code that may stand beside the declarations of the project that a JavaScript file imports. */
export function codeBehind(resolved: ts.ResolvedModuleFull, containingFile: string): ts.ResolvedModuleFull | undefined {
  const { resolvedFileName: name } = resolved;
  const [declarations, kind] = DECLARATIONS.exec(name) ?? [];
  if (declarations === undefined || resolved.isExternalLibraryImport === true) return undefined;
  if (!JAVASCRIPT.test(containingFile)) return undefined;
  const extension = `.${kind ?? ''}js`;
  return { ...resolved, resolvedFileName: `${name.slice(0, -declarations.length)}${extension}`, extension };
}
