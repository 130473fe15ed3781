const samples = (length: number) => Float64Array.from({ length }, (_, i) => ((i * 37) % 101) / 7);

export default {
  calls: () => [
    [samples(60), Float64Array.of(1, 0.5, 0.25), 3],
    [samples(5), new Float64Array(0), 0],
    [new Float64Array(0), samples(2), 2],
  ],
};
