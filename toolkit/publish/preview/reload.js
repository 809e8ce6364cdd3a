// Loads the page again as soon as there is another build than the one it came from.
(() => {
  const build = document.currentScript.dataset.build;
  let events = null;
  const listen = () => {
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
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
