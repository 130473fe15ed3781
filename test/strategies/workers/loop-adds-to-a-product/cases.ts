const matrix = (size: number) => Float64Array.from({ length: size * size }, (_, i) => ((i * 37) % 23) / 3);

export default {
  calls: () => [
    [matrix(9), matrix(9), 9],
    [matrix(1), matrix(1), 1],
    [matrix(3), matrix(3), 2],
    [matrix(2), matrix(2), 3],
    [matrix(0), matrix(0), 0],
    [matrix(4), matrix(4), 2.5],
  ],
};
