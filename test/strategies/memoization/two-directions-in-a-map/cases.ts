export default {
  calls: () => [
    [9, 1],
    [9, -1],
    [9, 1],
    [0, -1],
  ],
};
