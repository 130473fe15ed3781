const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
export default { calls: () => [[upTo(30)], [[]], [[0]], [[6]]] };
