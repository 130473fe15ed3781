// What the variables of a kernel may hold after each statement: joined where ways meet, and in loops until another round tells nothing new.
import * as facts from '../source/ranges/number-fact.ts';
import { ExpressionFacts } from './expression-facts.ts';
import {
  type ArrayLocal,
  type Expression,
  type KernelFunction,
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
  roundsBeforeWidening,
  type State,
  union,
  widened,
  without,
} from './kernel-states.ts';
import { anyLength, type NotedFacts } from './noted-facts.ts';
import { isScalar } from './walk-kernel.ts';

const narrowingRounds = 2;
/** Loops in loops in loops are gone through many times; past this many steps the code is not worth the wait. */
const stepLimit = 4_000_000;

export class TooManySteps extends Error {}

/** What a loop gives from one state at its start. */
interface TriedLoop {
  readonly entry: State;
  readonly after: Reached;
  /** Those that leave outer loops. */
  readonly jumps: readonly Jump[];
  /** It is true until something outside of the order of statements changes. */
  readonly changes: number;
}

/** Per loop: the heads of its outer loops that are still likely to come again. */
const triedLoopsKept = 8;

interface Jump {
  readonly label: string;
  readonly kind: 'break' | 'continue';
  readonly state: State;
}

export class StatementFacts {
  readonly #noted: NotedFacts;
  /** Where control stands. */
  readonly #here: ExpressionFacts;
  #function: KernelFunction | undefined;
  #jumps: Jump[] = [];
  /** What loops in loops came to while outer fixpoints were looked for. */
  readonly #tried = new Map<Statement, TriedLoop[]>();

  constructor(noted: NotedFacts) {
    this.#noted = noted;
    this.#here = new ExpressionFacts(noted, (statements) => this.#run(statements));
  }

  analyze(kernel: KernelFunction): void {
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
      const fact = this.#noted.ofParameter(parameter);
      if (fact === undefined) return;
      state.set(parameter, fact);
      this.#noted.noteLocal(parameter, fact);
    }
    this.#here.state = state;
    this.#run(kernel.body);
    // A call of a function without a result gives control back once its end is reached.
    if (this.#here.isReached() && kernel.result === 'nothing') this.#noted.noteEnd(kernel);
  }

  #run(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (this.#here.state === undefined) return;
      this.#step(statement);
    }
  }

  #step(statement: Statement): void {
    this.#here.steps += 1;
    if (this.#here.steps > stepLimit) throw new TooManySteps();
    switch (statement.kind) {
      case 'evaluate':
        this.#here.evaluate(statement.expression);
        return;
      case 'write':
        this.#here.evaluate(statement.index);
        this.#store(statement.array, statement.value);
        if (statement.keptIn !== undefined) this.#here.keepElement(statement.array, statement.keptIn);
        return;
      case 'fill':
      case 'push':
        this.#store(statement.array, statement.value);
        return;
      case 'row':
        this.#here.evaluate(statement.index);
        return;
      case 'empty':
        this.#noted.noteLength(statement.array, anyLength);
        return;
      case 'cut':
        this.#here.evaluate(statement.length);
        return;
      case 'share':
      case 'append':
        return;
      case 'allocate':
        this.#allocate(statement.array, statement.length, statement.elements);
        return;
      case 'forget':
        this.#here.state = without(this.#here.state, statement.local);
        return;
      case 'if':
        this.#branch(statement.condition, statement.whenTrue, statement.whenFalse);
        return;
      case 'loop':
        this.#loop(statement);
        return;
      case 'block': {
        this.#run(statement.body);
        this.#here.state = this.#joinJumps(this.#here.state, 'break', statement.labels);
        return;
      }
      case 'break':
      case 'continue':
        if (this.#here.state !== undefined)
          this.#jumps.push({ label: statement.label, kind: statement.kind, state: this.#here.state });
        this.#here.state = undefined;
        return;
      case 'return':
        this.#return(statement.value);
        return;
      case 'giveUp':
        this.#here.state = undefined;
    }
  }

  #return(value: Operand | undefined): void {
    const kernel = this.#function;
    if (value !== undefined && isScalar(value)) {
      const fact = this.#here.evaluate(value);
      if (fact !== undefined && kernel !== undefined) this.#noted.noteResult(kernel, fact);
    }
    if (this.#here.state !== undefined && kernel !== undefined) this.#noted.noteEnd(kernel);
    this.#here.state = undefined;
  }

  #store(array: ArrayLocal, value: Expression): void {
    const fact = this.#here.evaluate(value);
    if (fact !== undefined) this.#noted.noteElement(array, fact);
  }

  #allocate(array: ArrayLocal, length: Expression, elements: readonly Expression[]): void {
    const fact = this.#here.evaluate(length);
    for (const element of elements) this.#store(array, element);
    if (fact === undefined) return;
    // Other lengths than these are left to the original.
    const possible = facts.meet({ ...fact, negativeZero: false }, facts.integersBetween(0, longestKernelArray));
    const made = { ...possible, nan: false, missing: false, other: false };
    // Once there is such an array, the variable that says how long it is holds no other length.
    if (length.kind === 'local' && made.low <= made.high)
      this.#here.state = new Map(this.#here.state).set(length.local, { ...made, negativeZero: fact.negativeZero });
    this.#noted.noteLength(array, array.isOwned === true ? anyLength : made);
    this.#noted.noteElement(array, facts.exactly(0));
  }

  #branch(condition: Expression, whenTrue: readonly Statement[], whenFalse: readonly Statement[]): void {
    const [yes, no] = this.#here.decide(condition);
    this.#here.state = yes;
    this.#here.multiple = multipleIn(condition);
    this.#run(whenTrue);
    this.#here.multiple = undefined;
    const afterTrue = this.#here.state;
    this.#here.state = no;
    this.#run(whenFalse);
    this.#here.state = joinStates(afterTrue, this.#here.state);
  }

  #loop(loop: Extract<Statement, { kind: 'loop' }>): void {
    const { prelude = [], test, testsFirst } = loop;
    let unentered: Reached;
    if (prelude.length > 0) {
      if (testsFirst && test !== undefined) [this.#here.state, unentered] = this.#here.decide(test);
      this.#run(prelude);
    }
    this.#rounds(loop);
    this.#here.state = joinStates(unentered, this.#here.state);
  }

  #rounds(loop: Extract<Statement, { kind: 'loop' }>): void {
    const entry = this.#here.state;
    if (entry === undefined) return;
    const { changes } = this.#noted;
    const tried = this.#noted.isTrial
      ? this.#tried.get(loop)?.find((one) => one.changes === changes && areSame(one.entry, entry))
      : undefined;
    if (tried !== undefined) {
      this.#here.multiple = undefined;
      this.#jumps.push(...tried.jumps);
      this.#here.state = tried.after;
      return;
    }
    const outerJumps = this.#jumps;
    let head: State = entry;
    let exit: Reached;
    const pass = (): Reached => {
      this.#here.multiple = undefined;
      this.#jumps = [];
      this.#here.state = new Map(head);
      exit = undefined;
      if (loop.testsFirst && loop.test !== undefined) [this.#here.state, exit] = this.#here.decide(loop.test);
      this.#run(loop.body);
      this.#here.state = this.#joinJumps(this.#here.state, 'continue', loop.labels);
      if (!loop.testsFirst && loop.test !== undefined && this.#here.state !== undefined) {
        [this.#here.state, exit] = this.#here.decide(loop.test);
      }
      this.#run(loop.update);
      return joinStates(entry, this.#here.state);
    };
    this.#noted.beginTrial();
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
    this.#noted.endTrial();
    // Once more from the sharpest head, for what is noted on the way.
    pass();
    const after = this.#joinJumps(exit, 'break', loop.labels);
    if (this.#noted.isTrial)
      this.#tried.set(loop, [
        { entry, after, jumps: this.#jumps, changes },
        ...(this.#tried.get(loop) ?? []).slice(0, triedLoopsKept - 1),
      ]);
    this.#jumps = [...outerJumps, ...this.#jumps];
    this.#here.state = after;
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
}
