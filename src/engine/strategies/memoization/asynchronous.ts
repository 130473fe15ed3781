// Asynchronous functions that only compute. What they return is remembered when it is there, in the function itself: every call still gets a
// promise of its own, a rejection is nobody's but the call's that met it, and a call that computes settles exactly when it did before.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import type { BodyShape } from './body-shape.ts';
import type { KeyPart } from './cache-keys.ts';

/** Why remembering would change what callers see; undefined when it would not. */
export function asyncReason(
  subject: Subject,
  keys: readonly KeyPart[],
  shape: BodyShape,
  symbols: SymbolFacts,
): Reason | undefined {
  const pauses = pausesOf(subject);
  const open = pauses.find((pause) => ts.isForOfStatement(pause) || !isPlainlyAwaited(pause.expression, symbols));
  if (open) {
    const message = 'It waits for what may not be a promise of the language: that may run any code.';
    return reasonFor(open, 'M7', message, 'Await the results of asynchronous functions only.');
  }
  const field = keys.find((key) => key.field);
  const [pause] = pauses;
  if (field && pause) {
    const message = `While it waits here, its caller may change \`${field.read}\`.`;
    return reasonFor(pause, 'M3', message, 'Take the fields apart in the parameter list: `{ x, y }`.');
  }
  const values = shape.expressionBody ? [shape.expressionBody] : shape.returns.map(({ expression }) => expression);
  const handedOn = values.find((value) => !symbols.isPrimitive(symbols.typeOf(value)));
  if (handedOn) {
    const message = 'What it returns here may be a promise that has yet to settle.';
    return reasonFor(handedOn, 'M7', message, 'Write `return await`.');
  }
  return undefined;
}

/** Where the function itself waits. */
export function pausesOf({ node }: Subject): readonly (ts.AwaitExpression | ts.ForOfStatement)[] {
  const found: (ts.AwaitExpression | ts.ForOfStatement)[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isFunctionLike(child) || ts.isClassLike(child)) return;
    if (ts.isAwaitExpression(child) || (ts.isForOfStatement(child) && child.awaitModifier)) found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function isPlainlyAwaited(operand: ts.Expression, symbols: SymbolFacts): boolean {
  const type = symbols.typeOf(operand);
  return (
    symbols.isPrimitive(type) || symbols.partsOf(type).every((part) => symbols.libraryTypeName(part) === 'Promise')
  );
}
