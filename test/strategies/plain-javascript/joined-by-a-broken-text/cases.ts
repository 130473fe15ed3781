export default { calls: () => [[[' a', 'b ']], [[]], [['x']]] };
