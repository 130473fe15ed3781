import { appendFileSync } from "node:fs";

export function addAll(file: string, records: readonly string[]): void {
  for (const record of records) {
    appendFileSync(file, "it's " + record + ", isn't it $& ;\n" + `;
  it's "so";
` + "\n");
  }
}
