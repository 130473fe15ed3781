// Whether a result can be handed out twice: primitives can, objects would be shared by their receivers.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

export function resultReason(subject: Subject, returnsOnlyPrimitives: boolean): Reason | undefined {
  const type = resultType(subject);
  const symbols = new SymbolFacts(subject.project.program, subject.checker);
  const text = subject.checker.typeToString(type);
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) {
    return reasonFor(subject.node, 'M2', 'It returns nothing that could be remembered.');
  }
  const parts = type.isUnion() ? type.types : [type];
  if (parts.some((part) => part.flags & ts.TypeFlags.ESSymbolLike)) {
    return reasonFor(subject.node, 'M2', 'It returns a symbol, and each one is different.');
  }
  if (returnsOnlyPrimitives || symbols.isPrimitive(type)) return undefined;
  const isOpen = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  const shared = `It returns ${isOpen ? 'what may be an object' : 'an object'} (\`${text}\`): every caller would get the same one, and what one of them changes the others would see.`;
  return reasonFor(
    subject.node,
    'M2',
    shared,
    'Return a primitive, or an array or flat object of primitives that it makes itself, which can be copied for each caller.',
  );
}

/** Of an asynchronous function, what its promise comes to. */
export function resultType({ checker, node, listing }: Subject): ts.Type {
  const signature = checker.getSignatureFromDeclaration(node);
  const type = signature ? checker.getReturnTypeOfSignature(signature) : checker.getAnyType();
  return listing.isAsync ? (checker.getAwaitedType(type) ?? checker.getAnyType()) : type;
}
