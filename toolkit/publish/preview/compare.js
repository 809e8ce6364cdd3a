// Copies the place that a button stands beside.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  button.setAttribute("aria-label", `Copied ${button.dataset.copy}`);
});
