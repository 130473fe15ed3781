// Fields of objects that the function is given, and of its own object: `image.width`, `this.cells[i]`, and constants of its module. Each that is read
// becomes a parameter of the kernel, which the caller reads when the call begins. Objects themselves are no values here, and no field is set.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import { bare } from '../source/ranges/expressions.ts';
import { arrayGroup, cellsGroup, scalarKind } from './array-groups.ts';
import type { FunctionNode } from './function-node.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Given,
  type Local,
  NotAKernel,
  type Parameter,
  type TableLocal,
} from './kernel-ir.ts';
import { canHandOver, isModuleVariable } from './module-variables.ts';
import { unused } from './unused-name.ts';

interface GivenObject {
  readonly index: Exclude<Given['index'], 'module'>;
  readonly text: string;
}

const itself: GivenObject = { index: 'this', text: 'this' };

/** Whether the type is that of an object with fields, and of nothing that is known otherwise. */
export function hasFields(type: ts.Type, checker: ts.TypeChecker): boolean {
  if ((type.flags & ts.TypeFlags.Object) === 0 || checker.isArrayLikeType(type)) return false;
  return type.getCallSignatures().length === 0 && checker.getIndexInfosOfType(type).length === 0;
}

export class GivenFields {
  readonly #home: FunctionNode;
  readonly #checker: ts.TypeChecker;
  readonly #parameters: Parameter[];
  readonly #given: Map<Parameter, Given>;
  readonly #objects = new Map<ts.Symbol, GivenObject>();
  readonly #known = new Map<string, Local | ArrayLocal>();
  readonly #ofModule = new Map<ts.Symbol, Local | ArrayLocal | TableLocal | undefined>();

  /** New parameters are added to `parameters`, and where they come from to `given`. */
  constructor(home: FunctionNode, checker: ts.TypeChecker, parameters: Parameter[], given: Map<Parameter, Given>) {
    this.#home = home;
    this.#checker = checker;
    this.#parameters = parameters;
    this.#given = given;
  }

  addObject(name: ts.Identifier, index: number): void {
    const symbol = this.#checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#objects.set(symbol, { index, text: name.text });
  }

  /** A helper knows the object by the name of its parameter. */
  nameObject(name: ts.Identifier, expression: ts.Expression): void {
    const symbol = this.#checker.getSymbolAtLocation(name);
    const object = this.#objectOf(bare(expression));
    if (symbol !== undefined && object !== undefined) this.#objects.set(symbol, object);
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

  /** What stands for a constant of the module; undefined for everything else. */
  ofModule(symbol: ts.Symbol): Local | ArrayLocal | TableLocal | undefined {
    if (!this.#ofModule.has(symbol)) this.#ofModule.set(symbol, this.#moduleVariable(symbol));
    return this.#ofModule.get(symbol);
  }

  #moduleVariable(symbol: ts.Symbol): Local | ArrayLocal | TableLocal | undefined {
    if (!isModuleVariable(symbol, this.#checker) || !canHandOver(symbol, this.#home, this.#checker)) return undefined;
    const type = this.#checker.getTypeOfSymbol(withoutAlias(symbol, this.#checker));
    const made = this.#ofType(type, symbol.name) ?? this.#tableOfType(type, symbol.name);
    if (made === undefined) return undefined;
    this.#parameters.push(made);
    this.#given.set(made, { index: 'module', field: symbol.name, text: symbol.name });
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
    const own = field.text.replace(/^#/, '');
    // `imageWidth`, and of `this` the name of the field alone.
    const wish = object.index === 'this' ? own : `${object.text}${own.charAt(0).toUpperCase()}${own.slice(1)}`;
    const made = this.#ofType(this.#checker.getTypeOfSymbol(declared), wish);
    if (isOptional || made === undefined) throw new NotAKernel('type', field, shown);
    return made;
  }

  #ofType(type: ts.Type, wish: string): Local | ArrayLocal | undefined {
    const kind = scalarKind(type);
    if (kind !== undefined) return { kind, name: this.#free(wish) };
    const group = arrayGroup(type, this.#checker);
    return group && { kind: 'array', name: this.#free(wish), group: { ...group, isFromOutside: true } };
  }

  #tableOfType(type: ts.Type, wish: string): TableLocal | undefined {
    const cells = cellsGroup(type, this.#checker, 'with tuples');
    return cells && tableParameter(this.#free(wish), { ...cells, isFromOutside: true });
  }

  #free(wish: string): string {
    return unused(wish, new Set(this.#parameters.map(({ name }) => name)));
  }
}

/** A parameter that is a table. */
export function tableParameter(name: string, cells: ArrayGroup): TableLocal {
  return {
    kind: 'table',
    name,
    cells: { kind: 'array', name, group: cells },
    rows: { kind: 'number', name: `${name}Rows` },
    columns: { kind: 'number', name: `${name}Columns` },
  };
}
