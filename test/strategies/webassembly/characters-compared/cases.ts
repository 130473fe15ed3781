const alphabet = '()[]aeiouxyzb0189\ud800\udc00\u00e9';

/** Texts without a pattern, the same in every run. */
function texts(count: number): string[] {
  let state = 1;
  const next = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(12) }, () => alphabet[next(alphabet.length)]).join(''),
  );
}

export default {
  calls: () => [
    ['', ''],
    ['(a[1]e9)', 'abc'],
    [')))', '('],
    ['aabbcczz019', 'az'],
    // A code point of two units, which `for` takes at once: the original counts it.
    ['abc', 'a\u{1f600}b'],
    ['\ud800x(', 'xyz'],
    ['x', '\udc00'],
    ...texts(200).map((text, index) => [text, index % 3 === 0 ? 'abc' : text]),
  ],
  observed: true,
};
