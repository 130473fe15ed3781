export default {
  calls: () => [
    [new Int32Array([7, 0, 0, 0]), [0, 0.3, 1.7, -2.9], 3],
    [new Int32Array([-9, 5, 5]), [0, NaN, Infinity], 2],
    [new Int32Array([100]), [1], 2],
    [new Int32Array(0), [], 2],
  ],
  observed: true,
};
