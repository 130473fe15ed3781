export function label(n: number): string {
    let text = "";
    for (let i = 0; i < n; i++) {
        text += String(i) + ";";
    }
    return text;
}
