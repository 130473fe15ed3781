// What imports lead to. Trial changes of a program take over what was looked up for it, and a later program of the same project looks up again
// only whether the files of the project still lead to the same.
import ts from 'typescript';

export type ResolvingHost = Pick<ts.CompilerHost, 'resolveModuleNameLiterals' | 'getModuleResolutionCache'>;

/** Gives another module in place of the one that TypeScript takes; undefined where that one is to stand. */
export type Redirect = (resolved: ts.ResolvedModuleFull, containingFile: string) => ts.ResolvedModuleFull | undefined;

/** By canonical path of the importing file, then by kind and name of the import. Kept from program to program. */
export type KnownResolutions = Map<string, ReadonlyMap<string, Lookup>>;

interface Wanted {
  readonly name: string;
  readonly containingFile: string;
  readonly mode: ts.ResolutionMode;
}

interface Lookup extends Wanted {
  readonly answer: ts.ResolvedModuleWithFailedLookupLocations;
}

export interface ModuleResolution {
  /** To be laid over the host of a program: all that it looks up is kept. */
  readonly ofProgram: ResolvingHost;
  /** To be laid over the host of a trial change of that program: only what the changed files import is looked up. */
  ofTrial(host: ts.CompilerHost, isChanged: (file: string) => boolean): ResolvingHost;
  /** Whether what a file of an earlier program imports leads elsewhere now. */
  leadsElsewhere(canonicalPath: string): boolean;
}

export function createModuleResolution(
  host: ts.CompilerHost,
  options: ts.CompilerOptions,
  known: KnownResolutions,
  redirect: Redirect,
): ModuleResolution {
  const canonicalName = (name: string) => host.getCanonicalFileName(name);
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), canonicalName, options);
  const look = (
    { name, containingFile, mode }: Wanted,
    on: ts.CompilerHost,
    inCache: ts.ModuleResolutionCache | undefined,
  ): Lookup['answer'] => {
    const found = ts.resolveModuleName(name, containingFile, options, on, inCache, undefined, mode);
    const other = found.resolvedModule && redirect(found.resolvedModule, containingFile);
    return other !== undefined && on.fileExists(other.resolvedFileName) ? { ...found, resolvedModule: other } : found;
  };
  const lookups = (
    literals: readonly ts.StringLiteralLike[],
    containing: ts.SourceFile,
    answerOf: (wanted: Wanted) => Lookup['answer'],
  ): readonly Lookup[] =>
    literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(containing, literal, options);
      const wanted = { name: literal.text, containingFile: containing.fileName, mode };
      return { ...wanted, answer: answerOf(wanted) };
    });
  return {
    ofProgram: {
      getModuleResolutionCache: () => cache,
      resolveModuleNameLiterals(literals, containingFile, _redirected, _options, containing) {
        const found = lookups(literals, containing, (wanted) => look(wanted, host, cache));
        known.set(canonicalName(containingFile), new Map(found.map((lookup) => [keyOf(lookup), lookup])));
        return found.map(({ answer }) => answer);
      },
    },
    ofTrial: (on, isChanged) => ({
      getModuleResolutionCache: () => cache,
      resolveModuleNameLiterals(literals, containingFile, _redirected, _options, containing) {
        const before = isChanged(containingFile) ? undefined : known.get(canonicalName(containingFile));
        const found = lookups(
          literals,
          containing,
          (wanted) => before?.get(keyOf(wanted))?.answer ?? look(wanted, on, undefined),
        );
        return found.map(({ answer }) => answer);
      },
    }),
    leadsElsewhere: (canonicalPath) =>
      [...(known.get(canonicalPath)?.values() ?? [])].some(
        (lookup) =>
          look(lookup, host, cache).resolvedModule?.resolvedFileName !== lookup.answer.resolvedModule?.resolvedFileName,
      ),
  };
}

function keyOf({ name, mode }: Wanted): string {
  return `${mode} ${name}`;
}
