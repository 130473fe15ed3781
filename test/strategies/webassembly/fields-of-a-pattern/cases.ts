const picture = (width: number, height: number) => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).map((_, i) => i * 37),
});
export default {
  calls: () => [
    [picture(3, 2)],
    [{ ...picture(2, 2), gamma: 1.5 }],
    [{ ...picture(2, 2), gamma: undefined }],
    [picture(0, 0)],
    [{ width: 2, height: 2, data: new Uint8ClampedArray(5) }],
    [{ width: 2.5, height: 2, data: new Uint8ClampedArray(40) }],
    [{ width: '2', height: 2, data: new Uint8ClampedArray(16) }],
    [{ width: 2, height: 2, data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] }],
    [{ width: -1, height: 2, data: new Uint8ClampedArray(4) }],
    [{ width: 2, height: 1, data: null }],
    [undefined],
  ],
};
