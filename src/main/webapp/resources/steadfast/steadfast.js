/* Small behaviours of every page. No inline handlers: pages mark elements with data attributes. */
(function () {
  'use strict';

  var root = document.documentElement;
  var YEAR = 31536000;

  function systemIsDark() {
    return window.matchMedia('(prefers-color-scheme: dark)').matches;
  }

  /* "auto" is settled at once, so that styles know light and dark only. */
  if (root.dataset.theme !== 'light' && root.dataset.theme !== 'dark') {
    root.dataset.theme = systemIsDark() ? 'dark' : 'light';
  }

  function switchTheme() {
    var theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    root.dataset.theme = theme;
    document.cookie = 'steadfast-theme=' + theme + ';path=/;max-age=' + YEAR + ';samesite=lax' +
      (location.protocol === 'https:' ? ';secure' : '');
  }

  function closeMenus(except) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (menu !== except) {
        menu.removeAttribute('open');
      }
    });
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-theme-switch]')) {
      switchTheme();
    }
    closeMenus(event.target.closest('details.menu'));
    var copy = event.target.closest('[data-copy]');
    if (copy) {
      copyFrom(copy);
    }
  });

  function copyFrom(button) {
    var text = document.getElementById(button.dataset.copy).textContent.trim();
    navigator.clipboard.writeText(text).then(function () {
      button.textContent = button.dataset.copied;
    });
  }

  /* One bar for all waiting, shown only when it takes long enough to be noticed. */
  var waiting = 0;
  var bar = null;

  function showBar() {
    if (waiting > 0 && !bar) {
      bar = document.createElement('div');
      bar.className = 'busy';
      document.body.appendChild(bar);
    }
  }

  function hideBar() {
    waiting = Math.max(0, waiting - 1);
    if (waiting === 0 && bar) {
      bar.remove();
      bar = null;
    }
  }

  function isQuiet(settings) {
    return settings && settings.source && settings.source.indexOf && settings.source.indexOf('poll') >= 0;
  }

  /* PrimeFaces tells of its calls through jQuery; polling is nobody's waiting. */
  function watchCalls() {
    window.jQuery(document).on('pfAjaxSend', function (event, xhr, settings) {
      if (!isQuiet(settings)) {
        waiting += 1;
        window.setTimeout(showBar, 250);
      }
    }).on('pfAjaxComplete', function (event, xhr, settings) {
      if (!isQuiet(settings)) {
        hideBar();
        // Before the watch over what was drawn sees it.
        forget();
      }
      focusMarked();
    });
  }

  /* What somebody types or unfolds outlasts a part that is drawn anew by itself; what they do themselves draws it as the server says. */
  var typed = [];
  var unfolded = [];
  var focused = null;

  function isGone(one) {
    return !one.element.isConnected;
  }

  function summaryOf(details) {
    var summary = details.querySelector('summary');
    return summary ? summary.textContent.trim() : '';
  }

  function keepTyped(event) {
    var element = event.target;
    if (!element.form || !element.name || !isTyped(element) || element.type === 'hidden' || element.type === 'file') {
      return;
    }
    typed = typed.filter(function (one) { return one.element !== element; });
    typed.push({ element: element, form: element.form.id, name: element.name, value: element.value });
  }

  function keepUnfolded(event) {
    var details = event.target;
    var home = details.closest && details.closest('[id]');
    if (!home || details.tagName !== 'DETAILS') {
      return;
    }
    unfolded = unfolded.filter(function (one) { return one.element !== details; });
    if (details.open) {
      unfolded.push({ element: details, home: home === details && home.parentElement ? home.parentElement.closest('[id]').id : home.id, summary: summaryOf(details) });
    }
  }

  function bringBack() {
    if (!typed.some(isGone) && !unfolded.some(isGone)) {
      return;
    }
    unfolded.filter(isGone).forEach(function (one) {
      var home = document.getElementById(one.home);
      Array.prototype.forEach.call(home ? home.querySelectorAll('details') : [], function (details) {
        if (summaryOf(details) === one.summary) {
          details.open = true;
        }
      });
    });
    typed.filter(isGone).forEach(function (one) {
      var form = document.getElementById(one.form);
      var element = form && form.elements ? form.elements.namedItem(one.name) : null;
      if (element && (element.defaultValue === undefined || element.value === element.defaultValue)) {
        element.value = one.value;
        one.element = element;
        if (focused && focused.form === one.form && focused.name === one.name && document.activeElement === document.body) {
          element.focus();
        }
      }
    });
    forget();
  }

  function forget() {
    typed = typed.filter(function (one) { return !isGone(one); });
    unfolded = unfolded.filter(function (one) { return !isGone(one); });
  }

  function watchHands() {
    document.addEventListener('input', keepTyped);
    document.addEventListener('toggle', keepUnfolded, true);
    new MutationObserver(bringBack).observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', function (event) {
      var element = event.target;
      focused = element.form && element.name ? { form: element.form.id, name: element.name } : null;
    });
  }

  function focusMarked() {
    var wanted = document.querySelector('[data-focus-now]');
    if (wanted) {
      wanted.removeAttribute('data-focus-now');
      wanted.focus();
    }
  }

  function isTyped(element) {
    return element.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])');
  }

  /* Enter means the only one found, as from a scanner, which is faster than the answer: so it may come later. */
  function openOnly(box) {
    var wanted = box.value.trim();
    function open() {
      var list = document.querySelector('[data-hits-of]');
      if (box.value.trim() !== wanted || !list || list.dataset.hitsOf.trim() !== wanted) {
        return box.value.trim() !== wanted;
      }
      var hits = list.querySelectorAll('.hit');
      if (hits.length === 1) {
        hits[0].click();
      } else if (hits.length) {
        hits[0].focus();
      }
      return true;
    }
    if (!wanted || open()) {
      return;
    }
    var watch = new MutationObserver(function () {
      if (open()) {
        watch.disconnect();
      }
    });
    watch.observe(document.body, { childList: true, subtree: true });
  }

  /* The store: arrows walk the hits, Escape goes back to the box, a slash too, but where it is written into another field. */
  function walkHits(event) {
    var hits = Array.prototype.slice.call(document.querySelectorAll('.hit'));
    var box = document.querySelector('[data-search]');
    if (!box) {
      return;
    }
    var at = hits.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && hits.length) {
      hits[Math.min(at + 1, hits.length - 1)].focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (at === 0 ? box : hits[at - 1]).focus();
      event.preventDefault();
    } else if ((event.key === 'Escape' && document.activeElement === box)
        || ((event.key === 'Escape' || event.key === '/') && !isTyped(document.activeElement))) {
      box.focus();
      box.select();
      event.preventDefault();
    } else if (event.key === 'Enter' && document.activeElement === box) {
      event.preventDefault();
      openOnly(box);
    }
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      closeMenus(null);
    }
    walkHits(event);
  });

  /* A key that changes nothing, as the tabulator on its way through the box, searches for nothing: the card stays. */
  document.addEventListener('keyup', function (event) {
    var box = event.target;
    if (!box.matches || !box.matches('[data-search]')) {
      return;
    }
    var before = box.dataset.searched === undefined ? box.defaultValue : box.dataset.searched;
    if (before === box.value) {
      event.stopPropagation();
    } else {
      box.dataset.searched = box.value;
    }
  }, true);

  /* Pasting and input methods, as for Chinese, write without a key going up: the search listens to that alone. */
  document.addEventListener('input', function (event) {
    if (event.target.matches('[data-search]')) {
      event.target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    }
  });

  /* A till locks itself when nobody has touched it for a while. */
  function watchIdle() {
    var lock = document.querySelector('[data-idle-seconds]');
    var seconds = lock ? Number(lock.dataset.idleSeconds) : 0;
    if (!seconds) {
      return;
    }
    var timer = null;
    function touched() {
      window.clearTimeout(timer);
      timer = window.setTimeout(function () { window.location.assign(lock.href); }, seconds * 1000);
    }
    ['pointerdown', 'keydown', 'input', 'scroll'].forEach(function (sign) {
      document.addEventListener(sign, touched, { passive: true });
    });
    touched();
  }

  document.addEventListener('DOMContentLoaded', function () {
    watchIdle();
    if (window.jQuery) {
      watchCalls();
      watchHands();
    }
  });
})();
