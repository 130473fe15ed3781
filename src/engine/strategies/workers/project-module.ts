// The worker file beside the subject's: what is in it, and how the subject's module addresses it. How new modules are named and imported
// in the user's project is decided in source/sibling-module.ts.
import { basename, extname } from 'node:path';
import ts from 'typescript';
import { localName, type NameStyle, siblingModule } from '../../source/sibling-module.ts';
import type { Subject } from '../../source/subject.ts';

export interface WorkerModule {
  /** Absolute path of the new file. */
  readonly path: string;
  /** Whole text: the named function of the subject's module as the worker's task. */
  text(taskFunction: string): string;
  /** Whole text of one that hands the named function to a function of the module at the other specifier. */
  servingText(taskFunction: string, serve: string, from: string): string;
  /** Expression in the subject's module for the worker file's address: a file URL or a path, as text. */
  readonly urlExpression: string;
  /** How modules are written where the code runs. */
  readonly runsAs: 'esm' | 'commonjs';
  /** True when the project leaves modules to a bundler, which has to keep the worker file apart. */
  readonly isBundled: boolean;
}

export function workerModule(subject: Subject): WorkerModule {
  const { style, file } = subject;
  const sibling = siblingModule(subject, ['{stem}.worker', '{stem}.{function}.worker']);
  const { stem, runsAs, addressStyle } = sibling;
  const quoted = (text: string) => `${style.quote}${text}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const spell = (how: NameStyle) => quoted(localName(how, stem, sibling.sourceExtension, sibling.compiledExtension));
  const specifier = quoted(sibling.subjectSpecifier);
  const address =
    addressStyle === 'either'
      ? `import.meta.url.endsWith(${quoted(extname(file))}) ? ${spell('source')} : ${spell('compiled')}`
      : spell(addressStyle);
  const header = `// Runs in worker threads, started by ${basename(file)}.`;
  return {
    path: sibling.path,
    text: (taskFunction) =>
      withLineEnds(
        style.module === 'esm'
          ? `${header}\nexport { ${taskFunction} as default } from ${specifier}${end}\n`
          : `${header}\nmodule.exports = require(${specifier}).${taskFunction}${end}\n`,
        style.eol,
      ),
    servingText: (taskFunction, serve, from) => {
      const imported = (name: string, specifier: string) =>
        style.module === 'esm'
          ? `import { ${name} } from ${specifier}${end}\n`
          : `const { ${name} } = require(${specifier})${end}\n`;
      const imports = imported(taskFunction, specifier) + imported(serve, quoted(from));
      return withLineEnds(`${header}\n${imports}\n${serve}(${taskFunction})${end}\n`, style.eol);
    },
    urlExpression: runsAs === 'esm' ? `new URL(${address}, import.meta.url).href` : `require.resolve(${address})`,
    runsAs,
    isBundled: style.isTypeScript && subject.project.options.moduleResolution === ts.ModuleResolutionKind.Bundler,
  };
}

function withLineEnds(text: string, eol: string): string {
  return text.replaceAll('\n', eol);
}
