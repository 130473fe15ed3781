// Results of label by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const LABEL_CACHE_LIMIT = 100_000;
const labelCache: string[] = [];

function rememberLabel(n: number, result: string): string {
    if (Number.isInteger(n) && n >= 0 && n < LABEL_CACHE_LIMIT) labelCache[n] = result;
    return result;
}

export function label(n: number): string {
    const cached = labelCache[n];
    if (cached !== undefined) return cached;
    let text = "";
    for (let i = 0; i < n; i++) {
        text += String(i) + ";";
    }
    return rememberLabel(n, text);
}
