// Shows what a search in the page's language finds. All words stand in the page; nothing is fetched from elsewhere.
(async () => {
  const box = document.getElementById("toolkit-results");
  const [status, list, more] = box.children;
  const field = document.getElementById("toolkit-search");
  const words = box.dataset;
  const say = text => { status.textContent = text; };
  const asked = (new URLSearchParams(location.search).get("q") ?? "").trim();
  field.value = asked;
  if (location.protocol === "file:") return say(words.disk);
  if (!asked) return field.focus();

  const counted = number => {
    const form = words.forms[number < 200 ? number : 100 + number % 100];
    return JSON.parse(words.found)[form].replace("%(num)s", number);
  };
  // The excerpt is text in which "<", ">" are escaped, and every other piece stands between <mark> and </mark>.
  const pieces = excerpt => excerpt.split(/<\/?mark>/).map((piece, number) => {
    const text = piece.replace(/\u200b/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return number % 2 ? Object.assign(document.createElement("mark"), { textContent: text }) : text;
  });
  const item = page => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    const text = document.createElement("p");
    link.href = new URL(page.raw_url, new URL(words.root, location));
    link.textContent = page.meta.title ?? page.raw_url;
    text.append(...pieces(page.excerpt));
    entry.append(link, text);
    return entry;
  };
  try {
    const pagefind = await import(new URL(words.index, location));
    await pagefind.options({ noWorker: true });
    const { results } = await pagefind.search(asked);
    let shown = 0;
    const show = async () => {
      more.disabled = true; // another click meanwhile would show the same pages again
      const pages = await Promise.all(results.slice(shown, shown + 10).map(one => one.data()));
      const entries = pages.map(item);
      list.append(...entries);
      if (shown) entries[0].firstChild.focus();
      shown += pages.length;
      more.hidden = shown >= results.length;
      more.disabled = false;
    };
    await show();
    more.addEventListener("click", () => show().catch(() => say(words.failed)));
    say(results.length ? counted(results.length) : words.none);
  } catch {
    say(words.failed);
  }
})();
