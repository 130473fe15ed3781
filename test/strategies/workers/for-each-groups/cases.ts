export default { calls: () => [[['banana', 'anna', 'élan', 'b', '', 'aa', 'cabbage', 'x', 'yy', 'zzy']], [[]], [['a', undefined, 'b']]] };
