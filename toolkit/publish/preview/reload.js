// Loads the page again as soon as there is another build than the one it came from.
(() => {
  const build = document.currentScript.dataset.build;
  let events = null;
  let waiting = 0;
  const listen = () => {
    clearTimeout(waiting);
    // A browser keeps few connections to a server: pages that nobody sees take none.
    if (document.visibilityState === "hidden") {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource(`/_toolkit/events?since=${encodeURIComponent(build)}`);
      events.addEventListener("build", () => {
        events.close();
        location.reload();
      });
      events.addEventListener("error", () => {
        // Most interruptions the browser mends itself; here it has given up, as when something else answered.
        if (events?.readyState !== EventSource.CLOSED) return;
        events = null;
        waiting = setTimeout(listen, 2000);
      });
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();

  // A panel that somebody has closed stays closed until it says something else.
  const panel = document.getElementById("toolkit-preview")?.shadowRoot?.querySelector("details");
  if (panel) {
    const said = panel.textContent;
    if (sessionStorage.getItem("toolkit-closed") === said) panel.open = false;
    panel.addEventListener("toggle", () => {
      if (panel.open) sessionStorage.removeItem("toolkit-closed");
      else sessionStorage.setItem("toolkit-closed", said);
    });
  }
})();
