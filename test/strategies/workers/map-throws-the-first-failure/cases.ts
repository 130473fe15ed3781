const many = Array.from({ length: 64 }, (_, index) => index + 1);
export default { calls: () => [[many], [many.with(40, 0).with(63, -1)], [many.with(20, -1).with(40, 0)], [[0]]] };
