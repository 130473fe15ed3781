import { readFile } from "node:fs/promises"

interface Row {
  readonly name: string
  readonly fields: readonly string[]
}

export async function readRows(file: string): Promise<readonly Row[]> {
  const text = await readFile(file, "utf8")
  const lines = text.trim().split(/\r?\n/).filter((line) => line.length > 0)
  const rows: Row[] = []
  for (const line of lines) {
    let fields = line.split(",")
    const name = fields[0] ?? ""
    if (fields.length > 3) fields = fields.slice(0, 3)
    rows.push({ name, fields })
  }
  return rows
}
