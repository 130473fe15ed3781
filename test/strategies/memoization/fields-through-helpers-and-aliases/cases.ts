const moving = { from: { x: 0, y: 0 }, to: { x: 3, y: 1 } };
export default {
  calls: () => [
    [{ from: { x: 0, y: 1 }, to: { x: 5, y: 1 } }, 2],
    [{ from: { x: 0, y: 9 }, to: { x: 5, y: 1 } }, 2],
    [{ from: { x: -0, y: 9 }, to: { x: 5, y: 2 } }, 2],
    [moving, 1],
    [(() => ((moving.to.x = 7), moving))(), 1],
    [moving, 1],
  ],
};
