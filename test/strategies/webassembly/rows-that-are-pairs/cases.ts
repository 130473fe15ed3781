const a = () => ({ latitude: 1, longitude: 2.5 });
const b = () => ({ latitude: -3, longitude: 0 });
export default {
  calls: () => [
    [[a(), b()], [b(), a(), b()]],
    [[], [a()]],
    [[a()], []],
    [[{ latitude: Number.NaN, longitude: -0 }], [a()]],
    [[a(), undefined], [b()]],
  ],
};
