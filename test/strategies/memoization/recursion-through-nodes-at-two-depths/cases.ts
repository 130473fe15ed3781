interface House {
  value: number;
  left: House | null;
  right: House | null;
}

const tree = (depth: number, value: number): House | null =>
  depth === 0
    ? null
    : { value: (value * 7) % 11, left: tree(depth - 1, value * 2), right: tree(depth - 1, value * 2 + 1) };

export default {
  calls: () => [[tree(8, 1)], [null], [tree(1, 3)], [tree(5, -2)], [undefined]],
};
