// Keeps a page up to date. Without it everything works; the page then shows how things stood when it was loaded.
(() => {
  'use strict';
  const follow = document.currentScript.dataset.follow;
  const news = document.getElementById('news');
  let waiting = false;

  const isBusy = part => part.contains(document.activeElement) || part.querySelector('details[open] form, input:checked');

  async function refresh() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    let kept = 0;
    for (const part of document.querySelectorAll('[data-live]')) {
      const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!other || other.innerHTML === part.innerHTML) {
        continue;
      }
      if (isBusy(part)) {
        kept += 1;
      } else {
        const opened = [...part.querySelectorAll('details')].map(each => each.open);
        part.replaceChildren(...other.childNodes);
        part.querySelectorAll('details').forEach((each, i) => { each.open = opened[i] ?? each.open; });
        part.querySelectorAll('img').forEach(each => { each.src = `${each.getAttribute('src')}?at=${Date.now()}`; });
      }
    }
    news.textContent = kept > 0
      ? 'This has changed. What you are filling in was left as it is; load the page to see all of it.'
      : 'Brought up to date just now.';
  }

  const source = new EventSource(follow === '*' ? '/live' : `/live?incident=${encodeURIComponent(follow)}`);
  source.addEventListener('ready', () => { document.documentElement.dataset.liveReady = 'yes'; });
  source.addEventListener('changed', () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => { waiting = false; refresh(); }, 150);
    }
  });
  addEventListener('pagehide', () => source.close());
})();
