export default {
  calls: () => [
    [{ width: 3, height: 2 }],
    [{ width: 2, height: 3 }],
    [{ width: 3, height: 2 }],
    [{ width: 3, height: -0 }],
    [{ width: 3, height: 0 }],
  ],
};
