export default { calls: () => [[[]], [['a', 'B', 'A', 'b', 'c']], [['', '', ' ']]] };
