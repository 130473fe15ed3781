// Asynchronous functions that wait: what is remembered is the promise, so that calls which come while the first one waits share it. The body moves
// into a function of its own, and the function that callers know asks the cache. Each caller still gets a promise of its own, a rejected one is
// forgotten, and who waited for it computes anew, so that no two callers share an error. Not for what may call itself: a call that waited for its own promise would never end.
import ts from 'typescript';
import type { CodeStyle } from '../../source/code-style.ts';
import { editFile } from '../../source/edits.ts';
import { freshLocalName, freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { pausesOf } from './asynchronous.ts';
import { type CachePlan, cacheDeclarations, inFileStyle, limitText, purpose } from './cache-code.ts';
import type { KeyPart } from './cache-keys.ts';
import { isTypeChecked } from './cache-plan.ts';
import { reachesItself } from './reaches-itself.ts';

/** Arguments that are taken as they are, of a function at the top of the file. */
export function canSharePromise(subject: Subject, keys: readonly KeyPart[]): boolean {
  const { node, style, sourceFile } = subject;
  const { parameters } = node;
  const arePlain =
    keys.length === parameters.length &&
    keys.every(
      ({ variable, field }, index) =>
        variable === parameters[index] && !field && !variable.initializer && !variable.questionToken,
    );
  // In a copy of the function its doc comment would be missing.
  const isTyped = style.isTypeScript
    ? parameters.every(({ type }) => type !== undefined) && node.type !== undefined
    : !isTypeChecked(subject);
  const list = ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent) ? node.parent.parent : undefined;
  const isOnTop =
    (ts.isFunctionDeclaration(node) && node.name !== undefined && node.parent === sourceFile) ||
    (list?.parent.parent === sourceFile && ts.isVariableDeclarationList(list) && list.declarations.length === 1);
  return arePlain && isTyped && isOnTop && pausesOf(subject).length > 0 && !reachesItself(subject);
}

export function sharePromise(
  subject: Subject,
  plan: CachePlan,
  statement: ts.Statement,
): ReturnType<ReturnType<typeof editFile>['rewrittenFile']> {
  const { node, sourceFile, style } = subject;
  const { names, keys, refusals } = plan;
  const { body } = node;
  if (body === undefined) throw new Error('A function without a body computes nothing.');
  const passed = keys.map(({ name }) => name).join(', ');
  const compute = freshName(subject, `compute${names.remember.slice('remember'.length)}`);
  const [shared, computing] = ['shared', 'computing'].map((wanted) => freshLocalName(subject, wanted));
  const returned = node.type === undefined ? '' : `: ${node.type.getText(sourceFile)}`;
  const moved = ts.isBlock(body)
    ? body.getText(sourceFile)
    : `{\n${style.indent}return ${plainText(body, sourceFile)};\n}`;
  const edit = editFile(subject);
  const parameters = node.parameters.map((parameter) => parameter.getText(sourceFile)).join(', ');
  const above = keys.length === 1 ? flatCache(plan, style) : cacheDeclarations(promisesOf(plan), style);
  const inner = keys
    .slice(0, -1)
    .reduce((map, { name }, index) => `${map}${index === 0 ? '.' : '?.'}get(${name})`, names.cache);
  const held = `${inner}${keys.length === 1 ? '.' : '?.'}`;
  const last = keys.at(-1)?.name ?? '';
  const store =
    keys.length === 1
      ? [
          `\tif (${names.cache}.size >= ${names.limit}) ${names.cache}.clear();`,
          `\tconst ${computing} = ${compute}(${passed});`,
          `\t${names.cache}.set(${passed}, ${computing});`,
        ]
      : [`\tconst ${computing} = ${names.remember}(${passed}, ${compute}(${passed}));`];
  const inside = inFileStyle(
    [
      '{',
      ...refusals.flatMap(({ condition, comment }) => [
        `\t// ${comment}`,
        `\tif (${condition}) return ${compute}(${passed});`,
      ]),
      `\tconst ${shared} = ${held}get(${last});`,
      "\t// An error is nobody else's: who waited for one that failed computes by itself.",
      `\tif (${shared} !== undefined) return ${shared}.catch(() => ${compute}(${passed}));`,
      ...store,
      `\t${computing}.catch(() => ${held}delete(${last}));`,
      `\treturn ${computing};`,
      '}',
    ],
    style,
  );
  edit.insertLinesBefore(statement, `${above}\n\nasync function ${compute}(${parameters})${returned} ${moved}\n`);
  edit.replace({ start: body.getStart(sourceFile), end: body.end }, inside);
  return edit.rewrittenFile();
}

function flatCache(plan: CachePlan, style: CodeStyle): string {
  const { names, keys } = plan;
  const types = style.isTypeScript ? `<${keys[0].type}, Promise<${plan.resultType}>>` : '';
  return inFileStyle(
    [
      `// ${purpose(promisesOf(plan))}`,
      `const ${names.limit} = ${limitText(plan)};`,
      `const ${names.cache} = new Map${types}();`,
    ],
    style,
  );
}

/** What failed stays counted: its place in the inner Maps stays as well, until all of them are dropped. */
function promisesOf(plan: CachePlan): CachePlan {
  return {
    ...plan,
    holdsPromises: true,
    resultType: `Promise<${plan.resultType}>`,
    resultMayBeUndefined: false,
    // Asked before the cache is.
    refusals: [],
  };
}

function plainText(body: ts.ConciseBody, sourceFile: ts.SourceFile): string {
  return ts.isParenthesizedExpression(body) ? body.expression.getText(sourceFile) : body.getText(sourceFile);
}
