// Domain verbs for the tests of inputs: a folder with source files, a subject in it, and the running of generated text.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { type GatherOptions, gatherInputs } from '../../../src/engine/inputs/gather-inputs.ts';
import type { InputsModule } from '../../../src/engine/inputs/inputs-module.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects, type Projects } from '../../../src/engine/source/project.ts';
import type { Subject } from '../../../src/engine/source/subject.ts';
import type { InputsEntry, RandomSource } from '../../../src/model/variant.ts';

const require = createRequire(import.meta.url);

export class Workbench {
  readonly folder: string;
  private readonly projects: Projects;

  constructor() {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'speedlens-inputs-')));
    this.projects = createProjects();
    this.write('package.json', '{ "type": "module" }');
    this.write('tsconfig.json', tsconfig);
  }

  write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  subject(name: string, text: string, select: string | number): Subject {
    const file = this.write(name, text);
    return openSubject(
      { file, text, select: typeof select === 'number' ? { line: select } : { name: select } },
      this.projects,
    );
  }

  inputs(name: string, text: string, select: string | number, options: GatherOptions = {}): InputsModule {
    return gatherInputs(this.subject(name, text, select), options);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    target: 'es2022',
    lib: ['es2023', 'dom'],
    module: 'nodenext',
    allowJs: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    types: [],
  },
});

/** A small seeded generator, as good as any for tests. */
export function seeded(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The entry of a generated module, evaluated. Imports are answered by `modules`, keyed by specifier. */
export function evaluateEntry(inputs: InputsModule, modules: Readonly<Record<string, unknown>> = {}): InputsEntry {
  if (inputs.source.kind !== 'text') throw new Error(`The inputs are not text but ${inputs.source.kind}.`);
  return evaluateModule(inputs.source.text, modules)[inputs.source.key] as InputsEntry;
}

export function evaluateModule(text: string, modules: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const module = { exports: {} as Record<string, unknown> };
  const requireModule = (specifier: string): unknown => {
    if (specifier.startsWith('node:')) return require(specifier) as unknown;
    if (!Object.hasOwn(modules, specifier)) throw new Error(`Nothing stands for ${specifier}.`);
    return modules[specifier];
  };
  new Function('module', 'exports', 'require', outputText)(module, module.exports, requireModule);
  return (module.exports['default'] ?? module.exports) as Record<string, unknown>;
}

/** Diagnostics of files under strict flags, as lines; empty when they are clean. Library files are parsed once per checker. */
export function createStrictChecker(): (file: string) => readonly string[] {
  const trees = new Map<string, ts.SourceFile | undefined>();
  return (file) => {
    const { options } = ts.parseJsonConfigFileContent(JSON.parse(tsconfig), ts.sys, path.dirname(file));
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version) => {
      if (!name.includes('/typescript/lib/')) return read(name, version);
      if (!trees.has(name)) trees.set(name, read(name, version));
      return trees.get(name);
    };
    const program = ts.createProgram([file], { ...options, skipLibCheck: true }, host);
    return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
      const line =
        diagnostic.file === undefined
          ? 0
          : diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1;
      return `${path.basename(diagnostic.file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  };
}
