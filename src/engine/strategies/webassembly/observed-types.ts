// Types for the parameters that plain JavaScript leaves open, from what they were in every observation. The kernel's file checks them again
// before each call.
import ts from 'typescript';
import type { ObserveAnswer, ValueProfile } from '../../process/protocol.ts';
import type { Subject } from '../../source/subject.ts';

/** By the parameter's index. */
export function observedTypes(subject: Subject, observed: readonly ObserveAnswer[]): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  if (subject.style.isTypeScript) return types;
  subject.node.parameters.forEach((parameter, index) => {
    const isOpen = (subject.checker.getTypeAtLocation(parameter).flags & ts.TypeFlags.Any) !== 0;
    const seen = new Set(observed.map((answer) => typeOf(answer.arguments[index])));
    const [type] = seen;
    if (isOpen && seen.size === 1 && type !== undefined) types.set(index, type);
  });
  return types;
}

function typeOf(profile: ValueProfile | undefined): string | undefined {
  switch (profile?.kind) {
    case 'number':
    case 'boolean':
    case 'string':
      return profile.kind;
    case 'typed-array':
      return profile.className;
    case 'array': {
      const { elements } = profile;
      return elements?.kind === 'number' || elements?.kind === 'boolean' ? `${elements.kind}[]` : undefined;
    }
    default:
      return undefined;
  }
}
