// The subject once more, with types assumed for parameters that plain JavaScript leaves open: doc comments laid over the text in memory, so
// that every analysis sees what was observed. What follows from an assumption must be guarded at run time by whoever makes it.
import { dirname } from 'node:path';
import ts from 'typescript';
import type { TextEdit } from '../../model/report.ts';
import type { Subject, SubjectNode } from './subject.ts';

export interface AssumedSubject {
  readonly subject: Subject;
  /** From a position in the assumed text back to the user's file. */
  restore<T extends { readonly line?: number; readonly column?: number }>(place: T): T;
  /** Edits of the assumed text as edits of the user's file. Undefined when one of them touches what was assumed. */
  restoreEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
  /** The doc comment in the text. */
  readonly comment: string;
}

/** `types` holds type expressions by the parameter's index. Undefined when the text with them does not read as the same function. */
export function assumeParameterTypes(subject: Subject, types: ReadonlyMap<number, string>): AssumedSubject | undefined {
  const insertions = insertionsFor(subject, types);
  const text = insertInto(subject.text, insertions);
  const program = programWith(subject, text);
  const sourceFile = program.getSourceFile(subject.file);
  const shift = (offset: number): number =>
    insertions.reduce((sum, one) => (one.offset <= offset ? sum + one.text.length : sum), offset);
  const start = subject.node.getStart(subject.sourceFile);
  const isBeforeParameter = insertions.some((one) => one.offset === start);
  const node =
    sourceFile &&
    findNode(sourceFile, subject.node.kind, isBeforeParameter ? start : shift(start), shift(subject.node.end));
  if (sourceFile === undefined || node === undefined) return undefined;
  const checker = program.getTypeChecker();
  const project = { ...subject.project, program, checker };
  return {
    subject: { ...subject, text, sourceFile, node, checker, project },
    restore(place) {
      const { line, column } = place;
      if (line === undefined || column === undefined) return place;
      const lineStart = subject.sourceFile.getPositionOfLineAndCharacter(line - 1, 0);
      let shifted = column;
      for (const one of insertions) {
        const inserted = subject.sourceFile.getLineAndCharacterOfPosition(one.offset);
        if (inserted.line === line - 1 && one.offset - lineStart + 1 < shifted) {
          shifted = Math.max(one.offset - lineStart + 1, shifted - one.text.length);
        }
      }
      return { ...place, column: shifted };
    },
    restoreEdits: (edits) => restoreEdits(edits, insertions),
  };
}

function restoreEdits(edits: readonly TextEdit[], insertions: readonly Insertion[]): readonly TextEdit[] | undefined {
  const inOrder = [...insertions].sort((a, b) => a.offset - b.offset);
  const restored: TextEdit[] = [];
  for (const { start, end, text } of edits) {
    let shift = 0;
    for (const { offset, text: inserted } of inOrder) {
      const from = offset + shift;
      if (end <= from) break;
      if (start < from + inserted.length) return undefined;
      shift += inserted.length;
    }
    // What was copied from the head of the function has the comments in it.
    const plain = insertions.reduce((sum, { comment }) => sum.replaceAll(comment, ''), text);
    restored.push({ start: start - shift, end: end - shift, text: plain });
  }
  return restored;
}

/** `/** @type {number} *\/ n`; a lone parameter without parentheses gets them. */
function insertionsFor(subject: Subject, types: ReadonlyMap<number, string>): readonly Insertion[] {
  return [...types].flatMap(([index, type]) => {
    const parameter = subject.node.parameters[index];
    if (parameter === undefined) return [];
    const offset = parameter.getStart(subject.sourceFile);
    const comment = `/** @type {${type}} */ `;
    const isBare = !subject.text.slice(subject.node.getStart(subject.sourceFile), parameter.end).includes('(');
    if (!isBare) return [{ offset, text: comment, comment }];
    return [
      { offset, text: `(${comment}`, comment },
      { offset: parameter.end, text: ')', comment },
    ];
  });
}

function insertInto(text: string, insertions: readonly Insertion[]): string {
  let result = text;
  for (const { offset, text: inserted } of [...insertions].sort((a, b) => b.offset - a.offset)) {
    result = result.slice(0, offset) + inserted + result.slice(offset);
  }
  return result;
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
