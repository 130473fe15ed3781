export default {
  calls: () => [
    ['catsanddog', ['cat', 'cats', 'and', 'sand', 'dog']],
    ['catsandog', ['cat', 'cats', 'and', 'sand', 'dog']],
    [`${'a'.repeat(60)}b`, ['a', 'aa', 'aaa', 'b']],
    [`${'a'.repeat(14)}c`, ['a', 'aa', 'aaa', 'b']],
    ['', []],
  ],
};
