const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
export default { calls: () => [[upTo(100)], [[]], [[4]], [[7, 7, 2]]] };
