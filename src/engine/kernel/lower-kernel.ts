// From the syntax tree to the kernel's form: the function and the helpers of its module that it calls, directly or through others.
// Statements and expressions are lowered in the files of those names; here is what holds for whole functions.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import { isWriteTarget } from '../source/effects-references.ts';
import { bare } from '../source/ranges/expressions.ts';
import type { ArrayKind } from './array-groups.ts';
import { type Captures, capturesOf } from './captures.ts';
import { FunctionLowering } from './function-lowering.ts';
import { type FunctionNode, isFunctionNode } from './function-node.ts';
import { GivenFields } from './given-fields.ts';
import {
  type ArrayLocal,
  type Given,
  type KernelFunction,
  type KernelModule,
  type Local,
  NotAKernel,
  type Obstacle,
  type Parameter,
  type TableLocal,
} from './kernel-ir.ts';
import { liftLoops } from './lift-loops.ts';
import { isSetBefore, localHelper } from './local-helpers.ts';
import { lowerCaptured, lowerParameter } from './lower-parameters.ts';
import { resultKindOf } from './result-kinds.ts';

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
      for (const [own, more] of lowerParameter(lowering, parameter, index, kinds.get(index))) {
        parameters.push(own);
        given.set(own, { index, ...more });
      }
    }
    parameters.push(...captured.map((one) => lowerCaptured(lowering, one)));
    const name = this.functions.some((other) => other.name === wish) ? `${wish}${this.functions.length + 1}` : wish;
    const kernel: KernelFunction = {
      name,
      parameters,
      given,
      locals: lowering.locals,
      result: resultKindOf(node, isEntry, this.checker),
      body: [],
    };
    lowering.owner = kernel;
    this.#byNode.set(node, kernel);
    this.functions.push(kernel);
    this.#pending.push(() => {
      kernel.body = liftLoops(lowering.body(node));
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
}
