const assets = (length: number) => Array.from({ length }, (_, i) => ({ name: `a${i}`, price: 10 + i }));

export default {
  calls: () => [
    [assets(30), 20, 7],
    [assets(1), 3, 7],
    [[], 5, 1],
  ],
};
