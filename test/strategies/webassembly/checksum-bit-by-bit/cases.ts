export default {
  calls: () => [
    [new Uint8Array()],
    [new Uint8Array([0])],
    [new TextEncoder().encode('123456789')],
    [Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256)],
  ],
};
