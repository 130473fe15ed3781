export default {
  calls: () => [
    [{ positions: [1, 2, 3.5], speeds: [0.5, -1, 0] }, 4],
    [{ positions: [], speeds: [] }, 4],
    [{ positions: [1, 2], speeds: [1] }, 2],
    [{ positions: [1, -0], speeds: [Number.NaN, -0] }, 1],
    [{ positions: [1], speeds: [1] }, 0],
    [undefined, 1],
    [undefined, 0],
  ],
};
