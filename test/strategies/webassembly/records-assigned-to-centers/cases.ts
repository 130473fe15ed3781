const same = [{ x: 1, class: 2 }, { x: 0.5, class: -1 }];
export default {
  calls: () => [
    [[{ x: 1, class: 1 }, { x: 5, class: 5 }], same, [0, 0]],
    [same, same, [9, 9]],
    [same, [], [9, 9]],
    [[], same, []],
    [same, same, [9]],
    [same, [{ x: 1, class: null }], [1, 1]],
  ],
};
