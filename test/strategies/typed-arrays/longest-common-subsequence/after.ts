function lcs(a: string, b: string): number {
	const width = b.length + 1;
	const table = new Int32Array((a.length + 1) * width);
	for (let i = 1; i <= a.length; i++) {
		const row = i * width;
		const previousRow = row - width;
		for (let j = 1; j <= b.length; j++) {
			if (a[i - 1] === b[j - 1]) table[row + j] = table[previousRow + j - 1]! + 1;
			else table[row + j] = Math.max(table[previousRow + j]!, table[row + j - 1]!);
		}
	}
	return table[a.length * width + b.length]!;
}
export { lcs };
