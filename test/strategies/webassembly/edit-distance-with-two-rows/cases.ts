export default {
  calls: () => [
    ['kitten', 'sitting'],
    ['', ''],
    ['', 'abc'],
    ['flaw', 'lawn'],
    ['\u{1f600}x', '\u{1f601}x'],
    ['\ud800', '\udc00'],
    ['x'.repeat(60), 'yx'.repeat(40)],
    [undefined, 'a'],
    [['a', 'b'], 'ab'],
  ],
};
