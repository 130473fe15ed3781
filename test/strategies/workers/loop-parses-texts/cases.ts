const row = (id: number) => JSON.stringify({ id, tags: ['b', `a${id}`] });
export default {
  calls: () => [
    [Array.from({ length: 20 }, (_, i) => row(i))],
    [[]],
    [['{"id":-0,"tags":[],"__proto__":{"a":1},"0":"zero"}']],
    [[row(1), '{"id":1}', '{']],
    [[row(1), '{', '{"id":1}']],
  ],
};
