// Fields of objects that the function is given, and of its own object: `image.width`, `this.cells[i]`. Each that is read becomes a parameter of the
// kernel, which the caller reads when the call begins. Objects themselves are no values here, and no field is set.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { arrayGroup, scalarKind } from './array-groups.ts';
import { type ArrayLocal, type Given, type Local, NotAKernel, type Parameter } from './kernel-ir.ts';

interface GivenObject {
  readonly index: Given['index'];
  readonly text: string;
}

const itself: GivenObject = { index: 'this', text: 'this' };

/** Whether the type is that of an object with fields, and of nothing that is known otherwise. */
export function hasFields(type: ts.Type, checker: ts.TypeChecker): boolean {
  if ((type.flags & ts.TypeFlags.Object) === 0 || checker.isArrayLikeType(type)) return false;
  return type.getCallSignatures().length === 0 && checker.getIndexInfosOfType(type).length === 0;
}

export class GivenFields {
  readonly #checker: ts.TypeChecker;
  readonly #parameters: Parameter[];
  readonly #given: Map<Parameter, Given>;
  readonly #objects = new Map<ts.Symbol, GivenObject>();
  readonly #known = new Map<string, Local | ArrayLocal>();

  /** New parameters are added to `parameters`, and where they come from to `given`. */
  constructor(checker: ts.TypeChecker, parameters: Parameter[], given: Map<Parameter, Given>) {
    this.#checker = checker;
    this.#parameters = parameters;
    this.#given = given;
  }

  addObject(name: ts.Identifier, index: number): void {
    const symbol = this.#checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#objects.set(symbol, { index, text: name.text });
  }

  isObject(expression: ts.Expression): boolean {
    return this.#objectOf(bare(expression)) !== undefined;
  }

  /** What stands for `image.width`; undefined where the receiver is no such object. */
  of(expression: ts.Expression): Local | ArrayLocal | undefined {
    const node = bare(expression);
    if (!ts.isPropertyAccessExpression(node) || node.questionDotToken !== undefined) return undefined;
    return this.named(node.expression, node.name);
  }

  /** The same for `const { width } = image`. */
  named(receiver: ts.Expression, field: ts.MemberName): Local | ArrayLocal | undefined {
    const object = this.#objectOf(bare(receiver));
    if (object === undefined) return undefined;
    const key = `${object.text}.${field.text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#parameterFor(object, receiver, field);
    this.#known.set(key, made);
    this.#parameters.push(made);
    this.#given.set(made, { index: object.index, field: field.text, text: key });
    return made;
  }

  #objectOf(receiver: ts.Expression): GivenObject | undefined {
    if (receiver.kind === ts.SyntaxKind.ThisKeyword) return itself;
    const symbol = ts.isIdentifier(receiver) ? this.#checker.getSymbolAtLocation(receiver) : undefined;
    return symbol && this.#objects.get(symbol);
  }

  /** An accessor is code, and what may be missing is no number. */
  #parameterFor(object: GivenObject, receiver: ts.Expression, field: ts.MemberName): Local | ArrayLocal {
    const shown = `${object.text}.${field.text}`;
    const symbol = this.#checker.getPropertyOfType(this.#checker.getTypeAtLocation(receiver), field.text);
    const declared = symbol ?? this.#checker.getSymbolAtLocation(field);
    if (declared === undefined) throw new NotAKernel('outside', field, shown);
    if ((declared.flags & ts.SymbolFlags.Accessor) !== 0) throw new NotAKernel('accessor', field, shown);
    const isOptional = (declared.flags & ts.SymbolFlags.Optional) !== 0;
    const type = this.#checker.getTypeOfSymbol(declared);
    const kind = scalarKind(type);
    const group = kind === undefined ? arrayGroup(type, this.#checker) : undefined;
    if (isOptional || (kind === undefined && group === undefined)) throw new NotAKernel('type', field, shown);
    const name = this.#unused(object, field.text.replace(/^#/, ''));
    if (group === undefined) return { kind: kind ?? 'number', name };
    return { kind: 'array', name, group: { ...group, isFromOutside: true } };
  }

  /** `imageWidth`, and of `this` the name of the field alone. */
  #unused({ index, text }: GivenObject, field: string): string {
    const wish = index === 'this' ? field : `${text}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    const taken = new Set(this.#parameters.map(({ name }) => name));
    let name = wish;
    for (let number = 2; taken.has(name); number += 1) name = `${wish}${number}`;
    return name;
  }
}
