const rows = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? [1] : i % 3 === 1 ? [-1] : []));
export default { calls: () => [[rows], [rows.slice(1)], [[[-1], [1]]], [[[1], [-1]]], [[[Number.NaN]]], [[]], [[[], [Number.NEGATIVE_INFINITY]]]] };
