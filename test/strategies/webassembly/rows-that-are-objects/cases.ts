export default {
  calls: () => [
    [[{ x: 0, y: 0.5, mass: 1 }, { x: 1, y: 2, mass: 3 }, { x: -4, y: 0, mass: 2 }]],
    [[]],
    [[{ x: -0, y: Number.NaN, mass: 1 }]],
    [[{ x: 1, y: 1, mass: 1 }, undefined]],
    [[{ x: 1, y: 1 }]],
  ],
};
