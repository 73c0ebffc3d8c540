/** Files for spreadsheets, as RFC 4180 has them. */

/**
 * Writes a cell. What a spreadsheet would take for a formula is made inert: people name pull
 * requests, and others open the file.
 */
export function cell(value) {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  const inert = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * Lets somebody save items as a table; a column is where in an item it is, such as `facts.title`.
 * Returns how many there are.
 */
export function download(name, columns, items) {
  const paths = columns.split(" ");
  const at = (item, path) => path.split(".").reduce((value, key) => value?.[key], item);
  const lines = [paths, ...items.map((item) => paths.map((path) => at(item, path)))];
  const text = lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return items.length;
}
