// Which numbers every variable and expression of a kernel may hold: interval analysis that follows the order of the statements, joins
// where ways meet, and learns from the conditions of branches and loops. It ends in a fixpoint over all functions, for they hand each other
// arguments and results. The arithmetic on facts is that of source/ranges.
import { negate } from '../source/ranges/number-arithmetic.ts';
import * as facts from '../source/ranges/number-fact.ts';
import { arithmeticFact, elementFact, libraryFact, resultOf } from './fact-transfers.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type KernelModule,
  type Local,
  longestKernelArray,
  type Operand,
  type Statement,
} from './kernel-ir.ts';
import {
  areSame,
  isWithin,
  joinStates,
  multipleIn,
  type Reached,
  type State,
  union,
  widened,
  widenedFact,
  without,
} from './kernel-states.ts';
import { learnFrom } from './learn-from.ts';
import { isScalar } from './walk-kernel.ts';

type NumberFact = facts.NumberFact;

export interface KernelFacts {
  /** What the expression may give, over all times that it is evaluated. Undefined: it is never reached. */
  of(expression: Expression): NumberFact | undefined;
  /** Everything that the variable may hold. */
  ofLocal(local: Local): NumberFact | undefined;
  ofResult(kernel: KernelFunction): NumberFact | undefined;
  ofElements(array: ArrayLocal | ArrayGroup): NumberFact;
  isChecked(array: ArrayLocal | ArrayGroup): boolean;
  ofLength(array: ArrayLocal): NumberFact;
  /** A variable that may be read before it has a value; there is no kernel then. */
  readonly unset: Local | undefined;
  /** Variables kept in 32 bits that are no 32-bit integers; absent before word-variables.ts has chosen them. */
  readonly wordOf?: (local: Local) => Word | undefined;
}

/** 'unsigned': an integer from 0 to 2^32 - 1. 'bits': what ToInt32 makes of the number, of which nothing else is ever looked at. */
export type Word = 'unsigned' | 'bits';

/** What is known of the parameters of the first function and of the elements of its arrays, for it is checked before each call. */
export interface Assumptions {
  readonly parameters: ReadonlyMap<Local, NumberFact>;
  readonly elements: ReadonlyMap<ArrayGroup, NumberFact>;
  /** Plain arrays made by the kernel whose elements are taken for integers: each store is checked, and the original runs when it is none. */
  readonly checked?: ReadonlySet<ArrayGroup>;
}

/** What the elements of a checked array are; sums of two fit into 32 bits. */
export const checkedElement = facts.integersBetween(-1e9, 1e9);

const anyLength = facts.integersBetween(0, longestKernelArray);

const roundsBeforeWidening = 3;
const narrowingRounds = 2;
/** Loops in loops in loops are gone through many times; past this many steps the code is not worth the wait. */
const stepLimit = 4_000_000;

export function analyzeKernel(module: KernelModule, assumptions: Assumptions): KernelFacts | 'too-large' {
  const analysis = new KernelAnalysis(module, assumptions);
  try {
    analysis.solve();
  } catch (error) {
    if (error instanceof TooManySteps) return 'too-large';
    throw error;
  }
  return analysis;
}

class TooManySteps extends Error {}

/** What a loop gives from one state at its start. */
interface TriedLoop {
  readonly entry: State;
  readonly after: Reached;
  /** Those that leave outer loops. */
  readonly jumps: readonly Jump[];
}

/** Per loop: the heads of its outer loops that are still likely to come again. */
const triedLoopsKept = 8;

interface Jump {
  readonly label: string;
  readonly kind: 'break' | 'continue';
  readonly state: State;
}

class KernelAnalysis implements KernelFacts {
  readonly #module: KernelModule;
  readonly #assumptions: Assumptions;
  readonly #expressions = new Map<Expression, NumberFact>();
  readonly #locals = new Map<Local, NumberFact>();
  readonly #results = new Map<KernelFunction, NumberFact>();
  readonly #parameters = new Map<Local, NumberFact>();
  readonly #elements = new Map<ArrayGroup, NumberFact>();
  readonly #lengths = new Map<ArrayGroup, NumberFact>();
  readonly #reachedFunctions = new Set<KernelFunction>();
  readonly #ended = new Set<KernelFunction>();
  #function: KernelFunction | undefined;
  #state: Reached;
  #jumps: Jump[] = [];
  #changed = false;
  #round = 0;
  #steps = 0;
  /** In this branch, as long as it is not changed, the variable is a multiple of the integer: after `n % 2 === 0`. */
  #multiple: { readonly local: Local; readonly of: number } | undefined;
  /** Above zero while a loop's fixpoint is being looked for: nothing is noted then but what the conditions need. */
  #trials = 0;
  /** What loops in loops came to while outer fixpoints were looked for; true until something outside of the order of statements changes. */
  readonly #tried = new Map<Statement, TriedLoop[]>();
  readonly #latest = new Map<Expression, NumberFact>();
  unset: Local | undefined;

  constructor(module: KernelModule, assumptions: Assumptions) {
    this.#module = module;
    this.#assumptions = assumptions;
  }

  of(expression: Expression): NumberFact | undefined {
    return this.#expressions.get(expression);
  }

  ofLocal(local: Local): NumberFact | undefined {
    return this.#locals.get(local);
  }

  ofResult(kernel: KernelFunction): NumberFact | undefined {
    return this.#results.get(kernel);
  }

  ofElements(array: ArrayLocal | ArrayGroup): NumberFact {
    const group = groupOf(array);
    if (group.typedName !== undefined) return elementFact(group.typedName);
    if (this.isChecked(group)) return checkedElement;
    return this.#elements.get(group) ?? facts.exactly(0);
  }

  isChecked(array: ArrayLocal | ArrayGroup): boolean {
    return this.#assumptions.checked?.has(groupOf(array)) === true;
  }

  ofLength(array: ArrayLocal): NumberFact {
    const group = groupOf(array);
    const known = this.#lengths.get(group);
    const isOpen = group.isFromOutside || group.isOfTable === true;
    return known === undefined || isOpen ? anyLength : known;
  }

  solve(): void {
    const [entry] = this.#module.functions;
    if (entry === undefined) return;
    for (const parameter of entry.parameters) {
      if (parameter.kind === 'number')
        this.#parameters.set(parameter, this.#assumptions.parameters.get(parameter) ?? facts.anyNumber);
      if (parameter.kind === 'array') this.#elements.set(groupOf(parameter), facts.anyNumber);
      if (parameter.kind === 'records') {
        this.#parameters.set(parameter.count, anyLength);
        for (const field of parameter.fields.values()) this.#elements.set(groupOf(field), facts.anyNumber);
      }
      if (parameter.kind !== 'table') continue;
      this.#elements.set(groupOf(parameter.cells), facts.anyNumber);
      for (const count of [parameter.rows, parameter.columns])
        this.#parameters.set(count, facts.integersBetween(0, longestKernelArray));
    }
    for (const [group, fact] of this.#assumptions.elements) this.#elements.set(groupOf(group), fact);
    this.#reachedFunctions.add(entry);
    do {
      this.#changed = false;
      this.#round += 1;
      this.#expressions.clear();
      this.#locals.clear();
      this.unset = undefined;
      for (const kernel of this.#reachedFunctions) this.#analyze(kernel);
    } while (this.#hasChanged());
  }

  #hasChanged(): boolean {
    return this.#changed;
  }

  #isReached(): boolean {
    return this.#state !== undefined;
  }

  #analyze(kernel: KernelFunction): void {
    this.#function = kernel;
    this.#jumps = [];
    const state: State = new Map();
    const scalars = kernel.parameters.flatMap((parameter) => {
      if (parameter.kind === 'records') return [parameter.count];
      return parameter.kind === 'table' ? [parameter.rows, parameter.columns] : [parameter];
    });
    for (const parameter of scalars) {
      if (parameter.kind !== 'number') {
        if (parameter.kind === 'boolean') state.set(parameter, facts.integersBetween(0, 1));
        continue;
      }
      const fact = this.#parameters.get(parameter);
      if (fact === undefined) return;
      state.set(parameter, fact);
      this.#noteLocal(parameter, fact);
    }
    this.#state = state;
    this.#run(kernel.body);
    // A call of a function without a result gives control back once its end is reached.
    if (this.#isReached() && kernel.result === 'nothing') this.#end(kernel);
  }

  #end(kernel: KernelFunction): void {
    if (this.#trials > 0 || this.#ended.has(kernel)) return;
    this.#ended.add(kernel);
    this.#change();
  }

  #run(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (this.#state === undefined) return;
      this.#step(statement);
    }
  }

  #step(statement: Statement): void {
    this.#steps += 1;
    if (this.#steps > stepLimit) throw new TooManySteps();
    switch (statement.kind) {
      case 'evaluate':
        this.#evaluate(statement.expression);
        return;
      case 'write':
        this.#evaluate(statement.index);
        this.#store(statement.array, statement.value);
        return;
      case 'fill':
      case 'push':
        this.#store(statement.array, statement.value);
        return;
      case 'row':
        this.#evaluate(statement.index);
        return;
      case 'empty':
        this.#accumulate(this.#lengths, groupOf(statement.array), anyLength);
        return;
      case 'share':
      case 'append':
        return;
      case 'allocate':
        this.#allocate(statement.array, statement.length, statement.elements);
        return;
      case 'forget':
        this.#state = without(this.#state, statement.local);
        return;
      case 'if':
        this.#branch(statement.condition, statement.whenTrue, statement.whenFalse);
        return;
      case 'loop':
        this.#loop(statement);
        return;
      case 'block': {
        this.#run(statement.body);
        this.#state = this.#joinJumps(this.#state, 'break', statement.labels);
        return;
      }
      case 'break':
      case 'continue':
        if (this.#state !== undefined)
          this.#jumps.push({ label: statement.label, kind: statement.kind, state: this.#state });
        this.#state = undefined;
        return;
      case 'return':
        this.#return(statement.value);
        return;
      case 'giveUp':
        this.#state = undefined;
    }
  }

  #return(value: Operand | undefined): void {
    const kernel = this.#function;
    if (value !== undefined && isScalar(value)) {
      const fact = this.#evaluate(value);
      if (fact !== undefined && kernel !== undefined) this.#accumulate(this.#results, kernel, fact);
    }
    if (this.#state !== undefined && kernel !== undefined) this.#end(kernel);
    this.#state = undefined;
  }

  #store(array: ArrayLocal, value: Expression): void {
    const fact = this.#evaluate(value);
    if (fact !== undefined) this.#noteElement(array, fact);
  }

  #noteElement(array: ArrayLocal, fact: NumberFact): void {
    const group = groupOf(array);
    if (group.typedName !== undefined) return;
    if (!this.#elements.has(group)) this.#accumulate(this.#elements, group, facts.exactly(0));
    this.#accumulate(this.#elements, group, fact);
  }

  #allocate(array: ArrayLocal, length: Expression, elements: readonly Expression[]): void {
    const fact = this.#evaluate(length);
    for (const element of elements) this.#store(array, element);
    if (fact === undefined) return;
    // Other lengths than these are left to the original.
    const possible = facts.meet({ ...fact, negativeZero: false }, facts.integersBetween(0, longestKernelArray));
    const made = { ...possible, nan: false, missing: false, other: false };
    // Once there is such an array, the variable that says how long it is holds no other length.
    if (length.kind === 'local' && made.low <= made.high)
      this.#state = new Map(this.#state).set(length.local, { ...made, negativeZero: fact.negativeZero });
    this.#accumulate(this.#lengths, groupOf(array), array.isOwned === true ? anyLength : made);
    this.#noteElement(array, facts.exactly(0));
  }

  #branch(condition: Expression, whenTrue: readonly Statement[], whenFalse: readonly Statement[]): void {
    const [yes, no] = this.#decide(condition);
    this.#state = yes;
    this.#multiple = multipleIn(condition);
    this.#run(whenTrue);
    this.#multiple = undefined;
    const afterTrue = this.#state;
    this.#state = no;
    this.#run(whenFalse);
    this.#state = joinStates(afterTrue, this.#state);
  }

  #loop(loop: Extract<Statement, { kind: 'loop' }>): void {
    const { prelude = [], test, testsFirst } = loop;
    let unentered: Reached;
    if (prelude.length > 0) {
      if (testsFirst && test !== undefined) [this.#state, unentered] = this.#decide(test);
      this.#run(prelude);
    }
    this.#rounds(loop);
    this.#state = joinStates(unentered, this.#state);
  }

  #rounds(loop: Extract<Statement, { kind: 'loop' }>): void {
    const entry = this.#state;
    if (entry === undefined) return;
    const tried = this.#trials > 0 ? this.#tried.get(loop)?.find((one) => areSame(one.entry, entry)) : undefined;
    if (tried !== undefined) {
      this.#multiple = undefined;
      this.#jumps.push(...tried.jumps);
      this.#state = tried.after;
      return;
    }
    const outerJumps = this.#jumps;
    let head: State = entry;
    let exit: Reached;
    const pass = (): Reached => {
      this.#multiple = undefined;
      this.#jumps = [];
      this.#state = new Map(head);
      exit = undefined;
      if (loop.testsFirst && loop.test !== undefined) [this.#state, exit] = this.#decide(loop.test);
      this.#run(loop.body);
      this.#state = this.#joinJumps(this.#state, 'continue', loop.labels);
      if (!loop.testsFirst && loop.test !== undefined && this.#state !== undefined) {
        [this.#state, exit] = this.#decide(loop.test);
      }
      this.#run(loop.update);
      return joinStates(entry, this.#state);
    };
    this.#trials += 1;
    let next = pass();
    for (let round = 1; next !== undefined && !isWithin(next, head); round += 1) {
      head = round < roundsBeforeWidening ? union(head, next) : widened(head, union(head, next));
      next = pass();
    }
    // What one pass gives is often sharper than the head; it may take its place when it holds for another pass as well.
    for (let round = 0; round < narrowingRounds && next !== undefined; round += 1) {
      const before = head;
      head = next;
      next = pass();
      if (next !== undefined && isWithin(next, head)) continue;
      if (next !== undefined) head = before;
      break;
    }
    this.#trials -= 1;
    // Once more from the sharpest head, for what is noted on the way.
    pass();
    const after = this.#joinJumps(exit, 'break', loop.labels);
    if (this.#trials > 0)
      this.#tried.set(loop, [
        { entry, after, jumps: this.#jumps },
        ...(this.#tried.get(loop) ?? []).slice(0, triedLoopsKept - 1),
      ]);
    this.#jumps = [...outerJumps, ...this.#jumps];
    this.#state = after;
  }

  /** Takes the jumps that end here out of those that are under way. */
  #joinJumps(state: Reached, kind: Jump['kind'], labels: readonly string[]): Reached {
    let joined = state;
    this.#jumps = this.#jumps.filter((jump) => {
      if (jump.kind !== kind || !labels.includes(jump.label)) return true;
      joined = joinStates(joined, jump.state);
      return false;
    });
    return joined;
  }

  /** The states in which the condition holds and in which it does not. */
  #decide(condition: Expression): readonly [Reached, Reached] {
    switch (condition.kind) {
      case 'truth':
        return condition.value ? [this.#state, undefined] : [undefined, this.#state];
      case 'not': {
        const [yes, no] = this.#decide(condition.operand);
        return [no, yes];
      }
      case 'both': {
        const [yes, no] = this.#decide(condition.left);
        this.#state = yes;
        if (yes === undefined) return [undefined, no];
        const [bothYes, secondNo] = this.#decide(condition.right);
        return [bothYes, joinStates(no, secondNo)];
      }
      case 'either': {
        const [yes, no] = this.#decide(condition.left);
        this.#state = no;
        if (no === undefined) return [yes, undefined];
        const [secondYes, bothNo] = this.#decide(condition.right);
        return [joinStates(yes, secondYes), bothNo];
      }
      default: {
        this.#evaluate(condition);
        const state = this.#state;
        if (state === undefined) return [undefined, undefined];
        const factOf = (expression: Expression) => this.#latest.get(expression) ?? facts.anyNumber;
        return [learnFrom(condition, true, state, factOf), learnFrom(condition, false, state, factOf)];
      }
    }
  }

  /** Notes the fact, too. Undefined when evaluating it does not end here. */
  #evaluate(expression: Expression): NumberFact | undefined {
    this.#steps += 1;
    if (this.#state === undefined) return undefined;
    const fact = this.#factOf(expression);
    if (fact === undefined || !this.#isReached()) return undefined;
    this.#latest.set(expression, fact);
    if (this.#trials > 0) return fact;
    const before = this.#expressions.get(expression);
    this.#expressions.set(expression, before === undefined ? fact : facts.join(before, fact));
    return fact;
  }

  #factOf(expression: Expression): NumberFact | undefined {
    switch (expression.kind) {
      case 'constant':
        return facts.exactly(expression.value);
      case 'truth':
        return facts.integersBetween(0, 1);
      case 'local':
        return this.#read(expression.local);
      case 'assign': {
        const fact = this.#evaluate(expression.value);
        if (fact !== undefined) this.#assign(expression.local, fact);
        return fact;
      }
      case 'postfix': {
        const before = this.#read(expression.local);
        const after = arithmeticFact(expression.delta === 1 ? '+' : '-', before, facts.exactly(1));
        this.#assign(expression.local, after);
        return before;
      }
      case 'arithmetic': {
        const left = this.#evaluate(expression.left);
        const right = this.#evaluate(expression.right);
        return left && right && this.#quotient(expression, arithmeticFact(expression.operator, left, right));
      }
      case 'negate': {
        const operand = this.#evaluate(expression.operand);
        return operand && negate(operand);
      }
      case 'math':
      case 'imported': {
        const operands = expression.operands.map((operand) => this.#evaluate(operand));
        if (operands.some((operand) => operand === undefined)) return undefined;
        const name = expression.kind === 'math' ? expression.operation : expression.name;
        return libraryFact(name, operands as readonly NumberFact[]);
      }
      case 'length':
        return this.ofLength(expression.array);
      case 'place':
        // Both are evaluated, and the table has been allocated: its cells are no more than an array may have.
        this.#evaluate(expression.row);
        return this.#evaluate(expression.column) && facts.integersBetween(0, longestKernelArray - 1);
      case 'read':
        return this.#evaluate(expression.index) && this.ofElements(expression.array);
      case 'isTruthy':
      case 'test':
        return this.#evaluate(expression.operand) && facts.integersBetween(0, 1);
      case 'compare':
        this.#evaluate(expression.left);
        return this.#evaluate(expression.right) && facts.integersBetween(0, 1);
      case 'not':
      case 'both':
      case 'either': {
        const [yes, no] = this.#decide(expression);
        this.#state = joinStates(yes, no);
        return this.#state && facts.integersBetween(0, 1);
      }
      case 'choose':
        return this.#choose(expression);
      case 'sequence':
        this.#run(expression.first);
        return this.#evaluate(expression.last);
      case 'call':
        return this.#call(expression);
    }
  }

  /** A multiple divided by what it is a multiple of is an integer. */
  #quotient(expression: Extract<Expression, { kind: 'arithmetic' }>, fact: NumberFact): NumberFact {
    const { operator, left, right } = expression;
    const isExact =
      operator === '/' &&
      left.kind === 'local' &&
      right.kind === 'constant' &&
      this.#multiple?.local === left.local &&
      this.#multiple.of % right.value === 0;
    return isExact ? { ...fact, integer: true } : fact;
  }

  #choose(expression: Extract<Expression, { kind: 'choose' }>): NumberFact | undefined {
    const [yes, no] = this.#decide(expression.condition);
    this.#state = yes;
    this.#multiple = multipleIn(expression.condition);
    const whenTrue = this.#evaluate(expression.whenTrue);
    this.#multiple = undefined;
    const afterTrue = this.#state;
    this.#state = no;
    const whenFalse = this.#evaluate(expression.whenFalse);
    this.#state = joinStates(afterTrue, this.#state);
    return whenTrue && whenFalse ? facts.join(whenTrue, whenFalse) : (whenTrue ?? whenFalse);
  }

  #call({ callee, operands }: Extract<Expression, { kind: 'call' }>): NumberFact | undefined {
    const areGiven = callee.parameters.map((parameter, index) => {
      const operand = operands[index];
      if (operand?.kind === 'table' && parameter.kind === 'table') {
        this.#accumulate(this.#parameters, parameter.rows, this.#read(operand.rows));
        this.#accumulate(this.#parameters, parameter.columns, this.#read(operand.columns));
      }
      if (operand === undefined || !isScalar(operand)) return true;
      const fact = this.#evaluate(operand);
      if (fact !== undefined && parameter.kind === 'number') this.#accumulate(this.#parameters, parameter, fact);
      return fact !== undefined;
    });
    if (!areGiven.every(Boolean)) return undefined;
    if (this.#trials === 0 && !this.#reachedFunctions.has(callee)) {
      this.#reachedFunctions.add(callee);
      this.#change();
    }
    const result = resultOf(callee.result, this.#results.get(callee), this.#ended.has(callee));
    // As long as no end of it is known, nothing comes after the call.
    if (result === undefined) this.#state = undefined;
    return result;
  }

  #read(local: Local): NumberFact {
    const fact = this.#state?.get(local);
    if (fact !== undefined && !fact.missing) return fact;
    if (this.#trials === 0) this.unset ??= local;
    return facts.anyNumber;
  }

  #assign(local: Local, fact: NumberFact): void {
    if (this.#multiple?.local === local) this.#multiple = undefined;
    const before = this.#state?.get(local);
    if (before === undefined || !facts.sameFact(before, fact)) this.#state = new Map(this.#state).set(local, fact);
    this.#noteLocal(local, fact);
  }

  #noteLocal(local: Local, fact: NumberFact): void {
    if (this.#trials > 0) return;
    const before = this.#locals.get(local);
    this.#locals.set(local, before === undefined ? fact : facts.join(before, fact));
  }

  /** Something that the state does not tell is known better now. */
  #change(): void {
    this.#changed = true;
    this.#tried.clear();
  }

  /** For what does not depend on the order of statements: only grows, and jumps ahead when it keeps growing. */
  #accumulate<K>(known: Map<K, NumberFact>, key: K, fact: NumberFact): void {
    if (this.#trials > 0) return;
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, fact);
      this.#change();
      return;
    }
    const joined = facts.join(before, fact);
    if (facts.sameFact(joined, before)) return;
    known.set(key, this.#round > roundsBeforeWidening ? widenedFact(before, joined) : joined);
    this.#change();
  }
}
