export default { calls: () => [[[]], [[{ name: 'a ', age: 1 }, { name: 'a', age: 1 }, { name: 'b', age: Number.NaN }, { name: '', age: Number.NaN }]]] };
