export default {
  calls: () => [
    [['a,1', 'b', 'c, 3', 'd,4*', 'e,x', 'f,6,7', 'g,8', 'h,9', 'i,10*'], ','],
    [[], ','],
    [['a;1', 'b;2*', 'c;*', 'd;x*'], ';'],
    // biome-ignore lint/suspicious/noSparseArray: holes are what it is about
    [['a,1', , 'b,2'], ','],
  ],
};
