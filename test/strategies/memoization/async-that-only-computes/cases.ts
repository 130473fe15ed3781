export default { calls: () => [['abc'], ['a', 1], ['abc', 3], ['a', 1], ['abc', -1], ['abc', -1], ['abc', undefined]] };
