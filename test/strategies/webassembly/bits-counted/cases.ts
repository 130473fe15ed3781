export default {
  calls: () => [[new Uint32Array()], [new Uint32Array([0, 1, 0xffffffff, 0x80000000, 0x7fffffff, 5])]],
};
