// Typed arrays in memory that all threads see, in place of a copy for each part: which may lie there, and the function that puts them there.
import ts from 'typescript';
import { isLibraryName } from '../../source/library-symbols.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { SharedView } from './loop-task.ts';

/** The class of a typed array. */
export function typedArrayClass(type: ts.Type): string | undefined {
  const symbol = type.getSymbol();
  const isOne = /^((Ui|I)nt(8|16|32)|Uint8Clamped|Float(32|64)|Big(Ui|I)nt64)Array$/.test(symbol?.name ?? '');
  return isOne && isLibraryName(symbol) ? symbol?.name : undefined;
}

export function viewOf(name: string, className: string, subject: Subject): SharedView {
  return { name, className, toShared: freshName(subject, `shared${className}`) };
}

/** One for each class of which something has to be put into shared memory. */
export function sharingFunctions(views: readonly SharedView[]): readonly SharedView[] {
  return [...new Map(views.map((view) => [view.toShared, view])).values()];
}

export function changedView(name: string, className: string, subject: Subject): SharedView {
  return { name, className, toShared: freshName(subject, `copied${className}`), isChanged: true };
}

/** Two spaces a level, with semicolons. */
export function sharingFunction({ className, toShared, isChanged }: SharedView, typed: boolean): string {
  const as = typed ? `: ${className}` : '';
  const copied = `  const copy = new ${className}(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}`;
  if (isChanged === true) {
    return `/** A copy in memory that all threads see. */\nfunction ${toShared}(values${as})${as} {\n${copied}`;
  }
  return `/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function ${toShared}(values${as})${as} {
  if (!(values instanceof ${className}) || values.buffer instanceof SharedArrayBuffer) return values;
${copied}`;
}

/** Methods that only look at the elements, or copy them into memory of their own. */
const LOOKING: ReadonlySet<string> = new Set(['at', 'includes', 'indexOf', 'lastIndexOf', 'slice', 'join']);

/** `xs.slice(a, b)`, and `xs.subarray(a, b)` where it is copied at once: in what memory the elements lie cannot be seen. */
export function isCopied(use: ts.Identifier): boolean {
  const access = use.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== use) return false;
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access) return false;
  if (LOOKING.has(access.name.text)) return true;
  if (access.name.text !== 'subarray') return false;
  const { parent } = call;
  if (ts.isSpreadElement(parent) || ts.isForOfStatement(parent)) return true;
  if (ts.isPropertyAccessExpression(parent)) return LOOKING.has(parent.name.text) && ts.isCallExpression(parent.parent);
  return ts.isCallExpression(parent) && parent.arguments[0] === call && parent.expression.getText() === 'Array.from';
}
