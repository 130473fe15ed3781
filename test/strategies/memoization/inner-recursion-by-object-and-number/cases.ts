interface Branch {
  fruit: number;
  left: Branch | null;
  right: Branch | null;
}

function tree(depth: number): Branch | null {
  return depth === 0 ? null : { fruit: (depth * 7) % 5, left: tree(depth - 1), right: tree(depth - 2 < 0 ? 0 : depth - 2) };
}

export default {
  calls: () => [
    [tree(4), 3],
    [tree(4), 4],
    [tree(5), 6],
    [null, 3],
    [tree(3), 0],
    [tree(3), -0],
    [tree(3), 1.5],
  ],
};
