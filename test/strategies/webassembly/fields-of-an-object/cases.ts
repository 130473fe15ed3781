const frozen = Object.freeze([1, 2]) as number[];
const shared = () => {
  const one = [1, 2, 3];
  return { positions: one, speeds: one };
};
export default {
  calls: () => [
    [{ positions: [1, 2, 3], speeds: [0.5, -1, 2] }, 4],
    [{ positions: [1, 2, 3], speeds: [0.5] }, 2],
    [{ positions: [], speeds: [] }, 3],
    [shared(), 5],
    [{ positions: frozen, speeds: [1, 1] }, 1],
    [{ positions: [1, Number.NaN], speeds: [-0, 1], name: 'more' }, Number.NaN],
    [{ positions: [1n], speeds: [1] }, 1],
    [{ positions: new Float64Array([1, 2]), speeds: [1, 1] }, 1],
    [{ positions: [1] }, 1],
    [undefined, 0],
    [{}, 3],
  ],
};
