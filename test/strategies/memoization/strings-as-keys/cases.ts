// Keys that a joined text would mix up.
export default { calls: () => [['a,b', 'c'], ['a', 'b,c'], ['', 'x'], ['a,b', 'c'], ['kit', 'sit'], ['kit', 'sit']] };
