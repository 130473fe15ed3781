export default {
  calls: () => [
    [Uint8Array.of(1, 255, 128), Uint8ClampedArray.of(1, 2), Int32Array.of(2 ** 31 - 1, -5, 70_000), Float32Array.of(0.1, 3)],
    [new Uint8Array(5), new Uint8ClampedArray(1), new Int32Array(4), new Float32Array(2)],
    [new Uint8Array(0), new Uint8ClampedArray(0), new Int32Array(1), new Float32Array(0)],
    [new Uint8Array(2), new Uint8ClampedArray(0), new Int32Array(1), new Float32Array(1)],
  ],
};
