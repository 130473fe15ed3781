export default {
  calls: () => [[new Uint8Array()], [new Uint8Array([1])], [new Uint8Array([1, 1, 2, 2, 2, 255])]],
};
