// The kernel works on copies. Of what is written there must not be two, whether as two parameters or as two rows, and writing it must not be
// an error: conditions under which the original does the call.
import {
  type ArrayGroup,
  type ArrayLocal,
  groupOf,
  type KernelFunction,
  type Parameter,
  type TableLocal,
} from '../../kernel/kernel-ir.ts';
import { type Names, nameOf } from './array-transfer.ts';

export function aliasGuards({ parameters }: KernelFunction, names: Names): readonly string[] {
  const held = parameters.filter((parameter) => parameter.kind === 'array' || parameter.kind === 'table');
  const pairs = held.flatMap((first, index) =>
    held.slice(index + 1).flatMap((second) => pairGuard(first, second, names)),
  );
  const alone = held.flatMap((parameter) => guardsOfWritten(parameter, names));
  return [...pairs, ...alone];
}

function groupOfHeld(parameter: ArrayLocal | TableLocal): ArrayGroup {
  return groupOf(parameter.kind === 'table' ? parameter.cells : parameter);
}

function pairGuard(first: ArrayLocal | TableLocal, second: ArrayLocal | TableLocal, names: Names): readonly string[] {
  const [a, b] = [groupOfHeld(first), groupOfHeld(second)];
  if (a.isText === true || b.isText === true) return [];
  if (!a.isWritten && !b.isWritten && a.isReturned !== true && b.isReturned !== true) return [];
  const areTyped = a.typedName !== undefined && b.typedName !== undefined;
  if (!areTyped && (a.typedName !== b.typedName || a.elements !== b.elements)) return [];
  const [left, right] = [nameOf(first, names), nameOf(second, names)];
  if (first.kind === 'array' && second.kind === 'array')
    return [areTyped ? `${left}.buffer === ${right}.buffer` : `${left} === ${right}`];
  if (first.kind === 'table' && second.kind === 'table') {
    if (areTyped) return [`${left}.some((row) => ${right}.some((other) => row?.buffer === other?.buffer))`];
    return [`${left}.some((row) => ${right}.includes(row))`];
  }
  const [table, array] = first.kind === 'table' ? [left, right] : [right, left];
  return [areTyped ? `${table}.some((row) => row?.buffer === ${array}.buffer)` : `${table}.includes(${array})`];
}

function guardsOfWritten(parameter: Parameter, names: Names): readonly string[] {
  if (parameter.kind !== 'array' && parameter.kind !== 'table') return [];
  const { isWritten, typedName } = groupOfHeld(parameter);
  if (!isWritten) return [];
  const name = nameOf(parameter, names);
  if (parameter.kind === 'array') return typedName === undefined ? [`Object.isFrozen(${name})`] : [];
  if (typedName !== undefined) return [`new Set(${name}.map((row) => row?.buffer)).size !== ${name}.length`];
  return [`new Set(${name}).size !== ${name}.length`, `${name}.some((row) => Object.isFrozen(row))`];
}
