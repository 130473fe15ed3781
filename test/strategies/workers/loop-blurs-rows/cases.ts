const samples = Float32Array.from({ length: 12 * 7 }, (_, i) => ((i * 31) % 17) - 8.5);
const weights = Float64Array.of(0.5, 0.2, 0.05);
const shared = new Float32Array(new SharedArrayBuffer(samples.byteLength));
shared.set(samples);
const odd = (value: unknown) => value as Float32Array;
export default {
  calls: () => [
    [samples, weights, 12, 7],
    [samples, weights, 7, 12],
    [shared, weights, 12, 7],
    [samples.subarray(3, 39), weights, 12, 3],
    [samples, new Float64Array(0), 12, 7],
    [new Float32Array(0), weights, 0, 0],
    [Float32Array.of(-0, Number.NaN, Number.POSITIVE_INFINITY, 1), weights, 2, 2],
    [samples, weights, 20, 9],
    [odd([1, 2, 3, 4, 5, 6, 7, 8, 9]), weights, 3, 3],
    [odd(undefined), weights, 3, 3],
  ],
};
