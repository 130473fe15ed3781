/** @param {string} s */
export function after(s) {
  var a = new Array(s.length).fill(0);
  for (var i = 0; i < s.length; i++) {
    var k = i;
  }
  a[k + i - k] = 1;
  return a.length;
}
