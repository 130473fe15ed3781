const sparse: unknown[] = [];
sparse[2] = { id: 3, paid: false };

export default {
  calls: () => [
    [
      [
        { id: 1, paid: true },
        { id: 2, paid: false },
      ],
    ],
    [[]],
    [sparse],
  ],
};
