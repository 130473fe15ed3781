export default { calls: () => [[['a b a', 'c', 'b b', '', 'd e', 'f a', 'g', 'h', 'i a']], [[]], [['__proto__ constructor']]] };
