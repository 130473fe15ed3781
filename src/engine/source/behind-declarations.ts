// JavaScript packages often keep `mean.d.ts` beside `mean.js`. TypeScript takes the first for what an import of the second means; what runs, and so
// what has to be looked at, is the second.
import ts from 'typescript';

type Resolver = NonNullable<ts.CompilerHost['resolveModuleNameLiterals']>;

const DECLARATIONS = /\.d\.([mc]?)ts$/;
const JAVASCRIPT = /\.[mc]?jsx?$/;

/** Resolves as usual, but what JavaScript files import of the project leads to the code where both are there. */
export function resolvingToCode(host: ts.CompilerHost, options: ts.CompilerOptions): Resolver {
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), host.getCanonicalFileName, options);
  return (literals, containingFile, redirected, inForce, containing) =>
    literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(containing, literal, inForce);
      const found = ts.resolveModuleName(literal.text, containingFile, inForce, host, cache, redirected, mode);
      const { resolvedModule } = found;
      if (resolvedModule === undefined || !JAVASCRIPT.test(containingFile)) return found;
      const code = codeOf(resolvedModule);
      return code === undefined || !host.fileExists(code.resolvedFileName) ? found : { ...found, resolvedModule: code };
    });
}

function codeOf(resolved: ts.ResolvedModuleFull): ts.ResolvedModuleFull | undefined {
  const { resolvedFileName: name } = resolved;
  const [declarations, kind] = DECLARATIONS.exec(name) ?? [];
  if (declarations === undefined || resolved.isExternalLibraryImport === true) return undefined;
  const extension = `.${kind ?? ''}js`;
  return { ...resolved, resolvedFileName: `${name.slice(0, -declarations.length)}${extension}`, extension };
}
