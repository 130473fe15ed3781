export default { calls: () => [[''], ['a'], ['hello world'], ['é\u{1f600}\udfff'], [7], ['ae'.repeat(100)]] };
