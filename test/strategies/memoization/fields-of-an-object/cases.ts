const box: { width: number; height: number; label?: string } = { width: 3, height: 4 };
export default {
  calls: () => [
    [{ width: 3, height: 4 }],
    [{ width: 4, height: 3 }],
    [{ width: 3, height: 4, label: 'again' }],
    [{ width: 0, height: 4 }],
    [{ width: 3, height: -0 }],
    [{ width: 3, height: Number.NaN }],
    [box],
    [Object.assign(box, { width: 9 })],
    [box],
  ],
};
