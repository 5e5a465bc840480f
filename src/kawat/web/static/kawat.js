// What the page can do more with a script: light a claim and its sentence together, copy a citation, move by keys.
// Without it everything is still there.

const words = (text) => (text || "").split(" ").filter(Boolean);

const lit = (ids, on) => {
  for (const mark of document.querySelectorAll("mark[data-claims]")) {
    if (words(mark.dataset.claims).some((id) => ids.includes(id))) mark.classList.toggle("lit", on);
  }
  for (const note of document.querySelectorAll("[data-claim]")) {
    if (ids.includes(note.dataset.claim)) note.classList.toggle("lit", on);
  }
};

for (const element of document.querySelectorAll("mark[data-claims], [data-claim]")) {
  const ids = words(element.dataset.claims || element.dataset.claim);
  for (const [begin, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
    element.addEventListener(begin, () => lit(ids, true));
    element.addEventListener(end, () => lit(ids, false));
  }
}

for (const citation of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = citation.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.textContent);
    button.textContent += " ✓";
    button.disabled = true;
  });
  citation.after(button);
}

// A drawing that is wider than the window opens where something is: amid its marks, or at its actor.
for (const box of document.querySelectorAll(".scroll")) {
  const from = box.getBoundingClientRect().left - box.scrollLeft;
  const middles = [...box.querySelectorAll(".spot, .whole, .ego")].map((one) => {
    const { left, width } = one.getBoundingClientRect();
    return left + width / 2 - from;
  });
  middles.sort((one, other) => one - other);
  if (middles.length) box.scrollLeft = middles[Math.floor(middles.length / 2)] - box.clientWidth / 2;
}

// "/" goes to the search, "j" and "k" to the next and the last claim.
const claims = [...document.querySelectorAll(".claim .go, .note a.day")];
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q").focus();
  } else if ((event.key === "j" || event.key === "k") && claims.length) {
    const at = claims.indexOf(document.activeElement);
    const next = event.key === "j" ? Math.min(at + 1, claims.length - 1) : Math.max(at - 1, 0);
    claims[next].focus();
    claims[next].scrollIntoView({ block: "center" });
  }
});

// Reviewing by keys: a button that bears the key is pressed, a field is gone to, what is folded opens.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const key = CSS.escape(event.key);
  const found = document.querySelector(`[data-key="${key}"], [data-focus="${key}"], [data-open="${key}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.dataset.key) found.click();
  else if (found.dataset.focus) found.focus();
  else {
    found.open = true;
    found.querySelector("select, input").focus();
  }
});
