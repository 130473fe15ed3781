export default {
  calls: () => [
    [20, 30],
    [1, 5],
    [0, 5],
    [2.5, 3],
  ],
};
