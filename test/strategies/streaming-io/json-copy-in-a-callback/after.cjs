const drafts = (notes, limit) => {
	const copy = jsonCopy(notes)
	copy.title = copy.title + ' (draft)'
	const items = notes.items.slice(0, limit).map(item => jsonCopy(item))
	for (const item of items) item.done = false
	return { ...copy, items }
}

/** What `JSON.parse(JSON.stringify(value))` gives, made part by part in place of a text that is parsed again. */
function jsonCopy(value) {
	try {
		const copy = jsonCopyOfPart(value, '', 0)
		if (copy !== undefined) return copy
	} catch {
		// Data in a circle, for example: the error comes from JSON itself.
	}
	return JSON.parse(JSON.stringify(value))
}

function jsonCopyOfPart(value, key, depth) {
	if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean') return value
	// JSON has no NaN, no infinity and no -0.
	if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
	if (typeof value === 'object' && depth < 100 && !('toJSON' in value)) {
		if (Array.isArray(value)) {
			const copy = []
			for (let i = 0, { length } = value; i < length; i++) copy.push(jsonCopyOfPart(value[i], i, depth + 1) ?? null)
			return copy
		}
		const names = Object.keys(value)
		if (Object.getPrototypeOf(value) === Object.prototype && !names.includes('__proto__')) {
			const copy = {}
			for (const name of names) {
				const field = jsonCopyOfPart(value[name], name, depth + 1)
				if (field !== undefined) copy[name] = field
			}
			return copy
		}
	}
	// Not plain data: JSON says what becomes of it, or leaves it out.
	const text = JSON.stringify({ [key]: value })
	return text === '{}' ? undefined : JSON.parse(text)[key]
}

module.exports = { drafts }
