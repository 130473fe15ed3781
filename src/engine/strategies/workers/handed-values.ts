// What the iterations of a loop hand over: its type, and whether it goes in shared memory, as what they read does.
import ts from 'typescript';
import { isNumberType } from '../../source/primitive-types.ts';
import type { Subject } from '../../source/subject.ts';
import type { LoopDelivery, LoopSite } from './loop-sites.ts';
import { NOTHING_SHARED, type Sharing } from './loop-task.ts';
import { ownType } from './own-text.ts';
import { isArrayOfNumbers, shareableArrays } from './shared-numbers.ts';
import { declaredType, typeText } from './type-text.ts';

export function sharingOf(site: LoopSite, subject: Subject): Sharing {
  const { checker } = subject;
  const { header, delivery } = site;
  const arrays = shareableArrays(site, subject).map(({ name }) => name);
  const isItems = header.kind === 'elements' && !ts.isIdentifier(header.array);
  const items = isItems && isArrayOfNumbers(checker.getTypeAtLocation(header.array), checker);
  const handed =
    delivery.kind === 'tail'
      ? delivery.values.map(({ type }) => type)
      : delivery.kind === 'own' || delivery.kind === 'place'
        ? []
        : [checker.getTypeAtLocation(delivery.value)];
  const results = handed.length === 1 && handed.every(isNumberType);
  return arrays.length > 0 || items || results ? { ...NOTHING_SHARED, arrays, items, results } : NOTHING_SHARED;
}

/** The type of what an iteration hands over; several values go as a tuple. */
export function handedType(delivery: LoopDelivery, subject: Subject): string | undefined {
  const { checker } = subject;
  const textOf = (type: ts.Type) => typeText(checker.getBaseTypeOfLiteralType(type), subject);
  if (delivery.kind === 'place') return undefined;
  if (delivery.kind === 'own') {
    return ownType(delivery, subject);
  }
  if (delivery.kind !== 'tail') {
    const { value } = delivery;
    return textOf(declaredType(checker.getTypeAtLocation(value), checker.getContextualType(value), checker));
  }
  const types = delivery.values.map(({ type }) => textOf(type));
  if (types.includes(undefined)) return undefined;
  return types.length === 1 ? types[0] : `[${types.join(', ')}]`;
}
