const rows = Array.from({ length: 23 }, (_, y) => Array.from({ length: (y * 7) % 11 }, (_, x) => (x * y * 31) % 17));
export default { calls: () => [[rows, 0], [[], 3], [[[1]], 100], [[[1], [Number.NaN], [2, 3]], 0], [[[1], undefined], 0]] };
