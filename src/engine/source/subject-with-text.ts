// The subject in another text of its file, in memory: for analyses of what it would be. All other files are taken as they are.
import { dirname } from 'node:path';
import ts from 'typescript';
import type { Subject, SubjectNode } from './subject.ts';

/** `start` and `end` say where the function stands in the text. Undefined where that is not the same kind of function, or of the kind that is asked for. */
export function subjectWithText(
  subject: Subject,
  text: string,
  start: number,
  end: number,
  kind = subject.node.kind,
): Subject | undefined {
  const program = programWith(subject, text);
  const sourceFile = program.getSourceFile(subject.file);
  const node = sourceFile && findNode(sourceFile, kind, start, end);
  if (sourceFile === undefined || node === undefined) return undefined;
  const checker = program.getTypeChecker();
  return { ...subject, text, sourceFile, node, checker, project: { ...subject.project, program, checker } };
}

/** The same program with one other text; everything else is taken from it as it is. */
function programWith(subject: Subject, text: string): ts.Program {
  const { program } = subject.project;
  const options = program.getCompilerOptions();
  const library = program.getSourceFiles().find((file) => program.isSourceFileDefaultLibrary(file));
  const libraryFolder = library ? dirname(library.fileName) : '';
  const { impliedNodeFormat } = subject.sourceFile;
  const tree = ts.createSourceFile(
    subject.sourceFile.fileName,
    text,
    {
      languageVersion: options.target ?? ts.ScriptTarget.ESNext,
      ...(impliedNodeFormat === undefined ? {} : { impliedNodeFormat }),
    },
    true,
  );
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === tree.fileName ? tree : program.getSourceFile(name)),
    getDefaultLibFileName: (wanted) => `${libraryFolder}/${ts.getDefaultLibFileName(wanted)}`,
    getDefaultLibLocation: () => libraryFolder,
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    getCurrentDirectory: () => program.getCurrentDirectory(),
    getCanonicalFileName: (name) => (ts.sys.useCaseSensitiveFileNames ? name : name.toLowerCase()),
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getNewLine: () => '\n',
    writeFile: () => {
      throw new Error('A program for reading was asked to write.');
    },
  };
  return ts.createProgram({ rootNames: program.getRootFileNames(), options, host, oldProgram: program });
}

function findNode(file: ts.SourceFile, kind: ts.SyntaxKind, start: number, end: number): SubjectNode | undefined {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (node.kind === kind && node.getStart(file) === start && node.end === end) return node;
    return node.pos <= start && node.end >= end ? ts.forEachChild(node, visit) : undefined;
  };
  return visit(file) as SubjectNode | undefined;
}
