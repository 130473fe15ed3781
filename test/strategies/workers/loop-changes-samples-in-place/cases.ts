class Samples extends Float64Array {}

const samples = (length: number) => Float64Array.from({ length }, (_, i) => ((i * 37) % 101) / 7);

export default {
  calls: () => [
    [samples(90), 2],
    [new Float64Array(0), 2],
    [samples(1), 2],
    [samples(40).subarray(3, 30), 0.5],
    [new Float64Array(new SharedArrayBuffer(160)).fill(0.5), 3],
    [new Samples([1, 2, 3, 4, 5]), 2],
    [Float64Array.of(-0, Number.NaN, Number.POSITIVE_INFINITY, 1), -1],
  ],
};
