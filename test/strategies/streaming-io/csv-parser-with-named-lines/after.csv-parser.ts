import { readFile } from "node:fs/promises"
import { parse } from "csv-parse/sync"

interface Row {
  readonly name: string
  readonly fields: readonly string[]
}

export async function readRows(file: string): Promise<readonly Row[]> {
  const text = await readFile(file, "utf8")
  const records = parse(text.trim(), {
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const rows: Row[] = []
  for (let fields of records) {
    const name = fields[0] ?? ""
    if (fields.length > 3) fields = fields.slice(0, 3)
    rows.push({ name, fields })
  }
  return rows
}
