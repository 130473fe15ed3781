export default { calls: () => [[['a', 'bcd', 'zebra', 'yak', 'x'.repeat(500)]], [[]], [['only']]] };
