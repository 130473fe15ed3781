export default { calls: () => [[{ a: 1, b: 2 }, { b: 1 }]] };
