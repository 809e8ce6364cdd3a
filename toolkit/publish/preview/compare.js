// Copies the place that a button stands beside, and keeps what is shown when the page is loaded again.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  button.setAttribute("aria-label", `Copied ${button.dataset.copy}`);
});
const only = document.getElementById("only-waiting");
if (only) {
  const show = () => document.body.classList.toggle("only-waiting", only.checked);
  only.checked = sessionStorage.getItem("only-waiting") === "yes";
  only.addEventListener("change", () => {
    sessionStorage.setItem("only-waiting", only.checked ? "yes" : "no");
    show();
  });
  show();
}
