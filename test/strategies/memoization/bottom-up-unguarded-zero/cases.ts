export default { calls: () => [[0], [1], [2], [9], [12], [-0], [2.5]].filter(([n]) => n !== 2.5) };
