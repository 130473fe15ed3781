// The text of a function beside the original that takes or gives typed arrays: it asks the kernel, and goes through the original with plain arrays
// where the kernel has no answer.
import ts from 'typescript';
import { groupOf, type KernelFunction, type Parameter } from '../../kernel/kernel-ir.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { TypedSignature } from '../typed-signature.ts';

export interface FunctionRequest {
  readonly subject: Subject;
  readonly signature: TypedSignature;
  readonly entry: KernelFunction;
  /** What the kernel is asked by. */
  readonly kernelName: string;
  /** The lines of the comment above it, which come before what the kernel cannot do. */
  readonly about: readonly string[];
}

/** Lines of the file, with two spaces a level. */
export function typedFunction({ subject, signature, entry, kernelName, about }: FunctionRequest): readonly string[] {
  const { node, sourceFile } = subject;
  const names = node.parameters.map(({ name }) => name.getText(sourceFile));
  const original = originalName(subject);
  const { name, declarations, resultType, result, isExported } = signature;
  const isArrow = ts.isArrowFunction(node);
  const list = `(${declarations.join(', ')})${resultType === '' ? '' : `: ${resultType}`}`;
  const head = isArrow ? `const ${name} = ${list} => {` : `function ${name}${list} {`;
  const asked = `${kernelName}(${names.join(', ')})`;
  const isNothing = entry.result === 'nothing';
  const fast = freshName(subject, 'fast');
  const { given, kept } = inPlainArrays(names, { subject, signature, entry });
  const inPlain = `${original}(${given.join(', ')})`;
  const answer =
    result === 'numbers'
      ? `Float64Array.from(${inPlain})`
      : result === 'rows'
        ? `${inPlain}.map((row) => Float64Array.from(row))`
        : inPlain;
  const call = isNothing ? `${answer};` : `return ${answer};`;
  const rest =
    kept.length === 0
      ? [call]
      : [
          ...kept.map(({ plain, from }) => `const ${plain} = ${from};`),
          'try {',
          `  ${call}`,
          '} finally {',
          ...kept.map(({ target, plain }) => `  ${target}.set(${plain});`),
          '}',
        ];
  return [
    ...(about.length === 1 ? [`/** ${about.join()} */`] : ['/**', ...about.map((line) => ` * ${line}`), ' */']),
    `${isExported ? 'export ' : ''}${head}`,
    ...(isNothing
      ? [`  if (${asked}) return;`]
      : [`  const ${fast} = ${asked};`, `  if (${fast} !== undefined) return ${fast};`]),
    ...rest.map((line) => `  ${line}`),
    isArrow ? '};' : '}',
  ];
}

interface InPlainArrays {
  /** What the original is called with. */
  readonly given: readonly string[];
  /** Arrays that it changes, which come back. */
  readonly kept: readonly { readonly target: string; readonly plain: string; readonly from: string }[];
}

/** One array in two places is one plain array as well. */
function inPlainArrays(
  names: readonly string[],
  { subject, signature, entry }: Pick<FunctionRequest, 'subject' | 'signature' | 'entry'>,
): InPlainArrays {
  const { parameters } = signature;
  const written = new Set(writtenBack(entry, signature).map((parameter) => entry.parameters.indexOf(parameter)));
  const isAlone = parameters.filter((kind) => kind !== null).length === 1;
  const kept: { readonly target: string; readonly plain: string; readonly from: string }[] = [];
  const copyOf = (argument: string): string =>
    kept.reduce(
      (other, { target, plain }) => `${argument} === ${target} ? ${plain} : ${other}`,
      `Array.from(${argument})`,
    );
  for (const index of written) {
    const target = names[index];
    if (target === undefined) continue;
    kept.push({ target, plain: freshName(subject, isAlone ? 'plain' : `${target}Plain`), from: copyOf(target) });
  }
  const given = names.map((argument, index) => {
    const kind = parameters[index] ?? null;
    if (kind === null) return argument;
    if (written.has(index)) return kept.find(({ target }) => target === argument)?.plain ?? argument;
    return kind === 'rows' ? `${argument}.map((row) => Array.from(row))` : copyOf(argument);
  });
  return { given, kept };
}

/** Parameters whose elements the function changes, of those that the original knows as plain arrays. */
export function writtenBack(entry: KernelFunction, { parameters }: TypedSignature): readonly Parameter[] {
  return entry.parameters.filter((parameter, index) => isWritten(parameter) && (parameters[index] ?? null) !== null);
}

function isWritten(parameter: Parameter): boolean {
  if (parameter.kind === 'table') return groupOf(parameter.cells).isWritten;
  return parameter.kind === 'array' && groupOf(parameter).isWritten;
}

export function originalName({ node, sourceFile }: Subject): string {
  const name = node.name ?? (node.parent as ts.VariableDeclaration).name;
  return name.getText(sourceFile);
}
