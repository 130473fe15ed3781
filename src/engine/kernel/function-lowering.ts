// Everything that lowering one function needs to know: its variables, and where `break` and `return` go. How its parts are lowered is in the files of
// their names.
import ts from 'typescript';
import { isInside } from '../source/ranges/expressions.ts';
import { arrayGroup, scalarKind, tupleGroup } from './array-groups.ts';
import type { Deliver } from './callbacks.ts';
import type { FunctionNode } from './function-node.ts';
import type { GivenFields } from './given-fields.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  type KernelFunction,
  type Local,
  NotAKernel,
  type RecordsLocal,
  type ScalarKind,
  type Statement,
  type TableLocal,
} from './kernel-ir.ts';
import type { AbsentLocal } from './lower-absent.ts';
import { addRow } from './lower-added-rows.ts';
import { lowerAllocation } from './lower-allocation.ts';
import { lowerExpressionStatement } from './lower-assignments.ts';
import { lowerCondition, lowerExpression } from './lower-expressions.ts';
import type { ModuleLowering } from './lower-kernel.ts';
import type { Parts } from './lower-parts.ts';
import type { RecordLocal } from './lower-records.ts';
import { lowerReturned, lowerStatements } from './lower-statements.ts';
import { writtenOut } from './lower-written-out.ts';

export class FunctionLowering {
  readonly module: ModuleLowering;
  readonly fields: GivenFields | undefined;
  readonly locals: (Local | ArrayLocal)[] = [];
  owner: KernelFunction | undefined;
  /** Helpers whose bodies are being written out in the place of a call. */
  readonly writtenOut = new Set<FunctionNode>();
  /** How many have been, one in the other included. */
  bodiesWrittenOut = 0;
  /** What `return` does in callbacks that are written out, innermost last. */
  readonly returns: ((node: ts.ReturnStatement) => readonly Statement[])[] = [];
  /** How many loops are around the statement that is being lowered. */
  loopDepth = 0;
  /** Targets of `break` and `continue` without a label, innermost last. */
  readonly breakTargets: { readonly label: string; readonly isLoop: boolean }[] = [];
  readonly #variables = new Map<ts.Symbol, Local | ArrayLocal>();
  readonly #tables = new Map<ts.Symbol, TableLocal>();
  readonly #records = new Map<ts.Symbol, RecordsLocal>();
  readonly #record = new Map<ts.Symbol, RecordLocal>();
  readonly #characters = new Map<ts.Symbol, Local>();
  readonly #parts = new Map<ts.Symbol, Parts>();
  readonly #absent = new Map<ts.Symbol, AbsentLocal>();
  #labels = 0;

  /** `fields`: of objects that are given, where it is the function that is called from outside. */
  constructor(module: ModuleLowering, fields?: GivenFields) {
    this.module = module;
    this.fields = fields;
  }

  get checker(): ts.TypeChecker {
    return this.module.checker;
  }

  body(node: FunctionNode): ReturnType<typeof lowerStatements> {
    if (node.body === undefined) throw new NotAKernel('statement', node);
    if (ts.isBlock(node.body)) return lowerStatements(this, node.body.statements);
    return this.owner?.result === 'nothing' ? this.effect(node.body) : lowerReturned(this, node.body);
  }

  expression(node: ts.Expression): Expression {
    return lowerExpression(this, node);
  }

  condition(node: ts.Expression): Expression {
    return lowerCondition(this, node);
  }

  effect(node: ts.Expression): readonly Statement[] {
    return lowerExpressionStatement(this, node);
  }

  statements(nodes: readonly ts.Statement[]): readonly Statement[] {
    return lowerStatements(this, nodes);
  }

  rowAdded(table: TableLocal, row: ts.Expression): readonly Statement[] {
    return addRow(this, table, row);
  }

  /** The helper written out in the place of its call; undefined where it has to stay a function. */
  bodyOf(call: ts.CallExpression, helper: FunctionNode, deliver: Deliver): readonly Statement[] | undefined {
    return writtenOut(this, call, helper, deliver);
  }

  allocation(array: ArrayLocal, node: ts.Expression): readonly Statement[] | undefined {
    return lowerAllocation(this, array, node);
  }

  /** The variable of that symbol, unless it holds what only this function can deal with: records, characters, arrays that grow. */
  sharedVariable(symbol: ts.Symbol): Local | ArrayLocal | TableLocal | undefined {
    const variable = this.#variables.get(symbol) ?? this.fields?.ofModule(symbol);
    if (variable?.kind === 'table') return variable;
    if (variable?.kind === 'array')
      return variable.isOwned === true || variable.declaredLength !== undefined ? undefined : variable;
    const table = this.#tables.get(symbol);
    return variable ?? (table?.isGrowing === true || table?.declaredRows !== undefined ? undefined : table);
  }

  /** A new variable of the function for the declaration's name. */
  declare(name: ts.Identifier, type = this.checker.getTypeAtLocation(name)): Local | ArrayLocal {
    // Nothing that is compiled gives undefined, so a variable holds it only as long as nothing is assigned, which the facts tell.
    const variable = this.#declare(name, this.checker.getNonNullableType(type), 'type');
    this.locals.push(variable);
    return variable;
  }

  declareParameter(name: ts.Identifier, type: ts.Type, given?: 'may be left out'): Local | ArrayLocal {
    const variable = this.#declare(name, type, 'parameter');
    if (variable.kind === 'array' || given === undefined) return variable;
    const own = { ...variable, mayBeLeftOut: true };
    this.alias(name, own);
    return own;
  }

  #declare(name: ts.Identifier, type: ts.Type, obstacle: 'parameter' | 'type'): Local | ArrayLocal {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol === undefined) throw new NotAKernel(obstacle, name, name.text);
    const known = this.#variables.get(symbol);
    if (known !== undefined) return known;
    const scalar = scalarKind(type);
    const group = scalar === undefined ? (arrayGroup(type, this.checker) ?? tupleGroup(type, this.checker)) : undefined;
    if (scalar === undefined && group === undefined)
      throw new NotAKernel(obstacle, name, `${name.text}: ${this.checker.typeToString(type)}`);
    const variable: Local | ArrayLocal =
      group === undefined ? { kind: scalar ?? 'number', name: name.text } : { kind: 'array', name: name.text, group };
    this.#variables.set(symbol, variable);
    return variable;
  }

  variableOf(identifier: ts.Identifier): Local | ArrayLocal | undefined {
    const symbol = this.#valueSymbol(identifier);
    const known = symbol && (this.#variables.get(symbol) ?? this.fields?.ofModule(symbol));
    return known?.kind === 'table' ? undefined : known;
  }

  /** Of `{ mean }`, that of the variable. */
  #valueSymbol(identifier: ts.Identifier): ts.Symbol | undefined {
    const { parent } = identifier;
    return ts.isShorthandPropertyAssignment(parent)
      ? this.checker.getShorthandAssignmentValueSymbol(parent)
      : this.checker.getSymbolAtLocation(identifier);
  }

  /** The variable that an expression stands for: its name, or a field of an object that was given. */
  held(expression: ts.Expression): Local | ArrayLocal | undefined {
    return ts.isIdentifier(expression) ? this.variableOf(expression) : this.fields?.of(expression);
  }

  /** From here on the name stands for the variable. */
  alias(name: ts.Identifier, variable: Local | ArrayLocal): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#variables.set(symbol, variable);
  }

  addTable(name: ts.Identifier, table: TableLocal): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#tables.set(symbol, table);
  }

  tableOf(identifier: ts.Identifier): TableLocal | undefined {
    const symbol = this.checker.getSymbolAtLocation(identifier);
    if (symbol === undefined) return undefined;
    const known = this.#tables.get(symbol) ?? this.fields?.ofModule(symbol);
    return known?.kind === 'table' ? known : undefined;
  }

  /** Of a variable of the function around it. */
  hold(symbol: ts.Symbol, variable: Local | ArrayLocal | TableLocal): void {
    if (variable.kind === 'table') this.#tables.set(symbol, variable);
    else this.#variables.set(symbol, variable);
  }

  addRecords(name: ts.Identifier, records: RecordsLocal): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#records.set(symbol, records);
  }

  recordsOf(identifier: ts.Identifier): RecordsLocal | undefined {
    const symbol = this.checker.getSymbolAtLocation(identifier);
    return symbol && this.#records.get(symbol);
  }

  addRecord(name: ts.Identifier, record: RecordLocal): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#record.set(symbol, record);
  }

  recordOf(identifier: ts.Identifier): RecordLocal | undefined {
    const symbol = this.checker.getSymbolAtLocation(identifier);
    return symbol && this.#record.get(symbol);
  }

  addAbsent(name: ts.Identifier, absent: AbsentLocal): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#absent.set(symbol, absent);
  }

  absentNamed(identifier: ts.Identifier): AbsentLocal | undefined {
    const symbol = this.#valueSymbol(identifier);
    return symbol && this.#absent.get(symbol);
  }

  addParts(name: ts.Identifier, parts: Parts): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) this.#parts.set(symbol, parts);
  }

  partsOf(identifier: ts.Identifier): Parts | undefined {
    const symbol = this.checker.getSymbolAtLocation(identifier);
    return symbol && this.#parts.get(symbol);
  }

  /** A new variable for texts of at most one character, which only `characterNamed` knows. */
  declareCharacter(name: ts.Identifier): Local {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol === undefined || this.#characters.has(symbol)) throw new NotAKernel('type', name, name.text);
    const local: Local = { kind: 'number', name: name.text };
    this.#characters.set(symbol, local);
    this.locals.push(local);
    return local;
  }

  characterNamed(identifier: ts.Identifier): Local | undefined {
    const symbol = this.checker.getSymbolAtLocation(identifier);
    return symbol && this.#characters.get(symbol);
  }

  /** A new variable for an array that it alone holds. */
  declareOwned(name: ts.Identifier, group: ArrayGroup, declaredLength?: Local, taken?: Local): ArrayLocal {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol === undefined || this.#variables.has(symbol)) throw new NotAKernel('type', name, name.text);
    const array: ArrayLocal = {
      kind: 'array',
      name: name.text,
      group,
      isOwned: true,
      ...(declaredLength === undefined ? {} : { declaredLength }),
      ...(taken === undefined ? {} : { taken }),
    };
    this.#variables.set(symbol, array);
    this.locals.push(array);
    return array;
  }

  ownedTemporary(group: ArrayGroup, name = `t${this.locals.length}`): ArrayLocal {
    const local: ArrayLocal = { kind: 'array', name, group, isOwned: true };
    this.locals.push(local);
    return local;
  }

  /** A new variable whose type says nothing, of a kind that its only source of values tells. */
  declareAs(name: ts.Identifier, kind: ScalarKind | ArrayGroup): Local | ArrayLocal {
    const symbol = this.checker.getSymbolAtLocation(name);
    const known = symbol && this.#variables.get(symbol);
    if (symbol === undefined || known !== undefined) throw new NotAKernel('type', name, name.text);
    const variable: Local | ArrayLocal =
      typeof kind === 'object' ? { kind: 'array', name: name.text, group: kind } : { kind, name: name.text };
    this.#variables.set(symbol, variable);
    this.locals.push(variable);
    return variable;
  }

  temporary(kind: ScalarKind): Local {
    const local: Local = { kind, name: `t${this.locals.length}` };
    this.locals.push(local);
    return local;
  }

  arrayTemporary(group: ArrayGroup): ArrayLocal {
    const local: ArrayLocal = { kind: 'array', name: `t${this.locals.length}`, group };
    this.locals.push(local);
    return local;
  }

  /** The next time that the function is written out, its names stand for other variables. */
  forgetNamesIn(node: FunctionNode): void {
    const known = [
      ...[this.#variables, this.#tables, this.#records, this.#record],
      ...[this.#characters, this.#parts, this.#absent],
    ];
    for (const names of known) {
      for (const symbol of names.keys())
        if (symbol.declarations?.some((one) => isInside(one, node)) === true) names.delete(symbol);
    }
  }

  freshLabel(): string {
    this.#labels += 1;
    return `#${this.#labels}`;
  }
}
