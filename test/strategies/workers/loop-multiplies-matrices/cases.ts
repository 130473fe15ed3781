const matrix = (n: number, k: number) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => ((i * 7 + j * 3 + k) % 11) / 4));
export default { calls: () => [[matrix(9, 1), matrix(9, 2), 9], [[], [], 0], [[[2]], [[3]], 1]] };
