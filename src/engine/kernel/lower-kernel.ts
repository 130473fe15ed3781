// From the syntax tree to the kernel's form: the function and the helpers of its module that it calls, directly or through others.
// Statements and expressions are lowered in the files of those names; here is what holds for whole functions.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import { isWriteTarget } from '../source/effects-references.ts';
import { isTypeScriptFileName } from '../source/parse-source.ts';
import { bare } from '../source/ranges/expressions.ts';
import {
  type ArrayKind,
  arrayGroup,
  cellsGroup,
  groupOfKind,
  isOfSeveralKinds,
  scalarKind,
  tupleGroup,
} from './array-groups.ts';
import { type Captures, capturesOf } from './captures.ts';
import { GivenFields, hasFields } from './given-fields.ts';
import { inferredResult } from './inferred-elements.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  type Given,
  groupOf,
  type KernelFunction,
  type KernelModule,
  type Local,
  NotAKernel,
  type Obstacle,
  type Parameter,
  type RecordsLocal,
  type ResultKind,
  type ScalarKind,
  type TableLocal,
} from './kernel-ir.ts';
import { isSetBefore, localHelper } from './local-helpers.ts';
import { lowerExpression } from './lower-expressions.ts';
import { areAssumed, areRecords, type RecordLocal } from './lower-records.ts';
import { lowerStatements } from './lower-statements.ts';

export type LoweredKernel =
  | { readonly ok: true; readonly module: KernelModule }
  | { readonly ok: false; readonly obstacle: Obstacle };

/** `distance`, and of `geometry.distance` the last part where `geometry` is imported as a whole. */
function nameCalled(callee: ts.Expression, checker: ts.TypeChecker): ts.Identifier | undefined {
  if (ts.isIdentifier(callee)) return callee;
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.name)) return undefined;
  const [home] = checker.getSymbolAtLocation(callee.expression)?.declarations ?? [];
  return home !== undefined && ts.isNamespaceImport(home) ? callee.name : undefined;
}

function isOfProject({ isDeclarationFile, fileName }: ts.SourceFile): boolean {
  return !isDeclarationFile && !fileName.includes('/node_modules/');
}

type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

/** `kinds`: of parameters whose types leave open which kind of array they are, by their indexes. */
export function lowerKernel(
  node: ts.SignatureDeclaration,
  name: string,
  checker: ts.TypeChecker,
  kinds: ReadonlyMap<number, ArrayKind> = new Map(),
): LoweredKernel {
  const lowering = new ModuleLowering(checker);
  try {
    if (!isFunctionNode(node)) throw new NotAKernel('statement', node);
    lowering.add(node, name, kinds);
    lowering.finish();
    return { ok: true, module: { functions: lowering.functions, imported: lowering.imported } };
  } catch (error) {
    if (error instanceof NotAKernel) return { ok: false, obstacle: lowering.placed(error.obstacle, node) };
    throw error;
  }
}

/** A variable of a function that one of its helpers uses. */
export interface Captured {
  readonly symbol: ts.Symbol;
  readonly variable: Local | ArrayLocal | TableLocal;
}

export class ModuleLowering {
  readonly checker: ts.TypeChecker;
  readonly functions: KernelFunction[] = [];
  /** The first call into each other file of the project. */
  readonly #callsOut = new Map<ts.SourceFile, ts.Identifier>();
  readonly #byNode = new Map<ts.Node, KernelFunction>();
  readonly #pending: (() => void)[] = [];
  readonly #captures = new Map<FunctionNode, Captures>();
  readonly #constantFunctions = new Map<ts.Symbol, boolean>();

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  /** `captured`: what the function uses of the one around it, as variables of its caller. */
  add(
    node: FunctionNode,
    wish: string,
    kinds: ReadonlyMap<number, ArrayKind>,
    captured: readonly Captured[] = [],
  ): KernelFunction {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    if (node.asteriskToken !== undefined || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword))
      throw new NotAKernel('statement', node, 'an asynchronous function or a generator');
    const isEntry = this.functions.length === 0;
    const parameters: Parameter[] = [];
    const given = new Map<Parameter, Given>();
    const fields = isEntry ? new GivenFields(node, this.checker, parameters, given) : undefined;
    const lowering = new FunctionLowering(this, fields);
    for (const [index, parameter] of node.parameters.entries()) {
      for (const [own, more] of lowering.parameters(parameter, index, kinds.get(index))) {
        parameters.push(own);
        given.set(own, { index, ...more });
      }
    }
    parameters.push(...captured.map((one) => lowering.takeOver(one)));
    const name = this.functions.some((other) => other.name === wish) ? `${wish}${this.functions.length + 1}` : wish;
    const kernel: KernelFunction = {
      name,
      parameters,
      given,
      locals: lowering.locals,
      result: this.#resultOf(node, isEntry),
      body: [],
    };
    lowering.owner = kernel;
    this.#byNode.set(node, kernel);
    this.functions.push(kernel);
    this.#pending.push(() => {
      kernel.body = lowering.body(node);
    });
    return kernel;
  }

  get imported(): readonly ts.Identifier[] {
    return [...this.#callsOut.values()];
  }

  /** An obstacle in another file is told where the file of `home` calls into it. */
  placed(obstacle: Obstacle, home: ts.Node): Obstacle {
    let within: ts.Identifier | undefined;
    for (let node = obstacle.node; node.getSourceFile() !== home.getSourceFile(); node = within) {
      within = this.#callsOut.get(node.getSourceFile());
      if (within === undefined) return { ...obstacle, node: home };
    }
    return within === undefined ? obstacle : { ...obstacle, within };
  }

  finish(): void {
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) next();
  }

  /** The function of this module, or of one of the project that it imports, that the name stands for, now and for ever. */
  functionOf(callee: ts.Expression): FunctionNode | undefined {
    const name = nameCalled(callee, this.checker);
    if (name === undefined) return undefined;
    const named = this.checker.getSymbolAtLocation(name);
    const symbol = withoutAlias(named, this.checker);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined || symbol.declarations?.length !== 1) return undefined;
    const found = this.#constantFunction(symbol, declaration, name);
    const file = declaration.getSourceFile();
    if (found === undefined || file === callee.getSourceFile()) return found;
    if (!isOfProject(file)) return undefined;
    if (!this.#callsOut.has(file)) this.#callsOut.set(file, name);
    return found;
  }

  #constantFunction(symbol: ts.Symbol, declaration: ts.Declaration, callee: ts.Identifier): FunctionNode | undefined {
    if (ts.isFunctionDeclaration(declaration)) {
      return declaration.body !== undefined && this.#isNeverReplaced(symbol, declaration) ? declaration : undefined;
    }
    if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
    if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined;
    const isOfModule = ts.isSourceFile(declaration.parent.parent.parent);
    if (!isOfModule && (localHelper(declaration) === undefined || !isSetBefore(declaration, callee))) return undefined;
    const value = bare(declaration.initializer);
    return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined;
  }

  capturesOf(node: FunctionNode): Captures {
    let captures = this.#captures.get(node);
    if (captures === undefined) {
      captures = capturesOf(node, this.checker, (callee) => this.functionOf(callee));
      this.#captures.set(node, captures);
    }
    return captures;
  }

  /** Of plain JavaScript, whose recursions and tables of any say nothing. What is returned is checked against it where it is lowered. */
  #guessedResult({ body }: FunctionNode, type: ts.Type): ScalarKind | undefined {
    if (body === undefined || (type.flags & ts.TypeFlags.Any) === 0) return undefined;
    const values = ts.isBlock(body) ? returnedValues(body) : [body];
    const kinds = new Set(values.map((value) => scalarKind(this.checker.getTypeAtLocation(value))));
    const isOfElements = values.every((value) => scalarKind(this.checker.getTypeAtLocation(value)) || isElement(value));
    kinds.delete(undefined);
    const [kind] = kinds;
    if (kinds.size > 1) return undefined;
    return kind ?? (isOfElements ? 'number' : undefined);
  }

  #isNeverReplaced(symbol: ts.Symbol, declaration: ts.Declaration): boolean {
    const known = this.#constantFunctions.get(symbol);
    if (known !== undefined) return known;
    const visit = (node: ts.Node): boolean =>
      (ts.isIdentifier(node) &&
        node.text === symbol.name &&
        isWriteTarget(node) &&
        this.checker.getSymbolAtLocation(node) === symbol) ||
      (ts.forEachChild(node, visit) ?? false);
    const answer = !visit(declaration.getSourceFile());
    this.#constantFunctions.set(symbol, answer);
    return answer;
  }

  #resultOf(node: FunctionNode, isEntry: boolean): ResultKind {
    const signature = this.checker.getSignatureFromDeclaration(node);
    if (signature === undefined) throw new NotAKernel('result', node);
    const type = this.checker.getReturnTypeOfSignature(signature);
    if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return 'nothing';
    const scalar = scalarKind(this.checker.getNonNullableType(type)) ?? this.#guessedResult(node, type);
    if (scalar !== undefined) return scalar;
    const cells = isEntry ? cellsGroup(type, this.checker, 'arrays only') : undefined;
    if (cells !== undefined) return { cells };
    const known = arrayGroup(type, this.checker);
    const group = known ?? (isEntry && node.body !== undefined ? inferredResult(node.body, this.checker) : undefined);
    if (group?.isOfTable === true) return { cells: group };
    if (group === undefined || group.isText === true || !isEntry)
      throw new NotAKernel('result', node.type ?? node, this.checker.typeToString(type));
    return { array: { ...group, isReturned: true } };
  }
}

function returnedValues(body: ts.Node): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function isElement(value: ts.Expression): boolean {
  return ts.isElementAccessExpression(bare(value));
}

/** Everything that lowering one function needs to know: its variables, and where `break` goes. */
export class FunctionLowering {
  readonly module: ModuleLowering;
  readonly fields: GivenFields | undefined;
  readonly locals: (Local | ArrayLocal)[] = [];
  owner: KernelFunction | undefined;
  /** How many loops are around the statement that is being lowered. */
  loopDepth = 0;
  /** Targets of `break` and `continue` without a label, innermost last. */
  readonly breakTargets: { readonly label: string; readonly isLoop: boolean }[] = [];
  readonly #variables = new Map<ts.Symbol, Local | ArrayLocal>();
  readonly #tables = new Map<ts.Symbol, TableLocal>();
  readonly #records = new Map<ts.Symbol, RecordsLocal>();
  readonly #record = new Map<ts.Symbol, RecordLocal>();
  readonly #characters = new Map<ts.Symbol, Local>();
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
    const value = lowerExpression(this, node.body);
    return this.owner?.result === 'nothing' ? [{ kind: 'evaluate', expression: value }] : [{ kind: 'return', value }];
  }

  expression(node: ts.Expression): Expression {
    return lowerExpression(this, node);
  }

  /** Those that stand for it, several for a pattern, none for an object, whose fields are added where they are read. */
  parameters(
    node: ts.ParameterDeclaration,
    index: number,
    kind: ArrayKind | undefined,
  ): readonly (readonly [Parameter, Omit<Given, 'index'>])[] {
    const { name } = node;
    const isEntry = this.fields !== undefined;
    const hasOddity = node.dotDotDotToken ?? node.questionToken ?? (isEntry ? undefined : node.initializer);
    if (hasOddity !== undefined) throw new NotAKernel('parameter', node, name.getText());
    if (ts.isIdentifier(name)) {
      const type = this.checker.getTypeAtLocation(name);
      if (kind !== undefined && isOfSeveralKinds(type, this.checker))
        return [[this.#oneOfSeveral(name, kind), { text: name.text }]];
      // In plain JavaScript nothing is known of an object for certain, getters included.
      const isObject = hasFields(type, this.checker) && isTypeScriptFileName(node.getSourceFile().fileName);
      if (!isObject || this.fields === undefined) return [[this.#parameter(name, type), { text: name.text }]];
      this.fields.addObject(name, index);
      return [];
    }
    if (!isEntry || ts.isArrayBindingPattern(name)) throw new NotAKernel('parameter', node, name.getText());
    return name.elements.map((element) => {
      const field = element.propertyName ?? element.name;
      if (!ts.isIdentifier(element.name) || !ts.isIdentifier(field) || element.dotDotDotToken !== undefined)
        throw new NotAKernel('parameter', node, name.getText());
      const type = this.checker.getTypeAtLocation(element.name);
      return [this.#parameter(element.name, type), { field: field.text, text: element.name.text }];
    });
  }

  #oneOfSeveral(name: ts.Identifier, kind: ArrayKind): Parameter {
    const group = { ...groupOfKind(kind), isFromOutside: this.fields !== undefined };
    const array: ArrayLocal = { kind: 'array', name: name.text, group, isOneOfSeveral: true };
    this.alias(name, array);
    return array;
  }

  #parameter(name: ts.Identifier, type: ts.Type): Parameter {
    const isEntry = this.fields !== undefined;
    const cells = cellsGroup(type, this.checker, 'with tuples');
    if (cells !== undefined) {
      cells.isFromOutside = isEntry;
      const table: TableLocal = {
        kind: 'table',
        name: name.text,
        cells: { kind: 'array', name: name.text, group: cells },
        rows: { kind: 'number', name: `${name.text}Rows` },
        columns: { kind: 'number', name: `${name.text}Columns` },
      };
      this.addTable(name, table);
      return table;
    }
    if (isEntry && areRecords(type, this.checker)) {
      const count: Local = { kind: 'number', name: `${name.text}Length` };
      const isAssumed = areAssumed(type, this.checker);
      const records: RecordsLocal = { kind: 'records', name: name.text, count, isAssumed, fields: new Map() };
      const symbol = this.checker.getSymbolAtLocation(name);
      if (symbol !== undefined) this.#records.set(symbol, records);
      return records;
    }
    const variable = this.#declare(name, type, 'parameter');
    if (variable.kind === 'array' && isEntry) groupOf(variable).isFromOutside = true;
    return variable;
  }

  /** A parameter that gets the value of the variable with each call. */
  takeOver({ symbol, variable }: Captured): Parameter {
    const { name } = variable;
    if (variable.kind === 'table') {
      const table: TableLocal = {
        kind: 'table',
        name,
        cells: { kind: 'array', name, group: variable.cells.group },
        rows: { kind: 'number', name: `${name}Rows` },
        columns: { kind: 'number', name: `${name}Columns` },
      };
      this.#tables.set(symbol, table);
      return table;
    }
    const own: Local | ArrayLocal =
      variable.kind === 'array' ? { kind: 'array', name, group: variable.group } : { kind: variable.kind, name };
    this.#variables.set(symbol, own);
    return own;
  }

  /** The variable of that symbol, unless it holds what only this function can deal with: records, characters, arrays that grow. */
  sharedVariable(symbol: ts.Symbol): Local | ArrayLocal | TableLocal | undefined {
    const variable = this.#variables.get(symbol) ?? this.fields?.ofModule(symbol);
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
    const symbol = this.checker.getSymbolAtLocation(identifier);
    return symbol && (this.#variables.get(symbol) ?? this.fields?.ofModule(symbol));
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
    return symbol && this.#tables.get(symbol);
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
  declareOwned(name: ts.Identifier, group: ArrayGroup, declaredLength?: Local): ArrayLocal {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol === undefined || this.#variables.has(symbol)) throw new NotAKernel('type', name, name.text);
    const array: ArrayLocal = {
      kind: 'array',
      name: name.text,
      group,
      isOwned: true,
      ...(declaredLength === undefined ? {} : { declaredLength }),
    };
    this.#variables.set(symbol, array);
    this.locals.push(array);
    return array;
  }

  ownedTemporary(group: ArrayGroup): ArrayLocal {
    const local: ArrayLocal = { kind: 'array', name: `t${this.locals.length}`, group, isOwned: true };
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

  freshLabel(): string {
    this.#labels += 1;
    return `#${this.#labels}`;
  }
}

function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  );
}
