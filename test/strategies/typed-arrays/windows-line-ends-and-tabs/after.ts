export function spread(text: string): number {
	const first = new Int32Array(text.length).fill(-1); // where it was seen
	let widest = 0;
	for (let i = 0; i < text.length; i++) {
		for (let j = i; j < text.length; j++) {
			if (text[i] === text[j]) first[j] = i;
		}
	}
	for (let i = 0; i < text.length; i++) widest = Math.max(widest, i - first[i]);
	return widest;
}
