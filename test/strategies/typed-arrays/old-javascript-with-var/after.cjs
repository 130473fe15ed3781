'use strict';
/** @param {string} s */
function palindromes(s) {
	var reach = new Float64Array(s.length + 1), total = 0, i, j;
	for (i = 0; i < s.length; i++) {
		for (j = 0; j <= i; j++) {
			if (s.charAt(i - j) === s.charAt(i + j)) reach[i] += 1;
		}
	}
	for (var k = 0; k < s.length; k++) total += reach[k];
	return total;
}
module.exports = { palindromes: palindromes };
