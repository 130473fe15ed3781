// The edits of the user's file: an import, and two lines at the start of the function that ask the kernel first.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { EmittedKernel } from '../../kernel/emit-kernel.ts';
import type { KernelFacts } from '../../kernel/kernel-facts.ts';
import type { KernelFunction, Parameter } from '../../kernel/kernel-ir.ts';
import { editFile, type FileEdit } from '../../source/edits.ts';
import { importOffset } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import { type SiblingModule, siblingModule } from '../../source/sibling-module.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate } from '../strategy.ts';
import type { Assumed } from './choose-assumptions.ts';
import { kernelFileText } from './kernel-file.ts';
import { splitRecursion } from './split-recursion.ts';

export interface RewriteRequest {
  readonly subject: Subject;
  readonly entry: KernelFunction;
  /** Name of the candidate. */
  readonly variant: string;
  readonly facts: KernelFacts;
  readonly emitted: EmittedKernel;
  readonly assumed: ReadonlyMap<Parameter, Assumed>;
  readonly isRecursive: boolean;
  readonly caveats: readonly Reason[];
}

export function rewriteWithKernel(request: RewriteRequest): Candidate {
  const { subject, entry, emitted } = request;
  const { style } = subject;
  const kernelName = freshName(subject, `${identifierOf(subject.listing.name)}Kernel`);
  const edit = editFile(subject);
  const sibling = importKernel(edit, subject, [kernelName]);
  const end = style.semicolons ? ';' : '';
  const call = `${kernelName}(${entry.parameters.map((one) => entry.given.get(one)?.text ?? one.name).join(', ')})`;
  const result = freshName(subject, 'fast', [kernelName]);
  const lines =
    entry.result === 'nothing'
      ? [`if (${call}) return${end}`]
      : [`const ${result} = ${call}${end}`, `if (${result} !== undefined) return ${result}${end}`];
  const isSplit = request.isRecursive && splitRecursion(edit, subject, call, entry.result === 'nothing');
  if (!isSplit) insertAtStart(edit, subject, lines);
  return {
    strategy: 'webassembly',
    variant: request.variant,
    summary: `Runs ${subject.listing.name} as a WebAssembly module of ${emitted.bytes.length} bytes, with the same signature.`,
    signature: 'same',
    files: [edit.rewrittenFile(), { path: sibling.path, newText: kernelFileText({ ...request, kernelName }) }],
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats: request.caveats,
  };
}

/** The kernel's own file, which the subject's imports from then on. */
export function importKernel(edit: FileEdit, subject: Subject, names: readonly string[]): SiblingModule {
  const { style, sourceFile } = subject;
  const sibling = siblingModule(subject, ['{stem}.{function}.wasm']);
  const quoted = `${style.quote}${sibling.specifier}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const usesRequire = !style.isTypeScript && style.module !== 'esm';
  edit.addImport(
    usesRequire
      ? `const { ${names.join(', ')} } = require(${quoted})${end}`
      : `import { ${names.join(', ')} } from ${quoted}${end}`,
  );
  if (!importOffset(sourceFile).isAfter) edit.insert(importOffset(sourceFile).offset, '\n');
  return sibling;
}

/** `Grid.step` and `#step` as part of a name. */
function identifierOf(name: string): string {
  const parts = name.split(/[^\w$]+/).filter((part) => part !== '');
  const joined = parts.map((part, index) => (index === 0 ? part : part[0]?.toUpperCase() + part.slice(1))).join('');
  // Of a class's method, that of a function nevertheless.
  if (parts.length > 1) return `${joined.charAt(0).toLowerCase()}${joined.slice(1)}`;
  return /^[A-Za-z_$]/.test(joined) ? joined : 'fast';
}

function insertAtStart(edit: FileEdit, subject: Subject, lines: readonly string[]): void {
  const { body } = subject.node;
  if (body === undefined) throw new Error('A function without a body has no kernel.');
  if (ts.isBlock(body)) {
    const first = body.statements.find((statement) => !isDirective(statement));
    if (first === undefined) throw new Error('An empty function has no kernel.');
    edit.insertLinesBefore(first, lines.join('\n'));
    return;
  }
  expandArrow(edit, subject, body as ts.Expression, lines);
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** An arrow's expression becomes a block. */
function expandArrow(edit: FileEdit, subject: Subject, body: ts.Expression, lines: readonly string[]): void {
  const { node, sourceFile, text, style } = subject;
  const start = node.getStart(sourceFile);
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const inner = `${outer}${style.indent}`;
  const end = style.semicolons ? ';' : '';
  let value: ts.Expression = body;
  while (ts.isParenthesizedExpression(value)) value = value.expression;
  const all = [...lines, `return ${value.getText(sourceFile)}${end}`];
  edit.replace(body, `{\n${all.map((line) => `${inner}${line}`).join('\n')}\n${outer}}`);
}
