export default {
  calls: () => {
    const holes = new Array(40).fill(1.5);
    delete holes[3];
    delete holes[39];
    return [[holes, 2], [[0, -0, NaN, 1 / 0], 0]];
  },
};
