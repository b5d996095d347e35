"use strict";
let shown = null;
let leaving = 0;
function hide() {
  clearTimeout(leaving);
  if (shown) shown.hidden = true;
  shown = null;
}
function show(mark) {
  hide();
  shown = document.getElementById(mark.dataset.card);
  shown.querySelector(".how").textContent = mark.dataset.how;
  shown.hidden = false;
  const at = mark.getClientRects()[0];
  const card = shown.getBoundingClientRect();
  const below = at.bottom + 6;
  const room = below + card.height <= innerHeight || at.top - 6 < card.height;
  shown.style.top = `${Math.max(4, room ? Math.min(below, innerHeight - card.height - 4) : at.top - 6 - card.height)}px`;
  shown.style.left = `${Math.max(4, Math.min(at.left, document.documentElement.clientWidth - card.width - 4))}px`;
}
function over(event) {
  const mark = event.target.closest("mark");
  if (mark) show(mark);
  else if (event.target.closest(".card")) clearTimeout(leaving);
}
function out(event) {
  if (!event.target.closest("mark, .card")) return;
  clearTimeout(leaving);
  leaving = setTimeout(hide, 150);
}
document.addEventListener("mouseover", over);
document.addEventListener("mouseout", out);
document.addEventListener("focusin", over);
document.addEventListener("focusout", out);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
addEventListener("scroll", (event) => {
  if (event.target === document) hide();
}, true);
