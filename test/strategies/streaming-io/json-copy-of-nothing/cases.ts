const calls = [
    [undefined],
    [() => 1],
    [Symbol('s')],
    [{ toJSON: () => undefined }],
    [1n],
    [null],
    ['text'],
    [-0],
    [Number.NaN],
    [true],
    [new Date(0)],
    [[[[]]]],
    [{ a: { b: {} } }],
  ];

/** The functions in them are the same for all versions. */
export default { calls: () => calls };
