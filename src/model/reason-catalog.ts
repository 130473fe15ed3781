// Every code that a Reason can carry, as data: what it is about in words that hold whatever the function. The sentence with the names of the
// user's code is made where the reason is found. docs/reasons.md is generated from this table; a test holds it against the source and runs
// every example. Codes are never given to something else, because reports and scripts keep them.

export interface CatalogedReason {
  readonly code: string;
  /** A few words, as a heading. */
  readonly title: string;
  /** Why that keeps a rewrite back, or what it means for the result. */
  readonly explanation: string;
  /** The edit that would help in general. Absent where none does. */
  readonly unlock?: string;
  /**
   * A fixture of test/strategies whose function is declined with this code, or gets it as a caveat; or, for what stages of a run say, the
   * sentence as a reader would meet it.
   */
  readonly example: { readonly fixture: string } | { readonly sentence: string };
}

export interface ReasonGroup {
  readonly title: string;
  readonly about: string;
  readonly reasons: readonly CatalogedReason[];
}

const declined = (
  code: string,
  title: string,
  explanation: string,
  fixture: string,
  unlock?: string,
): CatalogedReason => ({
  code,
  title,
  explanation,
  example: { fixture },
  ...(unlock === undefined ? {} : { unlock }),
});

const said = (
  code: string,
  title: string,
  explanation: string,
  sentence: string,
  unlock?: string,
): CatalogedReason => ({
  code,
  title,
  explanation,
  example: { sentence },
  ...(unlock === undefined ? {} : { unlock }),
});

export const reasonCatalog: readonly ReasonGroup[] = [
  {
    title: 'What any strategy may say',
    about: 'Facts about the function that stand in the way of more than one kind of rewrite.',
    reasons: [
      declined(
        'C1',
        'a call into the unknown',
        'The function calls code that cannot be looked into, so what it reads, changes or throws is not known; unknown code counts as impure.',
        'memoization/declined-unknown-call',
        'Move that call out of the function, or call something whose code is part of the project.',
      ),
      declined(
        'C2',
        'changes what lives outside',
        'The function writes to something that exists outside of the call: a rewrite would skip, repeat or reorder the change.',
        'workers/declines-counter',
        'Return the new value instead of changing what exists outside of the function.',
      ),
      declined(
        'C3',
        'does not give the same twice',
        'Randomness, the clock or the environment decides the result, so a result cannot be kept or computed elsewhere.',
        'memoization/declined-random',
        'Pass the value as an argument.',
      ),
      declined(
        'C4',
        'names that are not fixed',
        '`eval`, `with` or `arguments` reach variables in ways that cannot be followed.',
        'typed-arrays/arguments-object',
        'Declare every argument that it uses, and name variables directly.',
      ),
      declined(
        'C5',
        'a generator',
        'A generator pauses in the middle and can be consumed once only.',
        'memoization/declined-generator',
        'Return the values.',
      ),
      said(
        'C6',
        'a name that is taken',
        'The rewrite needs a name that a variable of the function hides.',
        'A variable of the function is called `Piscina`, which the code for the workers needs for itself.',
        'Rename the variable.',
      ),
      declined(
        'C7',
        'decorated',
        'A decorator decides what is called, and may have been written for the function as it is.',
        'memoization/declined-decorated',
      ),
      declined(
        'C8',
        'a type that is not known',
        'The type is `any`, `unknown` or missing, and no call was observed that would tell what comes.',
        'memoization/declined-any',
        'Declare the type.',
      ),
      declined(
        'C9',
        'generic or overloaded',
        'What the values are depends on the caller, so no code for one kind of value fits.',
        'memoization/declined-generic',
        'Declare one signature with fixed types.',
      ),
      declined(
        'C12',
        'inputs that were not observed',
        'Nothing declares the type of a parameter in plain JavaScript, and no call was seen.',
        'memoization/declined-javascript-without-observation',
        'Declare its type in a doc comment, or give inputs.',
      ),
      said(
        'C13',
        'a type that was observed',
        'Plain JavaScript declares no type; the rewrite is right for the kind of argument that was seen in every call, checks for it, and leaves every other call to the code as it was.',
        '`values` was an array of numbers in every call that was observed, which the new code checks: whatever else comes takes the code as it was.',
        'Declare the type in a doc comment, and the check is not needed.',
      ),
    ],
  },
  {
    title: 'Memoization',
    about:
      'A result may be kept only when it depends on nothing but arguments that can be compared, and when nobody can change it.',
    reasons: [
      declined(
        'M1',
        'reads or does something besides computing',
        'It reads state that can change between calls, or does input or output: a remembered result would outlive the one and skip the other.',
        'memoization/declined-logs',
        'Pass what it reads as an argument; do input and output where the result is used.',
      ),
      declined(
        'M2',
        'a result that can be changed',
        'It returns an object that cannot simply be copied: every caller would get the same one and see the changes of the others.',
        'memoization/declined-returns-nested-arrays',
        'Return a primitive, or an array or flat object of primitives that the function makes itself.',
      ),
      declined(
        'M3',
        'an argument that can change',
        'An argument is an object of which more is used than plain fields: it may change between two calls, or be another with the same contents.',
        'memoization/declined-array-argument',
        'Read single fields of it that are numbers or strings, by their names, or take those as arguments.',
      ),
      declined(
        'M4',
        'an argument that is no key',
        'Functions, iterators and instances are compared by identity, which says nothing about what they do; objects count by the plain fields that are read of them, if nothing else is.',
        'memoization/declined-callback-argument',
      ),
      declined(
        'M5',
        'too many different calls',
        'With many arguments, or a cache that fills up, calls with all arguments equal are rare. Said with a result as well, about the size of the cache.',
        'memoization/declined-too-many-arguments',
      ),
      declined(
        'M6',
        'ends that replace one another',
        'A `finally` that returns or throws replaces what was computed; errors must not be remembered.',
        'memoization/declined-finally-overrides',
        'Let the `finally` block end normally.',
      ),
      declined(
        'M7',
        'asynchronous',
        'It returns a promise made elsewhere, or waits for something that is no promise of the language. Said with a result as well, about calls at the same time.',
        'memoization/declined-returns-a-promise',
        'Make it an `async` function that awaits what asynchronous functions return.',
      ),
      declined(
        'M8',
        'called around the cache',
        'The function can be reached before its cache exists, or in a way that does not pass through it. Said with a result as well, about what moves.',
        'memoization/declined-import-cycle',
        'Break the import cycle; declare the function in a statement of its own.',
      ),
      declined(
        'M9',
        'more than its arguments decides',
        '`this`, `arguments`, defaults with effects: the same arguments need not give the same result.',
        'memoization/declined-method-using-this',
        'Pass what it reads as arguments of a function of its own.',
      ),
      declined(
        'M10',
        'cheaper than a look-up',
        'It does a few operations only. Said with a result when the inputs do not tell how often calls repeat.',
        'memoization/declined-too-cheap',
        'Add a `sequence` of realistic calls to the inputs.',
      ),
    ],
  },
  {
    title: 'Workers',
    about:
      'Work goes to other threads only when its parts do not need one another and everything they need survives copying.',
    reasons: [
      declined(
        'W1',
        'a value carried from one iteration to the next',
        'An iteration needs what the one before it computed.',
        'workers/declines-each-from-the-one-before',
        'Compute the value from the index, or return the parts and combine them after the loop.',
      ),
      declined(
        'W2',
        'iterations in another form or at another place',
        'An iteration reads or writes an element that another one writes, or the loop does not count in a way that can be cut into parts.',
        'workers/declines-counting-down',
        'Count from 0 upwards by one, and write each iteration to an element of its own.',
      ),
      said(
        'W3',
        'places that cannot be told apart',
        'Two names may stand for one array, or it does not show which element is meant.',
        'Which object `rows[at].total` changes cannot be told, and iterations may share it.',
      ),
      declined(
        'W4',
        'ends early',
        'A `break` or a `return` ends the loop, or a `try` around it sees how far it came: later iterations must not have run.',
        'workers/declines-early-return',
      ),
      declined(
        'W5',
        'a callback that needs the whole array',
        'It takes the index, the array or a `this`, or it is asynchronous: a part of the array does not know these.',
        'workers/declines-callback-with-index',
        'Put what it needs into the elements, or use only the element.',
      ),
      declined(
        'W6',
        'does not survive copying',
        'Functions, instances, symbols and `this` cannot be handed to another thread.',
        'workers/declines-object-member',
        'Pass plain data, or move the work into a function at the top of the module.',
      ),
      declined(
        'W7',
        'changes what the caller has',
        'A worker would change its own copy.',
        'workers/declines-changed-argument',
        'Return the new value instead of changing the argument.',
      ),
      declined(
        'W8',
        'effects in a visible order',
        'Threads would mix up output, files or requests.',
        'workers/declines-console',
        'Collect what is to be written, and write it after the work.',
      ),
      declined(
        'W9',
        'too little work',
        'Copying to another thread and back takes as long as the work itself.',
        'workers/declines-little-work',
        'Hand over larger pieces of work.',
      ),
      declined(
        'W10',
        'asynchronous',
        'The work waits already, so it is not spread. Said with a result because the rewrite gives a promise: callers must await it.',
        'workers/declines-async',
      ),
      declined(
        'W11',
        'a module that does something when it is loaded',
        'Every worker loads the module, so what happens while loading would happen once in each.',
        'workers/declines-noisy-import',
        'Move the work into a module without side effects.',
      ),
      said(
        'W14',
        'a file of its own',
        'Said with a result: bundlers must keep the worker file at its address.',
        'A bundler must keep the worker file as a file of its own, at the address that the pool is given.',
      ),
    ],
  },
  {
    title: 'Typed arrays',
    about:
      'A typed array has a fixed length, one kind of element, and zeros where a plain array has nothing: none of this may show.',
    reasons: [
      declined(
        'T0',
        'no array of its own',
        'Its arrays come from the caller.',
        'typed-arrays/texts-alone',
        'Pass a typed array in.',
      ),
      declined(
        'T1',
        'changes its length',
        'A typed array has a fixed length.',
        'typed-arrays/array-grown-by-push',
        'Allocate it at its final length, and write by index.',
      ),
      declined(
        'T2',
        'tells unset elements from set ones',
        'A typed array starts with zeros, a plain one with nothing.',
        'typed-arrays/asked-with-in',
        'Fill the array when it is made.',
      ),
      declined(
        'T3',
        'a write that may lie outside',
        'A plain array grows there, a typed array ignores the write.',
        'typed-arrays/write-past-the-end',
        'Check the index against the length before writing.',
      ),
      declined(
        'T4',
        'handed to code that expects a plain array',
        '`Array.isArray`, `JSON.stringify`, a callee or a closure would see the difference.',
        'typed-arrays/asked-whether-it-is-an-array',
      ),
      declined(
        'T5',
        'a method that differs',
        'Typed arrays have no such method, or it does something else.',
        'typed-arrays/default-sort',
      ),
      declined(
        'T7',
        'elements of several kinds',
        'Something is stored that is not known to be a number.',
        'typed-arrays/numbers-and-booleans',
        'Keep the array to one kind of element.',
      ),
      declined(
        'T8',
        'rows that are more than rows',
        'A table can become one flat array only when single elements are used and every row and column is proven to exist.',
        'typed-arrays/row-handed-to-a-helper',
        'Read and write single elements, in loops bounded by the lengths that the table was made with.',
      ),
      declined(
        'T9',
        'rows that are one array',
        'All rows are one and the same array.',
        'typed-arrays/shared-rows',
        'Make a row each with `Array.from`.',
      ),
      declined(
        'T11',
        'costs more than it saves',
        'Allocating or copying a typed array costs more than it saves here.',
        'typed-arrays/too-small',
      ),
      declined(
        'T12',
        'a length that is not known to be whole',
        'A plain array and a typed array differ for fractions.',
        'typed-arrays/untyped-length',
        'Take the length from `.length`, or check it with `Number.isInteger`.',
      ),
      said(
        'T13',
        'memory',
        'Said with a result.',
        'an array too large for memory fails with another RangeError, or works where the plain array would not.',
      ),
      declined(
        'T14',
        'each element is worked on once',
        'Copying an array into a typed one takes 1 to 2 ns an element, as much as the work of a single pass.',
        'typed-arrays/table-read-once',
        'Take a typed array that is made once and used in many calls.',
      ),
      declined(
        'T15',
        'no copy for all loops',
        'A flat copy of a table stands for it only while nothing writes to it, and where the original can take over for rows of different lengths.',
        'typed-arrays/table-that-is-written',
        'Move the loops into a function of their own that only reads the table.',
      ),
    ],
  },
  {
    title: 'WebAssembly',
    about: 'What is compiled is arithmetic on numbers, booleans and flat arrays, with loops around it.',
    reasons: [
      declined(
        'A1',
        'not compiled',
        'A statement, a call or a type has no counterpart in a module that knows numbers only.',
        'webassembly/declined-callback',
        'Keep the numeric loop in a function of its own.',
      ),
      declined(
        'A2',
        'memory that is not understood',
        'An array is allocated in a form, or in a place, for which flat memory cannot be laid out.',
        'webassembly/declined-unset-elements',
        'Allocate it once, with `new Array(length).fill(0)` or as a typed array.',
      ),
      declined(
        'A3',
        'objects and strings',
        'A parameter or the result is not a number, a boolean, or a flat array of one of them.',
        'webassembly/declined-objects',
        'Hand over the numbers that it is used for.',
      ),
      declined(
        'A5',
        'copying costs as much as the work',
        'A single pass over an array is over as soon as the array is copied.',
        'webassembly/declined-single-pass-over-a-string',
        'Benchmark the function that works on the array more than once.',
      ),
      declined(
        'A6',
        'too large to analyse',
        'Loops are nested too deeply.',
        'webassembly/declined-deeply-nested-loops',
        'Move the inner loops into a function of their own.',
      ),
      said(
        'A11',
        'function values',
        'WebAssembly cannot hold a function value.',
        'a function value is made here; WebAssembly cannot hold one',
        'Write the callback as a loop.',
      ),
      declined(
        'A12',
        'a few operations only',
        'Calling into a module costs about what it would save.',
        'webassembly/declined-few-operations',
        'Benchmark the function that calls it in a loop.',
      ),
      declined(
        'A13',
        'state outside of the function',
        'The module cannot see it.',
        'webassembly/declined-module-state',
        'Hand it over as a parameter.',
      ),
      said(
        'A14',
        'memory is kept',
        'Said with a result.',
        "the module's memory grows to the largest arrays that it was called with, and is kept.",
      ),
      said(
        'A15',
        'calls that stay with the original',
        'Said with a result: for other arguments the original code runs.',
        'the kernel is used when n is a whole number below 2147483648; the original code does all other calls.',
      ),
      said(
        'A16',
        'integers that are checked',
        'Said with a result: each store into an array that the kernel makes is checked.',
        'arrays that the kernel makes hold integers of at most a billion; when something else has to be stored, the original code does the call.',
      ),
    ],
  },
  {
    title: 'Plain JavaScript',
    about:
      'Loops in place of chains of array methods, and rows in place of columns, only where the order of everything visible stays the same.',
    reasons: [
      declined(
        'P0',
        'nothing to rewrite',
        'It has no chain of array methods with callbacks, no array grown by one push per iteration, and no matrix product.',
        'plain-javascript/receiver-not-an-array',
      ),
      declined(
        'P1',
        'a callback from elsewhere',
        'It could take more arguments than it seems to, as `parseInt` does.',
        'plain-javascript/callback-by-name',
        'Pass an arrow function.',
      ),
      declined(
        'P2',
        'a callback in another form',
        'It is asynchronous, a generator, or ends in a way that a loop has no place for.',
        'plain-javascript/returns-early',
      ),
      declined(
        'P3',
        'effects that would change places',
        'In one loop the callbacks run in another order than one after the other.',
        'plain-javascript/effects-in-two-callbacks',
        'Keep side effects out of the callbacks.',
      ),
      declined(
        'P4',
        'in the middle of a statement',
        'Other code runs before it in the same statement, or it may not run at all.',
        'plain-javascript/may-not-run',
        'Give the result of the chain a name in a statement of its own.',
      ),
      declined(
        'P5',
        'reduce without an initial value',
        'It throws for an empty array and skips elements that are not set.',
        'plain-javascript/reduce-without-a-start',
        'Give reduce an initial value.',
      ),
      declined(
        'P6',
        'a parameter with a part to play',
        'The callback takes the array, the rest of the arguments, or takes an argument apart in a way that a loop cannot.',
        'plain-javascript/index-after-a-filter',
      ),
      said(
        'P7',
        'not known to be an array',
        'What the methods are called on may be something else, or another array by the time the loop runs.',
        'what the methods are called on is not known to be an array, or may be another one during the loop',
        'Declare its type as an array, and do not assign it again.',
      ),
      declined(
        'P8',
        'comments between the steps',
        'They would be lost.',
        'plain-javascript/comment-before-the-return',
        'Move them into the callbacks or above the statement.',
      ),
      declined(
        'P9',
        'how many elements is not known',
        'An array can be made at its final length only when every iteration pushes once.',
        'plain-javascript/pushed-and-measured',
      ),
      declined(
        'P10',
        'a list that may change while it is searched',
        'A set made of it once would not see what is added or taken away between two questions.',
        'plain-javascript/list-changed-by-the-function',
        'Make a Set where the list no longer changes, and ask that.',
      ),
      declined(
        'P11',
        'a copy that is kept',
        'What grows by copies can be filled in place only while nobody holds one of the copies.',
        'plain-javascript/list-whose-copies-are-kept',
        'Hand on what is needed of it, or a copy made there.',
      ),
    ],
  },
  {
    title: 'Streaming I/O',
    about: 'A file is read or written in pieces only when nobody can tell, but for the memory.',
    reasons: [
      declined('S0', 'no files', 'It reads and writes no files, or once only.', 'streaming-io/declined-no-files'),
      declined(
        'S1',
        'needs the whole content',
        'Sorting, parsing or counting first needs all of it at once.',
        'streaming-io/declined-sorted-lines',
        'Where the format has one record a line, go through the lines in order.',
      ),
      declined(
        'S2',
        'not split into lines',
        'Which file it is, or where it is split, cannot be told from the code.',
        'streaming-io/declined-a-descriptor',
        String.raw`Name the file by a string, and split at '\n' or /\r?\n/.`,
      ),
      declined(
        'S3',
        'steps of a chain would alternate',
        'All lines pass one step of a chain before the first passes the next one; in pieces the steps take turns, which may show.',
        'streaming-io/declined-chain-that-could-throw-twice',
        'Do everything for a line in one loop.',
      ),
      declined(
        'S5',
        'another encoding',
        'Pieces of a file are joined without loss only for UTF-8 that ends in whole characters.',
        'streaming-io/declined-appends-half-characters',
        "Read and write with 'utf8'.",
      ),
      declined(
        'S6',
        'other code between two lines',
        'A stream lets other code run between two lines, which would see the state half done.',
        'streaming-io/declined-shared-state-in-an-async-loop',
      ),
      declined(
        'S7',
        'something happens to the file meanwhile',
        'Between two pieces the file could be read, moved or changed, an error caught, or something waited for.',
        'streaming-io/declined-calls-what-it-was-given',
        'Do it before or after the loop.',
      ),
      declined(
        'S8',
        'fields cut at commas',
        "`split(',')` is kept as it is; a CSV parser would give other values for quoted fields and lines that end in CR LF.",
        'streaming-io/declined-columns-of-the-header',
        'Use a CSV parser like `csv-parse` where files may have such lines.',
      ),
      declined(
        'S10',
        'a round trip through JSON',
        'Types do not tell whether a value comes back as it was: JSON drops, turns into text and separates what a copy would keep.',
        'streaming-io/declined-round-trip-through-json',
        'Copy by hand what is known of the value.',
      ),
      said(
        'S9',
        'seen from outside',
        'Said with a result: what others may notice.',
        'The file is read while the loop runs: nobody may change it meanwhile, and an error of the disk can come after the first lines.',
      ),
    ],
  },
  {
    title: 'Combinations',
    about: 'Two rewrites in one are tried when each seems to help.',
    reasons: [
      said(
        'K1',
        'nothing to combine',
        'Fewer than two rewrites seem to help.',
        'no strategy by itself seems to help, so there is nothing to combine.',
      ),
      said(
        'K2',
        'no better than a part',
        'The combination is faster than the original, but not than one of its parts alone.',
        'it is not clearly faster than typed-arrays alone (2.10x).',
      ),
      said(
        'K3',
        'do not go together',
        'The one takes away what the other needs.',
        'typed-arrays, workers each seem to help, but their rewrites do not go together.',
      ),
      said(
        'K4',
        'not equivalent',
        'The two together do something else.',
        'the combined rewrite did not pass the comparison with the original.',
      ),
    ],
  },
  {
    title: 'Building and comparing',
    about: 'A rewrite that was made is built, type-checked and compared with the original before anything is measured.',
    reasons: [
      said(
        'type-check',
        'adds a type error',
        "The rewrite adds an error under the project's own settings.",
        "the rewrite does not type-check under this project's settings: Line 3: 'x' is possibly undefined. (TS18048)",
      ),
      said(
        'build',
        'does not build',
        'The rewrite could not be bundled.',
        'the rewrite could not be built: no loader is configured for .svg files.',
      ),
      said(
        'E1',
        'not equivalent',
        'The rewrite gives something else for inputs that the types admit; the arguments can be pasted.',
        'for [[3, 1, 2]] the original gives 6, the rewrite 5.',
      ),
      said(
        'E2',
        'nothing compared',
        'No case could be compared, so nothing is claimed.',
        'no case could be compared: for all 40 tried, the original is too slow or does not give the same answer twice.',
        'Declare inputs that the function answers quickly and the same way each time.',
      ),
      said(
        'E3',
        'differs outside of the domain',
        'A difference shows only for inputs that the observed ones and the types do not include. A caveat, not a refusal.',
        'differs only for inputs outside of what was declared: for [NaN] the original gives 0, the rewrite NaN.',
      ),
      said(
        'E4',
        'taken on trust',
        'Something in the outcomes cannot be looked into.',
        'private fields of Counter could not be compared.',
      ),
      said(
        'E5',
        'kinds of cases left out',
        'A generated case ended the process, and its kind was left out.',
        'some generated cases (hostile, growth) were left out of the comparison: the process ran out of memory',
      ),
      said(
        'E6',
        'could not be compared',
        'The process that compares gave no answer.',
        'the code could not be loaded: Cannot find module.',
      ),
      said(
        'not-verified',
        'the comparison is not trusted',
        'Bugs were planted in the function on purpose, and none was caught.',
        'the comparison missed every bug that was planted in this function, so its word is not taken.',
        'Declare inputs that reach more of the function.',
      ),
    ],
  },
  {
    title: 'Measuring and judging',
    about:
      'A claim is made only where the measurement carries it; otherwise it is withheld, and the reason says what is missing.',
    reasons: [
      said(
        'run-failed',
        'a case that fails',
        'The rewrite cannot do a case that the original can.',
        'n = 1000000: the process ran out of memory.',
      ),
      said(
        'too-few-runs',
        'too few runs',
        'Too few processes ended within the budget.',
        'Too few processes ended within the budget to compare anything.',
        'Give the run a larger budget or smaller sizes.',
      ),
      said(
        'few-rounds',
        'wide intervals',
        'Few rounds fitted in the budget.',
        'Only 3 rounds fitted in the budget, so intervals are wide.',
        'Give the run a larger budget or smaller sizes.',
      ),
      said(
        'left-out',
        'a size that is too slow',
        'A case was not measured, because one call takes too long.',
        'n = 100000 was left out: one call takes 4.2 s, too slow for a budget of 15 s.',
        'Give the run a larger budget.',
      ),
      said(
        'no-noise-figure',
        'noise not known',
        'The code could not be compared with itself.',
        'The code could not be compared with itself, so the noise of this run is unknown.',
        'Give the run a larger budget.',
      ),
      said(
        'below-floor',
        'too quick to measure',
        'A call costs about what calling an empty function costs.',
        'A call takes about as long as calling an empty function (2.1 ns): below what can be measured.',
        'Benchmark a function that does more, for example the loop around this one.',
      ),
      said(
        'within-noise',
        'within the noise',
        'Two identical builds differed by as much.',
        'A difference of 4 % was seen, but two identical builds of the original differed by 5 % in this run.',
        'Close other programs and run again.',
      ),
      said(
        'noisy',
        'too noisy',
        'Two identical builds differed by too much to tell anything.',
        'Two identical builds of the original differed by 22 % in this run: too noisy to tell.',
        'Close other programs and run again.',
      ),
      said(
        'means-disagree',
        'best times and means disagree',
        'Garbage collection and slow phases take back what the best times gain.',
        'The best times differ by 9 %, but with garbage collection and slow phases counted in the two are not apart.',
        'Give the run a larger budget.',
      ),
      said(
        'not-certain',
        'may be chance',
        'Among several candidates one looks faster by chance.',
        'A ratio of 1.08 was seen in 4 rounds, which can still be chance among the candidates compared.',
        'Give the run a larger budget.',
      ),
      said(
        'too-wide',
        'too wide to tell',
        'The interval holds both faster and slower.',
        'The ratio lies between 0.91 and 1.32 after 4 rounds: too wide to tell.',
        'Give the run a larger budget.',
      ),
      said(
        'smallest-visible',
        'what would have been seen',
        'Said with "no difference": how large one could still be.',
        'A difference of 3 % or more would have been seen.',
      ),
      said(
        'slower-at',
        'slower for some sizes',
        'The verdict speaks of the largest size; smaller ones differ.',
        'Slower than the original for n = 10 (0.42x).',
      ),
      said(
        'faster-at',
        'faster for some sizes',
        'The verdict speaks of the largest size; smaller ones differ.',
        'Faster than the original for n = 10 (1.6x).',
      ),
      said(
        'no-repeats',
        'calls that do not repeat',
        'A cache has nothing to answer in these inputs.',
        'None of the 40 calls in your inputs repeats the arguments of another.',
        'Declare a `sequence` of calls as they really come, repeats included.',
      ),
      said(
        'integrity',
        'a failed check',
        'A row of the integrity panel is red, and it makes the claim untrue.',
        'The rewrite gave undefined while it was timed.',
      ),
    ],
  },
];
