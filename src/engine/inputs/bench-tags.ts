// `@bench [[3, 1, 2]]` in the doc comment of a function: one JavaScript argument list per tag, declared where the function is.
import ts from 'typescript';
import { failures } from '../failures.ts';
import type { Subject } from '../source/subject.ts';

/** The argument lists of the subject's tags as source text, top to bottom. Throws a SpeedlensFailure for a tag that is not a list. */
export function benchTags(subject: Subject): readonly string[] {
  const comment = docCommentOf(subject);
  return comment === undefined
    ? []
    : tagsIn(subject.text.slice(comment.pos, comment.end), comment.pos).map((tag) => expressionOf(tag, subject));
}

interface Tag {
  readonly text: string;
  /** Offset of the tag in the file. */
  readonly start: number;
}

/** The last doc comment before the function, or before the statement or member that holds it. */
function docCommentOf(subject: Subject): ts.CommentRange | undefined {
  let node: ts.Node = subject.node;
  for (
    let holder: ts.Node = node;
    !ts.isSourceFile(holder) && holder.pos >= node.pos - longestLead;
    holder = holder.parent
  ) {
    node = holder;
    const ranges = ts.getLeadingCommentRanges(subject.text, holder.getFullStart()) ?? [];
    const comment = ranges.findLast((range) => subject.text.startsWith('/**', range.pos));
    if (comment !== undefined) return comment;
    if (ts.isStatement(holder) || ts.isClassElement(holder) || ts.isObjectLiteralElement(holder)) return undefined;
  }
  return undefined;
}

/** How far before the function itself its declaration may start: `export const name: Type =`. */
const longestLead = 400;

function tagsIn(comment: string, offset: number): readonly Tag[] {
  // A tag starts its line; what follows up to the next tag or the end belongs to it.
  const pattern = /(?:^\/\*\*|\n)[ \t]*\*?[ \t]*@(\w+)/g;
  const starts = [...comment.matchAll(pattern)].map((match) => ({
    name: match[1],
    index: match.index,
    end: match.index + match[0].length,
  }));
  return starts.flatMap(({ name, end }, place) => {
    if (name !== 'bench') return [];
    const raw = comment.slice(end, starts[place + 1]?.index ?? comment.length - 2);
    return [{ text: raw.replaceAll(/\n[ \t]*\*/g, '\n').trim(), start: offset + end }];
  });
}

function expressionOf(tag: Tag, subject: Subject): string {
  const line = subject.sourceFile.getLineAndCharacterOfPosition(tag.start).line + 1;
  if (tag.text === '') throw failures.badBenchTag(subject.file, line, 'it is empty');
  const text = `(${tag.text}\n)`;
  const { diagnostics } = ts.transpileModule(text, {
    fileName: 'tag.ts',
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext },
  });
  const [problem] = diagnostics ?? [];
  if (problem !== undefined)
    throw failures.badBenchTag(
      subject.file,
      line,
      ts.flattenDiagnosticMessageText(problem.messageText, ' ').replace(/\.$/, ''),
    );
  const statement = ts.createSourceFile('tag.ts', text, ts.ScriptTarget.Latest, false).statements[0];
  const isList =
    statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    ts.isParenthesizedExpression(statement.expression) &&
    ts.isArrayLiteralExpression(statement.expression.expression);
  if (!isList) throw failures.badBenchTag(subject.file, line, 'it is not an array of arguments');
  return tag.text;
}
