// Lets callers call a new function that stands beside the subject: the calls in the subject's file by name, those in other files with the imports and
// exports that bring the name there. Only where every caller waits already; where one way to a file is not understood, other files stay as they are.
import ts from 'typescript';
import type { RewrittenFile } from '../../model/report.ts';
import type { Caller } from './callers.ts';
import { detectCodeStyle } from './code-style.ts';
import { editFile, type FileEdit } from './edits.ts';
import { importInstead, importOf, insertBeside, requiredModule } from './import-edits.ts';
import { packageFolderOf, packageTypeOf } from './package-folder.ts';
import { isTypeScriptFileName } from './parse-source.ts';
import type { Subject } from './subject.ts';

export interface FollowedCallers {
  /** The edits of those in the subject's file are left to whoever edits it: `callee` by the new name. */
  readonly callers: readonly Caller[];
  /** Edits of other files, those that export the function again included. */
  readonly files: readonly RewrittenFile[];
}

/** A new function beside the subject, exported as the subject is. */
export interface NewFunction {
  readonly name: string;
  readonly isExported: boolean;
}

export function followCallers(subject: Subject, callers: readonly Caller[], added: NewFunction): FollowedCallers {
  if (!callers.every(({ awaits, isInFile, callee }) => awaits && (!isInFile || ts.isIdentifier(callee))))
    return { callers: [], files: [] };
  const elsewhere = callers.filter(({ isInFile }) => !isInFile);
  const files = elsewhere.length === 0 ? [] : new Following(subject, added).edited(elsewhere);
  return files === undefined ? { callers: callers.filter(({ isInFile }) => isInFile), files: [] } : { callers, files };
}

class Following {
  readonly #subject: Subject;
  readonly #added: NewFunction;
  readonly #checker: ts.TypeChecker;
  readonly #edits = new Map<ts.SourceFile, FileEdit>();
  readonly #exporting = new Map<ts.SourceFile, boolean>();

  constructor(subject: Subject, added: NewFunction) {
    this.#subject = subject;
    this.#added = added;
    this.#checker = subject.project.importers().program.getTypeChecker();
  }

  /** Undefined where a caller cannot follow. */
  edited(callers: readonly Caller[]): readonly RewrittenFile[] | undefined {
    const { project, style, listing } = this.#subject;
    const { texts, isMocked } = project.importers();
    const { name, isExported } = this.#added;
    // A mock of the module has no new function in it.
    if (!isExported || isMocked) return undefined;
    const mentions = (pattern: RegExp) => [...texts.values()].some((text) => pattern.test(text));
    if (mentions(wordPattern(name))) return undefined;
    if (style.module !== 'esm') {
      // Exports that others assign to, and cycles, in which what is exported last is not there yet when it is asked for.
      const isInCycle = callers.some(({ sourceFile }) => project.program.getSourceFile(sourceFile.fileName));
      if (isInCycle || mentions(new RegExp(`\\.${wordPattern(listing.name).source}\\s*=(?!=)`))) return undefined;
    }
    for (const file of new Set(callers.map(({ sourceFile }) => sourceFile))) {
      const own = callers.filter(({ sourceFile }) => sourceFile === file);
      if (!texts.has(file.fileName) || !this.#follow(file, own)) return undefined;
    }
    return [...this.#edits.values()].map((edit) => edit.rewrittenFile());
  }

  #follow(file: ts.SourceFile, callers: readonly Caller[]): boolean {
    const { name } = this.#added;
    const named: ts.Identifier[] = [];
    for (const { callee } of callers) {
      if (ts.isIdentifier(callee)) named.push(callee);
      else if (this.#followMember(callee)) this.#edit(file).replace((callee as ts.PropertyAccessExpression).name, name);
      else return false;
    }
    if (named.length === 0) return true;
    const imported = importOf(named, this.#checker);
    if (imported === undefined || !this.#exports(imported.module, imported.name)) return false;
    const edit = this.#edit(file);
    for (const callee of named) edit.replace(callee, name);
    importInstead(edit, imported, named, name);
    return true;
  }

  /** `scores.rate(...)`, where `scores` is a whole module. */
  #followMember(callee: ts.Expression): boolean {
    if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return false;
    const declaration = this.#checker.getSymbolAtLocation(callee.expression)?.declarations?.[0];
    const specifier = declaration && wholeModule(declaration);
    const module = specifier && this.#moduleOf(specifier);
    return module !== undefined && this.#exports(module, callee.name.text);
  }

  /** Whether the module exports the new function where it exports the subject under the name; adds that to `export ... from`. */
  #exports(module: ts.SourceFile, name: string): boolean {
    if (module.fileName === this.#subject.file.replaceAll('\\', '/')) return true;
    const known = this.#exporting.get(module);
    if (known !== undefined) return known;
    this.#exporting.set(module, false);
    const isExporting = module.statements.some((statement) => this.#exportsBy(statement, module, name));
    this.#exporting.set(module, isExporting);
    return isExporting;
  }

  #exportsBy(statement: ts.Statement, module: ts.SourceFile, name: string): boolean {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined || statement.isTypeOnly)
      return false;
    const from = this.#moduleOf(statement.moduleSpecifier);
    const { exportClause } = statement;
    if (from === undefined || from === module) return false;
    // What else is exported by stars could have the new name; that is an error only where types are checked.
    if (exportClause === undefined) return isTypeScriptFileName(module.fileName) && this.#exports(from, name);
    if (!ts.isNamedExports(exportClause)) return false;
    const element = exportClause.elements.find((one) => one.name.text === name && !one.isTypeOnly);
    if (element === undefined || !this.#exports(from, (element.propertyName ?? element.name).text)) return false;
    insertBeside(this.#edit(module), element, this.#added.name);
    return true;
  }

  #moduleOf(specifier: ts.Expression): ts.SourceFile | undefined {
    const declaration = this.#checker.getSymbolAtLocation(specifier)?.valueDeclaration;
    return declaration !== undefined && ts.isSourceFile(declaration) ? declaration : undefined;
  }

  #edit(sourceFile: ts.SourceFile): FileEdit {
    const known = this.#edits.get(sourceFile);
    if (known !== undefined) return known;
    const { fileName: file, text } = sourceFile;
    const style = detectCodeStyle(sourceFile, text, file, packageTypeOf(packageFolderOf(file)));
    const made = editFile({ file, text, sourceFile, style });
    this.#edits.set(sourceFile, made);
    return made;
  }
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
}

/** The specifier of `import * as scores from '...'` or `const scores = require('...')`. */
function wholeModule(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isNamespaceImport(declaration)) return declaration.parent.parent.moduleSpecifier;
  return ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name)
    ? requiredModule(declaration)
    : undefined;
}
