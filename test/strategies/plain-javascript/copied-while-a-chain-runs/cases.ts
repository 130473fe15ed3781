export default {
  calls: () => [
    [[[1, 9], [], [5]], 4],
    [[], 1],
  ],
};
