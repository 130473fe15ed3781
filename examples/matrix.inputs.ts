// Square matrices of rotations and scalings: numbers between -1 and 1. A renderer multiplies the same view matrix with one model after another.
function vector(n: number, random: () => number): number[] {
  return Array.from({ length: n }, () => random() * 2 - 1);
}

function matrix(n: number, random: () => number): number[][] {
  return Array.from({ length: n }, () => vector(n, random));
}

export default {
  matmul: {
    sizes: [16, 64, 192],
    args: (n: number, random: () => number) => [matrix(n, random), matrix(n, random)],
    sequence: (n: number, random: () => number) => {
      const view = matrix(n, random);
      const models = [matrix(n, random), matrix(n, random), matrix(n, random)];
      return models.map((model) => [view, model]);
    },
  },
  squareElements: {
    sizes: [1_000, 50_000, 1_000_000],
    args: (n: number, random: () => number) => [vector(n, random)],
    sequence: (n: number, random: () => number) => {
      const signal = vector(n, random);
      return [[signal], [signal], [vector(n, random)]];
    },
  },
};
