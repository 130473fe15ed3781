// The `this` of a method: an instance of its class, made through the constructor. Static methods and methods of objects find their own.
import ts from 'typescript';
import type { Subject } from '../source/subject.ts';
import { importableName } from './importable-name.ts';
import { impossible, reasonAgainst, type Shape } from './input-shape.ts';
import type { PlannedParameter } from './parameter-facts.ts';
import { instanceShape } from './shape-of-class.ts';
import { shapeOfType } from './shape-of-type.ts';
import { type ParameterScope, planParameters, readingOf } from './subject-parameters.ts';

export function planReceiver(subject: Subject, scope: ParameterScope): PlannedParameter | undefined {
  const declared = subject.node.parameters.find(
    (parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === 'this',
  );
  if (declared?.type !== undefined) {
    const type = scope.checker.getTypeFromTypeNode(declared.type);
    return receiver(scope.checker.typeToString(type), shapeOfType(type, 'this', readingOf(scope)));
  }
  const { access } = subject;
  if (access.kind !== 'class-member' || access.isStatic || access.as === 'constructor') return undefined;
  const owner = classOf(subject, access.className);
  if (owner === undefined) return receiver(access.className, impossible(`its class ${access.className} was not found`));
  return receiver(access.className, ownerShape(owner, scope));
}

function receiver(typeText: string, shape: Shape): PlannedParameter {
  return { name: 'this', typeText, shape, isRest: false, reason: reasonAgainst(shape) };
}

function classOf(subject: Subject, className: string): ts.Symbol | undefined {
  const declaration = ts.findAncestor<ts.ClassLikeDeclaration>(subject.node, ts.isClassLike);
  if (declaration !== undefined) return subject.checker.getTypeAtLocation(declaration).symbol;
  return subject.checker
    .getSymbolsInScope(subject.sourceFile, ts.SymbolFlags.Value)
    .find((symbol) => symbol.name === className);
}

/** Classes, and the constructor functions of older code. */
function ownerShape(owner: ts.Symbol, scope: ParameterScope): Shape {
  const declaration = owner.valueDeclaration;
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration))
    return instanceShape(owner, readingOf(scope));
  const imported = importableName(owner, scope.sourceFile, scope.checker);
  if (imported === undefined)
    return impossible(`${owner.name} is not exported, so that an inputs module cannot construct it`);
  const planned = planParameters(declaration, scope);
  const refused = planned.find((parameter) => parameter.reason !== undefined);
  if (refused !== undefined) return impossible(`${owner.name} needs ${refused.name}, and ${refused.reason}`);
  return { kind: 'instance', imported, args: planned.map((parameter) => parameter.shape) };
}
