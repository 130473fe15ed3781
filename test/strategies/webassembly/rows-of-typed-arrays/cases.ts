const calls = (whole = new Float32Array([1, 2, 3, 4, 5, 6, 7, 8])) => [
    [[new Float32Array([1, 0.1, 4]), new Float32Array([-0, NaN, 3])], 3],
    [[whole.subarray(0, 4), whole.subarray(2, 6)], 2],
    [[whole, whole], 2],
    [[], 2],
    [[new Float32Array(0)], 1],
    [[new Float32Array(2), new Float32Array(3)], 1],
    [[new Float32Array(2), undefined], 1],
    [[new Float64Array([0.1, 0.2]), new Float64Array([0.3, 0.4])], 1],
];
export default { calls: () => calls() };
