const sparse: unknown[] = [];
sparse[2] = { price: 3, open: true };

export default {
  calls: () => [
    [
      [
        { price: 1, open: true },
        { price: 70, open: true },
        { price: 3, open: false },
      ],
    ],
    [[]],
    [sparse],
  ],
};
