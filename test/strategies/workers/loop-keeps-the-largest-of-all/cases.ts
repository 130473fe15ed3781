const values = Array.from({ length: 50 }, (_, i) => (i * 37) % 41);
export default { calls: () => [[values, values, 1], [values, [], 1], [[], values, 1], [values, [0.5, Number.NaN], 1], [[0, -0], [0], -0], [values, values, Number.NaN], [[2], [3, 4], -5]] };
