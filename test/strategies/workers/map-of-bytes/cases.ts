export default {
  // That calls are given Buffers as well keeps whole calls from being spread, which would hand on copies that are none.
  observed: true,
  calls: () => [
    [Uint8Array.from({ length: 300 }, (_, i) => i * 7)],
    [Buffer.from('a Buffer gives another Buffer')],
    [new Uint8Array(0)],
    [Uint8Array.of(255)],
  ],
};
