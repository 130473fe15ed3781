// The kernel for callers whose numbers are in typed arrays: a function beside the original that hands them over as they are, which copies whole
// arrays in place of single numbers, or none where they stay in the kernel's memory. What the kernel does not do goes through the original, in
// plain arrays.
import type { KernelFunction, KernelModule } from '../../kernel/kernel-ir.ts';
import { allocates } from '../../kernel/walk-kernel.ts';
import { editFile } from '../../source/edits.ts';
import { laidOut } from '../../source/generated-text.ts';
import { topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Candidate } from '../strategy.ts';
import type { TypedSignature } from '../typed-signature.ts';
import type { KernelFileRequest } from './entry-function.ts';
import { kernelFileText } from './kernel-file.ts';
import { importKernel } from './rewrite.ts';
import { originalName, typedFunction, writtenBack } from './typed-function.ts';

type TypedRequest = Omit<KernelFileRequest, 'kernelName' | 'variant' | 'isRecursive' | 'givesTyped' | 'makerName'> &
  Pick<Candidate, 'caveats'> & { readonly signature: TypedSignature };

/** Undefined where the original could not stand in for the kernel. */
export function rewriteWithTypedData(request: TypedRequest): Candidate | undefined {
  const { subject, signature, entry, emitted } = request;
  if (!canFallBack(entry, signature)) return undefined;
  const { parameters, result, name } = signature;
  const original = originalName(subject);
  const takes = parameters.some((kind) => kind !== null);
  const [typed, plain] = result === 'rows' ? ['typed arrays', 'plain ones'] : ['a typed array', 'a plain one'];
  return candidateFor(request, {
    variant: takes ? 'end-to-end' : 'result-only',
    summary: `Adds ${name}, which ${takes ? 'takes' : 'gives'} ${takes && result !== undefined ? 'and gives ' : ''}typed arrays and runs as a WebAssembly module of ${emitted.bytes.length} bytes.`,
    about: [
      takes
        ? `\`${original}\` for numbers in typed arrays; what the kernel cannot do goes through plain ones.`
        : `\`${original}\` with its numbers in ${typed}; what the kernel cannot do goes through ${plain}.`,
    ],
  });
}

/** The same for arrays that stay in the kernel's memory. */
export function rewriteWithResidentData(request: TypedRequest & { readonly makerName: string }): Candidate {
  const { subject, signature, emitted, makerName } = request;
  const original = originalName(subject);
  return candidateFor(request, {
    variant: 'resident',
    makerName,
    summary: `Adds ${signature.name} for arrays that stay in the memory of a WebAssembly module of ${emitted.bytes.length} bytes, which works on them without a copy, and ${makerName}, which makes them.`,
    about: [
      `\`${original}\` for typed arrays that \`${makerName}\` has made: the kernel works on them where they are. Others are copied, and what`,
      'the kernel cannot do goes through plain ones.',
    ],
  });
}

/** Whether all arrays of a call can stay in a memory that does not grow: the kernel must take none of its own. */
export function canBeResident(module: KernelModule, signature: TypedSignature): boolean {
  const [entry] = module.functions;
  if (entry === undefined || !signature.isExported || typeof entry.result === 'object') return false;
  if (module.functions.some(allocates)) return false;
  return entry.parameters.every((parameter, index) => {
    const kind = signature.parameters[index] ?? null;
    if (parameter.kind === 'array') return kind === 'numbers';
    return kind === null && (parameter.kind === 'number' || parameter.kind === 'boolean');
  });
}

interface Form {
  readonly variant: string;
  readonly summary: string;
  readonly about: readonly string[];
  readonly makerName?: string;
}

function candidateFor(request: TypedRequest, { variant, summary, about, makerName }: Form): Candidate {
  const { subject, signature, entry, caveats } = request;
  const { style } = subject;
  const givesTyped = signature.result !== undefined;
  const kernelName = freshName(subject, `${originalName(subject)}Kernel`);
  const edit = editFile(subject);
  const sibling = importKernel(edit, subject, makerName === undefined ? [kernelName] : [kernelName, makerName]);
  const lines = [
    ...typedFunction({ subject, signature, entry, kernelName, about }),
    ...(makerName === undefined ? [] : ['', `export { ${makerName} };`]),
  ];
  edit.insertLinesAfter(topLevelStatement(subject.node), `\n${laidOut(lines.join('\n'), style)}`);
  const file: KernelFileRequest = { ...request, kernelName, variant, isRecursive: false, givesTyped };
  return {
    strategy: 'webassembly',
    variant,
    summary,
    signature: 'typed',
    callBinding: signature.name,
    typedData: { parameters: signature.parameters, result: givesTyped },
    ...(makerName === undefined ? {} : { makerExpression: makerName }),
    files: [
      edit.rewrittenFile(),
      { path: sibling.path, newText: kernelFileText(makerName === undefined ? file : { ...file, makerName }) },
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
