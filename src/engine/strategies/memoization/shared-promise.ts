// Asynchronous functions that wait: what is remembered is the promise, so that calls which come while the first one waits share it. The body moves
// into a function of its own, and the function that callers know asks the cache. Each caller still gets a promise of its own, a rejected one is
// forgotten, and who waited for it computes anew, so that no two callers share an error. Not for what may call itself: a call that waited for its own promise would never end.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { freshLocalName, freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { pausesOf } from './asynchronous.ts';
import { type CachePlan, inFileStyle, limitText } from './cache-code.ts';
import type { KeyPart } from './cache-keys.ts';
import { reachesItself } from './reaches-itself.ts';

/** One argument, taken as it is, of a function at the top of the file. */
export function canSharePromise(subject: Subject, keys: readonly KeyPart[]): boolean {
  const { node, style, sourceFile } = subject;
  const [key, ...others] = keys;
  const [parameter, ...more] = node.parameters;
  if (key === undefined || parameter === undefined || others.length > 0 || more.length > 0) return false;
  const isPlain = key.variable === parameter && !key.field && !parameter.initializer && !parameter.questionToken;
  const isTyped = !style.isTypeScript || (parameter.type !== undefined && node.type !== undefined);
  const list = ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent) ? node.parent.parent : undefined;
  const isOnTop =
    (ts.isFunctionDeclaration(node) && node.name !== undefined && node.parent === sourceFile) ||
    (list?.parent.parent === sourceFile && ts.isVariableDeclarationList(list) && list.declarations.length === 1);
  return isPlain && isTyped && isOnTop && pausesOf(subject).length > 0 && !reachesItself(subject);
}

export function sharePromise(
  subject: Subject,
  plan: CachePlan,
  statement: ts.Statement,
): ReturnType<ReturnType<typeof editFile>['rewrittenFile']> {
  const { node, sourceFile, style } = subject;
  const { names, keys, refusals } = plan;
  const { body } = node;
  const [key] = keys;
  if (body === undefined) throw new Error('A function without a body computes nothing.');
  const compute = freshName(subject, `compute${names.remember.slice('remember'.length)}`);
  const [shared, computing] = ['shared', 'computing'].map((wanted) => freshLocalName(subject, wanted));
  const types = style.isTypeScript ? `<${key.type}, Promise<${plan.resultType}>>` : '';
  const returned = node.type === undefined ? '' : `: ${node.type.getText(sourceFile)}`;
  const moved = ts.isBlock(body)
    ? body.getText(sourceFile)
    : `{\n${style.indent}return ${plainText(body, sourceFile)};\n}`;
  const edit = editFile(subject);
  const parameters = node.parameters.map((parameter) => parameter.getText(sourceFile)).join(', ');
  const above = inFileStyle(
    [
      `// Results of ${plan.functionName} by its argument, as promises: calls that come while the first one waits share it. When it is full it starts over.`,
      `const ${names.limit} = ${limitText(plan)};`,
      `const ${names.cache} = new Map${types}();`,
    ],
    style,
  );
  const inside = inFileStyle(
    [
      '{',
      ...refusals.flatMap(({ condition, comment }) => [
        `\t// ${comment}`,
        `\tif (${condition}) return ${compute}(${key.name});`,
      ]),
      `\tconst ${shared} = ${names.cache}.get(${key.name});`,
      "\t// An error is nobody else's: who waited for one that failed computes by itself.",
      `\tif (${shared} !== undefined) return ${shared}.catch(() => ${compute}(${key.name}));`,
      `\tif (${names.cache}.size >= ${names.limit}) ${names.cache}.clear();`,
      `\tconst ${computing} = ${compute}(${key.name});`,
      `\t${names.cache}.set(${key.name}, ${computing});`,
      `\t${computing}.catch(() => ${names.cache}.delete(${key.name}));`,
      `\treturn ${computing};`,
      '}',
    ],
    style,
  );
  edit.insertLinesBefore(statement, `${above}\n\nasync function ${compute}(${parameters})${returned} ${moved}\n`);
  edit.replace({ start: body.getStart(sourceFile), end: body.end }, inside);
  return edit.rewrittenFile();
}

function plainText(body: ts.ConciseBody, sourceFile: ts.SourceFile): string {
  return ts.isParenthesizedExpression(body) ? body.expression.getText(sourceFile) : body.getText(sourceFile);
}
