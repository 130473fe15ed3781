const lines = Array.from({ length: 20 }, (_, i) => [{ price: i, count: 2 }, { price: 1, count: i }]);
export default { calls: () => [[lines], [[]], [[[]]], [[[{ price: -0, count: 1 }]]]] };
