// From what the user selected to the subject: the one function, with its tree, its types and the style of its file.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import type { FunctionSelector } from '../../model/bench-options.ts';
import { failures } from '../failures.ts';
import { detectCodeStyle } from './code-style.ts';
import { type LocatedFunction, locateFunctionsIn } from './locate-functions.ts';
import { packageTypeOf } from './package-folder.ts';
import { isSourceFileName, positionAt } from './parse-source.ts';
import type { Projects } from './project.ts';
import { selectFunction } from './select-function.ts';
import type { Subject } from './subject.ts';

export interface SubjectRequest {
  readonly file: string;
  /** Unsaved text of the file; the file on disk when absent. */
  readonly text?: string | undefined;
  readonly select: FunctionSelector;
}

/** Throws a SpeedlensFailure for whatever the user can mend: no such file or function, a syntax error, a function out of reach. */
export function openSubject(request: SubjectRequest, projects: Projects): Subject {
  const file = resolve(request.file);
  const text = request.text ?? readSource(file);
  if (!isSourceFileName(file)) throw failures.notASourceFile(file);
  const project = projects.openProject(file, new Map([[file, text]]));
  const sourceFile = project.program.getSourceFile(file);
  // Only a program that left its root file out gets here, and our options never make it do so.
  if (sourceFile === undefined) throw new Error(`TypeScript did not read ${file}.`);
  refuseSyntaxErrors(project.program, sourceFile);
  const located = selectFunction(file, locateFunctionsIn(sourceFile), request.select);
  const { listing, node, access } = located;
  if (listing.notRunnable !== undefined) throw failures.notRunnable(listing.name, `${listing.notRunnable.message}.`);
  if (access === undefined) throw new Error(`${listing.name} has neither an access path nor a reason.`);
  const style = detectCodeStyle(sourceFile, text, file, packageTypeOf(project.packageFolder));
  const signature = signatureOf(located, project.checker);
  return { file, text, listing, access, node, sourceFile, checker: project.checker, project, style, signature };
}

/** The file's text, byte order mark included. */
export function readSource(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw failures.noSuchFile(file);
  if (!isSourceFileName(file)) throw failures.notASourceFile(file);
  return readFileSync(file, 'utf8');
}

function refuseSyntaxErrors(program: ts.Program, sourceFile: ts.SourceFile): void {
  const diagnostics = program.getSyntacticDiagnostics(sourceFile);
  // In JavaScript, what the parser made of broken code may look like TypeScript, which is told first (codes of eight thousand and some).
  const first = diagnostics.find(({ code }) => code < 8000 || code >= 9000) ?? diagnostics[0];
  if (first === undefined) return;
  const { line } = positionAt(sourceFile, first.start);
  throw failures.syntaxError(sourceFile.fileName, line, ts.flattenDiagnosticMessageText(first.messageText, ' '));
}

function signatureOf({ listing, node }: LocatedFunction, checker: ts.TypeChecker): string {
  const signature = checker.getSignatureFromDeclaration(node);
  if (signature === undefined) return `${listing.name}(...)`;
  if (listing.kind === 'getter') return `${listing.name}: ${checker.typeToString(signature.getReturnType(), node)}`;
  const text = checker.signatureToString(signature, node);
  return listing.kind === 'constructor'
    ? `new ${listing.name.replace(/\.constructor$/, '')}${text}`
    : listing.name + text;
}
