// Remembers which language was chosen here, and leads there on a later visit that comes from outside.
(() => {
  const links = [...document.querySelectorAll('.language-list a[hreflang]')];
  const key = 'toolkit-language';
  try {
    for (const link of links) {
      link.addEventListener('click', () => {
        try { localStorage.setItem(key, link.hreflang); } catch { /* then nothing is remembered */ }
      });
    }
    const [visit] = performance.getEntriesByType('navigation');
    const inside = document.referrer && new URL(document.referrer).origin === location.origin;
    if (inside || visit?.type !== 'navigate' || location.hash || location.search) return;
    const chosen = localStorage.getItem(key);
    const found = links.find((link) => link.hreflang === chosen);
    if (found) location.replace(found.href);
  } catch { /* a browser that keeps nothing: the reader chooses */ }
})();
