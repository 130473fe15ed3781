// Results of label by its argument. When it is full it starts over, so that it cannot grow without bound.
const LABEL_CACHE_LIMIT = 100_000;
const labelCache = new Map<number, string>();

function rememberLabel(n: number, result: string): string {
    if (labelCache.size >= LABEL_CACHE_LIMIT) labelCache.clear();
    labelCache.set(n, result);
    return result;
}

export function label(n: number): string {
    const cached = labelCache.get(n);
    if (cached !== undefined) return cached;
    let text = "";
    for (let i = 0; i < n; i++) {
        text += String(i) + ";";
    }
    return rememberLabel(n, text);
}
