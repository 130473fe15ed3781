// The kernel for callers whose numbers are in typed arrays: a function beside the original that hands them over as they are, which copies whole
// arrays in place of single numbers. What the kernel does not do goes through the original, in plain arrays.
import ts from 'typescript';
import { groupOf, type KernelFunction, type Parameter } from '../../kernel/kernel-ir.ts';
import { editFile } from '../../source/edits.ts';
import { laidOut } from '../../source/generated-text.ts';
import { topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Candidate } from '../strategy.ts';
import type { TypedSignature } from '../typed-signature.ts';
import type { KernelFileRequest } from './entry-function.ts';
import { kernelFileText } from './kernel-file.ts';
import { importKernel } from './rewrite.ts';

type TypedRequest = Omit<KernelFileRequest, 'kernelName' | 'variant' | 'isRecursive' | 'givesTyped'> &
  Pick<Candidate, 'caveats'> & { readonly signature: TypedSignature };

/** Undefined where the original could not stand in for the kernel. */
export function rewriteWithTypedData(request: TypedRequest): Candidate | undefined {
  const { subject, signature, entry, emitted, caveats } = request;
  const original = subject.node.name ?? (subject.node.parent as ts.VariableDeclaration).name;
  if (!canFallBack(entry, signature)) return undefined;
  const kernelName = freshName(subject, `${original.getText(subject.sourceFile)}Kernel`);
  const edit = editFile(subject);
  const sibling = importKernel(edit, subject, kernelName);
  const lines = typedFunction(request, original.getText(subject.sourceFile), kernelName);
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${laidOut(lines.join('\n'), subject.style)}`);
  const takes = signature.parameters.some((kind) => kind !== null);
  const variant = takes ? 'end-to-end' : 'result-only';
  return {
    strategy: 'webassembly',
    variant,
    summary: `Adds ${signature.name}, which ${takes ? 'takes' : 'gives'} ${takes && signature.result !== undefined ? 'and gives ' : ''}typed arrays and runs as a WebAssembly module of ${emitted.bytes.length} bytes.`,
    signature: 'typed',
    callBinding: signature.name,
    typedData: { parameters: signature.parameters, result: signature.result !== undefined },
    files: [
      edit.rewrittenFile(),
      {
        path: sibling.path,
        newText: kernelFileText({
          ...request,
          kernelName,
          variant,
          isRecursive: false,
          givesTyped: signature.result !== undefined,
        }),
      },
    ],
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats,
  };
}

/** The original works on copies, so what it writes must come back: from one array, which no other argument can be. */
function canFallBack(entry: KernelFunction, signature: TypedSignature): boolean {
  const written = writtenBack(entry, signature);
  const held = signature.parameters.filter((kind) => kind !== null).length;
  return (
    written.length === 0 || (held === 1 && signature.parameters.includes('numbers') && signature.result === undefined)
  );
}

/** Parameters whose elements the function changes, of those that the original knows as plain arrays. */
export function writtenBack(entry: KernelFunction, { parameters }: TypedSignature): readonly Parameter[] {
  return entry.parameters.filter((parameter, index) => isWritten(parameter) && (parameters[index] ?? null) !== null);
}

function isWritten(parameter: Parameter): boolean {
  if (parameter.kind === 'table') return groupOf(parameter.cells).isWritten;
  return parameter.kind === 'array' && groupOf(parameter).isWritten;
}

function typedFunction(
  { subject, signature, entry }: TypedRequest,
  original: string,
  kernelName: string,
): readonly string[] {
  const { node, sourceFile } = subject;
  const names = node.parameters.map(({ name }) => name.getText(sourceFile));
  const { name, declarations, resultType, parameters, result, isExported } = signature;
  const isArrow = ts.isArrowFunction(node);
  const list = `(${declarations.join(', ')})${resultType === '' ? '' : `: ${resultType}`}`;
  const head = isArrow ? `const ${name} = ${list} => {` : `function ${name}${list} {`;
  const asked = `${kernelName}(${names.join(', ')})`;
  const isNothing = entry.result === 'nothing';
  const fast = freshName(subject, 'fast');
  const plain = freshName(subject, 'plain');
  const [back] = writtenBack(entry, signature);
  const written = back === undefined ? -1 : entry.parameters.indexOf(back);
  const given = names.map((argument, index) => {
    if (index === written) return plain;
    const kind = parameters[index] ?? null;
    if (kind === null) return argument;
    return kind === 'rows' ? `${argument}.map((row) => Array.from(row))` : `Array.from(${argument})`;
  });
  const inPlain = `${original}(${given.join(', ')})`;
  const answer =
    result === 'numbers'
      ? `Float64Array.from(${inPlain})`
      : result === 'rows'
        ? `${inPlain}.map((row) => Float64Array.from(row))`
        : inPlain;
  const call = isNothing ? `${answer};` : `return ${answer};`;
  const target = names[written];
  const rest =
    target === undefined
      ? [call]
      : [
          `const ${plain} = Array.from(${target});`,
          'try {',
          `  ${call}`,
          '} finally {',
          `  ${target}.set(${plain});`,
          '}',
        ];
  const about = parameters.every((kind) => kind === null)
    ? `\`${original}\` with its numbers in ${result === 'rows' ? 'typed arrays' : 'a typed array'}; what the kernel cannot do goes through ${result === 'rows' ? 'plain ones' : 'a plain one'}.`
    : `\`${original}\` for numbers in typed arrays; what the kernel cannot do goes through plain ones.`;
  return [
    `/** ${about} */`,
    `${isExported ? 'export ' : ''}${head}`,
    ...(isNothing
      ? [`  if (${asked}) return;`]
      : [`  const ${fast} = ${asked};`, `  if (${fast} !== undefined) return ${fast};`]),
    ...rest.map((line) => `  ${line}`),
    isArrow ? '};' : '}',
  ];
}
