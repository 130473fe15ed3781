const drafts = (notes, limit) => {
	const copy = JSON.parse(JSON.stringify(notes))
	copy.title = copy.title + ' (draft)'
	const items = notes.items.slice(0, limit).map(item => JSON.parse(JSON.stringify(item)))
	for (const item of items) item.done = false
	return { ...copy, items }
}

module.exports = { drafts }
