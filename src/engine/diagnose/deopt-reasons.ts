// What V8's reasons for a deoptimisation mean, one sentence each. The words are those of DEOPTIMIZE_REASON_LIST in V8's
// src/deoptimizer/deoptimize-reason.h, which differ a little from version to version.

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/insufficient type feedback/i, 'This place had never run while V8 gathered facts for optimising, and then it did.'],
  [
    /wrong (feedback )?cell|wrong value|wrong name|wrong enum/i,
    'A value was another one than the single one seen before.',
  ],
  [/wrong call target|wrong constructor/i, 'Another function was called here than the one seen before.'],
  [
    /wrong map|wrong instance type/i,
    'An object had another shape (other properties, other order, other kind of elements) than those seen before.',
  ],
  [/unstable map|map deprecated|deprecated map/i, 'The shape of an object changed after code had been made for it.'],
  [/not a smi|not a small integer/i, 'A number was not a small integer, as all before it were.'],
  [/^smi$/i, 'A small integer came where objects or other numbers had come before.'],
  [/not (a )?(heap ?number|number)( or oddball| or boolean)?/i, 'A value was no number, as all before it were.'],
  [/hole/i, 'A missing element (a hole) was read from an array, or a variable before its declaration.'],
  [/out of bounds/i, 'An index lay outside of the array.'],
  [/negative|cow array elements|array length/i, 'An index, a length or the elements of an array were not as before.'],
  [/division by zero/i, 'A division by zero, where only integers had come out before.'],
  [/minus zero/i, 'A result was -0, which integers cannot hold.'],
  [/lost precision or nan/i, 'A number was NaN or no integer, as all before it were.'],
  [/lost precision/i, 'A number was no integer, as all before it were.'],
  [/overflow/i, 'A number grew beyond the 32-bit integers that V8 had counted on.'],
  [/not u?int32/i, 'A number was no 32-bit integer, as all before it were.'],
  [/\bnan\b/i, 'A number was NaN, which had not come before.'],
  [
    /not an? (string|symbol|internalized|bigint|js|array)|wrong type|not detectable/i,
    'A value had another type than those seen before.',
  ],
  [/not a bigint|bigint/i, 'A BigInt was larger than V8 had counted on.'],
  [/unexpected context extension/i, 'A variable was added to the scope by `eval`.'],
  [/array buffer (was )?detached|detached/i, 'The memory of a typed array had been given away.'],
  [/could not grow elements/i, 'An array could not grow in place.'],
  [
    /dependenc|prototype|marked for deoptimization|weak|field|allocation site|protector/i,
    'Something that optimised code relied on changed elsewhere: a shape, a constant, a prototype.',
  ],
  [/exception|unknown|unreachable|debugger/i, 'The code left the path that it had been optimised for.'],
];

/** The sentence for a reason in V8's words; an unknown one is shown as V8 says it. */
export function deoptSentence(reason: string): string {
  const known = SENTENCES.find(([pattern]) => pattern.test(reason));
  return known?.[1] ?? `V8 says: ${reason}.`;
}
