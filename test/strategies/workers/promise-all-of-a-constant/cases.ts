const numbers = Array.from({ length: 50 }, (_, i) => i * 37);
export default { calls: () => [[numbers], [[]], [[5]], [[1, 99999, 3, 77777]]] };
