"use strict";
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const table = head.closest("table");
    const place = head.cellIndex;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const each of table.querySelectorAll("th")) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const order = new Intl.Collator(rows.length ? rows[0].cells[place].lang || undefined : undefined);
    const texts = new Map(rows.map((row) => [row, row.cells[place].textContent]));
    rows.sort((one, other) => order.compare(texts.get(one), texts.get(other)) * (down ? -1 : 1));
    body.append(...rows);
  });
}
const search = document.querySelector("input");
search.addEventListener("input", () => {
  const wanted = search.value.normalize("NFC").trim().toLowerCase();
  for (const section of document.querySelectorAll("section")) {
    let shown = 0;
    for (const row of section.querySelectorAll("tbody tr")) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    section.hidden = shown === 0;
  }
});
