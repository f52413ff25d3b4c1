/* The designer: a changed value or a pressed button is one edit; the page comes back changed, the focus stays. */
(function () {
  'use strict';

  var typing = null;

  var waiting = 0;

  /* The session ended; the way leads to the sign-in page. */
  var gone = false;

  /* Whom one looked at last; an answer that comes meanwhile is about somebody else and doesn't take it back. */
  var asked = '';

  /* Edits that the server hasn't answered yet, the oldest first: kept by the browser too, so that a refresh, a session
     that ended or a lost connection takes none of them. One is sent at a time, with the draft's version it was made on. */
  var unsent = [];
  var flying = false;
  var again = null;

  /* The page is about to go: what is answered from now on it may not show any more, and the next page may have been made before.
     What is kept for that page stays kept; the server does no edit twice. */
  var leaving = false;

  function bar() {
    return document.getElementById('unsent');
  }

  function place() {
    return bar() ? 'steadfast-unsent ' + bar().dataset.keep : '';
  }

  function note() {
    if (unsent.length) {
      window.sessionStorage.setItem(place(), JSON.stringify(unsent));
    } else {
      window.sessionStorage.removeItem(place());
    }
    park(tab(), unsent);
  }

  /* A tab that is closed takes its own store with it, so what it keeps stands in the browser's too, by tab. What another tab left
     there, and what the server wouldn't take, is offered and never sent by itself. Each edit keeps its name and the version
     it was made on: the server makes none twice, and asks where somebody else was faster. */
  var REFUSED = 'refused';
  var OLD = 30 * 24 * 3600 * 1000;

  function tab() {
    var own = window.sessionStorage.getItem('steadfast-tab');
    if (!own) {
      own = Date.now().toString(36) + Math.random().toString(36).slice(2);
      window.sessionStorage.setItem('steadfast-tab', own);
    }
    return own;
  }

  function shelf(from) {
    return 'steadfast-parked ' + bar().dataset.keep + ' ' + from;
  }

  function park(from, edits) {
    try {
      if (edits.length) {
        window.localStorage.setItem(shelf(from), JSON.stringify({ at: Date.now(), edits: edits }));
      } else {
        window.localStorage.removeItem(shelf(from));
      }
    } catch (full) {
      /* Without room it is kept by this tab alone. */
    }
  }

  /* What is parked for this draft by others than this tab. */
  function parked() {
    var all = [];
    Object.keys(window.localStorage).forEach(function (key) {
      if (!bar() || key.indexOf(shelf('')) !== 0 || key === shelf(tab())) {
        return;
      }
      try {
        var one = JSON.parse(window.localStorage.getItem(key));
        if (Date.now() - one.at > OLD) {
          window.localStorage.removeItem(key);
        } else {
          all.push({ key: key, edits: one.edits });
        }
      } catch (unreadable) {
        window.localStorage.removeItem(key);
      }
    });
    return all;
  }

  function offer() {
    var note = document.getElementById('parked');
    if (!note) {
      return;
    }
    var edits = parked().reduce(function (all, one) { return all.concat(one.edits); }, []);
    note.hidden = !edits.length;
    note.querySelector('[data-parked-count]').textContent = note.dataset[edits.length === 1 ? 'one' : 'many'].replace('{count}', edits.length);
    note.querySelector('[data-parked-values]').textContent = edits
      .map(function (edit) { return edit.value; })
      .filter(function (value) { return value; })
      .slice(-5)
      .map(function (value) { return '\u201c' + (value.length > 60 ? value.slice(0, 60) + '\u2026' : value) + '\u201d'; })
      .join(' ');
  }

  /* Takes it off the shelf, to be sent after what this tab has to send, or for good. */
  function settleParked(take) {
    parked().forEach(function (one) {
      window.localStorage.removeItem(one.key);
      if (take) {
        unsent = unsent.concat(one.edits);
      }
    });
    note();
    offer();
    pump();
  }

  /* The server wouldn't take it: kept, with what would have followed. */
  function refuse() {
    var before = [];
    try {
      before = JSON.parse(window.localStorage.getItem(shelf(REFUSED)) || '{"edits":[]}').edits;
    } catch (unreadable) {
      before = [];
    }
    park(REFUSED, before.concat(unsent));
    unsent = [];
    note();
    offer();
  }

  function call(command, edit) {
    if (command === 'steadfastEdit') {
      unsent.push(named(edit));
      note();
      pump();
    } else {
      send(command, edit);
    }
  }

  /* By its name the server knows an edit that comes once more. */
  function named(edit) {
    return { op: edit.op, path: edit.path, value: edit.value, name: Date.now().toString(36) + Math.random().toString(36).slice(2) };
  }

  /* What is clicked while the page is still being built is done as soon as it can be: when the form may speak to the server. */
  function send(command, edit) {
    var to = window[command];
    if (to && document.querySelector('#program input[name="primefaces.nonce"]')) {
      to([
        { name: 'op', value: edit.op },
        { name: 'path', value: edit.path },
        { name: 'value', value: edit.value },
        { name: 'edit-name', value: edit.name || '' },
        { name: 'asked', value: asked }
      ]);
    } else if (bar()) {
      waiting += 1;
      window.setTimeout(function () {
        waiting -= 1;
        send(command, edit);
      }, 50);
    }
  }

  function pump() {
    var version = document.querySelector('input[name="version"]');
    if (flying || !unsent.length || !version) {
      return;
    }
    flying = true;
    window.clearTimeout(again);
    unsent[0].version = unsent[0].version || version.value;
    version.value = unsent[0].version;
    note();
    send('steadfastEdit', unsent[0]);
  }

  /* No answer, or one that the server couldn't mean: sent again. What it fails at thrice isn't sent a fourth time by itself. */
  var TRIES = 3;
  var broken = 0;

  function answered(status, redirected) {
    var edit = unsent[0];
    broken = status >= 500 && status < 502 ? broken + 1 : 0;
    var lost = redirected || !status || (status >= 500 && broken < TRIES);
    flying = false;
    if (!lost && edit && status >= 400) {
      broken = 0;
      refuse();
    } else if (!lost && edit) {
      broken = 0;
      unsent.shift();
      if (!leaving) {
        note();
      }
    }
    if (bar()) {
      bar().hidden = !lost || redirected;
    }
    if (!lost) {
      pump();
    } else if (!redirected) {
      again = window.setTimeout(pump, 5000);
    }
  }

  window.addEventListener('online', function () { pump(); });

  /* What was typed and not left yet counts as changed when the page goes. */
  window.addEventListener('pagehide', function () {
    var field = document.activeElement;
    if (bar() && field && field.matches('input[data-edit], textarea[data-edit]') && changed(field)) {
      unsent.push(named(editOf(field)));
      note();
    }
  });

  function changed(field) {
    return field.value !== (field.dataset.sent !== undefined ? field.dataset.sent : field.defaultValue);
  }

  function goOn() {
    try {
      unsent = JSON.parse(window.sessionStorage.getItem(place()) || '[]').concat(unsent);
    } catch (unreadable) {
      window.sessionStorage.removeItem(place());
    }
    pump();
    /* A tab that is open sends its own meanwhile. */
    window.setTimeout(offer, 1500);
  }

  function isBusy() {
    var queue = window.PrimeFaces && window.PrimeFaces.ajax && window.PrimeFaces.ajax.Queue;
    return waiting > 0 || unsent.length > 0 || held.length > 0 || Boolean(queue && !queue.isEmpty());
  }

  /* While the mouse is down on something, nothing that comes back replaces it: else the click would be lost with it. What comes
     waits its turn and is shown as soon as the button is up and the click is made. */
  var PRESSED = 'a, button, summary, label, [draggable="true"], .grip';
  var pressed = false;
  var held = [];

  function whenUp(work) {
    if (pressed) {
      held.push(work);
    } else {
      work();
    }
  }

  function release() {
    pressed = false;
    /* The click comes right after the button is up. */
    window.setTimeout(function () {
      while (!pressed && held.length) {
        held.shift()();
      }
    }, 0);
  }

  document.addEventListener('pointerdown', function (event) {
    /* A list of choices takes the mouse to itself: nobody would say when the button is up. */
    pressed = event.button === 0 && !event.target.closest('select') && Boolean(event.target.closest(PRESSED));
  }, true);

  document.addEventListener('pointermove', function (event) {
    if (pressed && event.pointerType === 'mouse' && event.buttons === 0) {
      release();
    }
  }, true);

  document.addEventListener('dragstart', function () { pressed = true; }, true);

  ['pointerup', 'pointercancel', 'dragend'].forEach(function (end) {
    document.addEventListener(end, release, true);
  });

  window.addEventListener('blur', release);

  /* Nobody leaves before the last edit is kept. */
  function leave(address) {
    if (isBusy()) {
      window.setTimeout(function () { leave(address); }, 30);
    } else {
      window.location.assign(address);
    }
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href]');
    var plain = link && !link.target && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (plain && isBusy() && bar() && bar().hidden) {
      event.preventDefault();
      leave(link.href);
    }
  });

  window.addEventListener('beforeunload', function (event) {
    leaving = true;
    /* Somebody stayed after all, or only took a file. */
    window.setTimeout(function () {
      leaving = false;
      note();
    }, 5000);
    if (isBusy() && bar() && bar().hidden && !gone) {
      event.preventDefault();
    }
  });

  function editOf(field) {
    return { op: field.dataset.edit, path: field.dataset.path, value: field.value };
  }

  document.addEventListener('change', function (event) {
    var field = event.target;
    if (field.matches('[data-edit]')) {
      window.clearTimeout(typing);
      field.dataset.sent = field.value;
      call('steadfastEdit', editOf(field));
    }
  });

  /* What a program is for suggests its kind; one may choose another. */
  document.addEventListener('change', function (event) {
    var goal = event.target;
    var kind = goal.name === 'goal' && document.querySelector('input[name="kind"][value="' + goal.dataset.kind + '"]');
    if (kind) {
      kind.checked = true;
    }
  });

  /* A file is read here and sent as text. */
  document.addEventListener('change', function (event) {
    var into = event.target.dataset && event.target.dataset.fileInto;
    if (into && event.target.files.length) {
      event.target.files[0].text().then(function (text) {
        document.getElementById(into).value = text;
      });
    }
  });

  /* While somebody types, what a member gets follows; nothing is kept before the value is left. */
  document.addEventListener('input', function (event) {
    var field = event.target;
    if (field.matches('input[data-edit], textarea[data-edit]')) {
      window.clearTimeout(typing);
      typing = window.setTimeout(function () { call('steadfastLook', editOf(field)); }, 350);
    } else if (field.matches('[data-look]')) {
      asked = field.dataset.asks && field.value ? field.dataset.asks : asked;
      window.clearTimeout(typing);
      typing = window.setTimeout(look, 300);
    }
  });

  function look() {
    call('steadfastLook', { op: '', path: '', value: '' });
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-send-again]')) {
      pump();
      return;
    }
    var own = event.target.closest('[data-parked]');
    if (own) {
      settleParked(own.dataset.parked === 'apply');
      return;
    }
    var as = event.target.closest('[data-as]');
    if (as) {
      asked = as.dataset.as;
      look();
      return;
    }
    var button = event.target.closest('[data-act]');
    if (button && button.dataset.off !== 'true') {
      call('steadfastEdit', { op: button.dataset.act, path: button.dataset.path, value: button.dataset.value });
    }
  });

  document.addEventListener('keydown', function (event) {
    var field = event.target;
    if (event.key === 'Enter' && field.matches('input[data-edit], input[data-look]')) {
      event.preventDefault();
      field.blur();
      field.focus();
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !field.matches('input, textarea')) {
      event.preventDefault();
      call('steadfastEdit', { op: event.shiftKey ? 'REDO' : 'UNDO', path: '', value: '' });
    }
  });

  /* Rules are dragged to their place; the arrows behind the three dots do the same by keyboard. */
  var dragged = null;

  document.addEventListener('dragstart', function (event) {
    dragged = event.target.closest && event.target.closest('[data-block]');
  });

  function marked(place) {
    document.querySelectorAll('.drop-here').forEach(function (one) { one.classList.remove('drop-here'); });
    if (place && place !== dragged) {
      place.classList.add('drop-here');
    }
  }

  document.addEventListener('dragover', function (event) {
    var over = event.target.closest && event.target.closest('[draggable="true"]');
    if (dragged && over) {
      event.preventDefault();
    }
    marked(dragged ? over : null);
  });

  document.addEventListener('dragend', function () {
    marked(null);
    dragged = null;
  });

  document.addEventListener('drop', function (event) {
    var over = event.target.closest('[draggable="true"]');
    if (!dragged || !over || over === dragged) {
      return;
    }
    event.preventDefault();
    marked(null);
    var rules = Array.prototype.slice.call(document.querySelectorAll('[draggable="true"]'));
    var by = rules.indexOf(over) - rules.indexOf(dragged);
    for (var step = 0; step < Math.abs(by); step += 1) {
      call('steadfastEdit', { op: by < 0 ? 'UP' : 'DOWN', path: dragged.dataset.block, value: '' });
    }
    dragged = null;
  });

  /* A ladder's step is dragged up and down; arrows, page keys, home and end do the same. Its square root stands for the threshold. */
  var HEIGHT = 100;
  var PIXELS = 1.4;
  var moving = null;
  var settling = null;

  function figure(grip, value) {
    var digits = Number(grip.dataset.digits);
    var options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    if (grip.dataset.currency) {
      options.style = 'currency';
      options.currency = grip.dataset.currency;
    }
    return new Intl.NumberFormat(document.documentElement.lang, options).format(value / Math.pow(10, digits));
  }

  /* Steps that people would type: 5 of 350, 50 of 1,000, whole units at least. */
  function unit(grip, value) {
    var one = Math.pow(10, Number(grip.dataset.digits));
    return Math.max(one, Math.pow(10, Math.floor(Math.log10(Math.max(value, 1)))) / 20);
  }

  function within(grip, value) {
    return Math.min(Number(grip.getAttribute('aria-valuemax')), Math.max(Number(grip.getAttribute('aria-valuemin')), Math.round(value)));
  }

  function lift(grip, value) {
    var step = grip.closest('.step');
    var scale = Number(grip.dataset.scale);
    var shown = step.querySelector('.rung-from');
    shown.dataset.words = shown.dataset.words || shown.textContent.replace(figure(grip, now(grip)), '{figure}');
    grip.setAttribute('aria-valuenow', value);
    shown.textContent = shown.dataset.words.replace('{figure}', figure(grip, value));
    grip.setAttribute('aria-valuetext', shown.textContent);
    step.style.setProperty('--at', Math.min(HEIGHT, HEIGHT * Math.sqrt(value / scale)));
  }

  /* Where the page says that each step stands. */
  function stand() {
    document.querySelectorAll('.step[data-at]').forEach(function (step) { step.style.setProperty('--at', step.dataset.at); });
  }

  function now(grip) {
    return Number(grip.getAttribute('aria-valuenow'));
  }

  function rungEdit(grip) {
    var digits = Number(grip.dataset.digits);
    return { op: grip.dataset.op, path: grip.dataset.rungPath, value: (now(grip) / Math.pow(10, digits)).toFixed(digits) };
  }

  function settle(grip) {
    window.clearTimeout(settling);
    if (grip.dataset.from !== undefined && grip.dataset.from !== grip.getAttribute('aria-valuenow')) {
      call('steadfastEdit', rungEdit(grip));
    }
    delete grip.dataset.from;
  }

  function begin(grip) {
    grip.dataset.from = grip.dataset.from === undefined ? grip.getAttribute('aria-valuenow') : grip.dataset.from;
  }

  document.addEventListener('pointerdown', function (event) {
    var grip = event.target.closest('.grip');
    if (grip && event.button === 0) {
      event.preventDefault();
      grip.focus();
      begin(grip);
      moving = { grip: grip, y: event.clientY, at: HEIGHT * Math.sqrt(now(grip) / Number(grip.dataset.scale)) };
      grip.setPointerCapture(event.pointerId);
      grip.closest('.step').classList.add('moving');
    }
  });

  document.addEventListener('pointermove', function (event) {
    if (moving) {
      var at = Math.min(HEIGHT, Math.max(0, moving.at + (moving.y - event.clientY) / PIXELS)) / HEIGHT;
      var value = Number(moving.grip.dataset.scale) * at * at;
      var by = unit(moving.grip, value);
      lift(moving.grip, within(moving.grip, Math.round(value / by) * by));
    }
  });

  ['pointerup', 'pointercancel'].forEach(function (end) {
    document.addEventListener(end, function () {
      if (moving) {
        moving.grip.closest('.step').classList.remove('moving');
        settle(moving.grip);
        moving = null;
      }
    });
  });

  var KEYS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

  document.addEventListener('keydown', function (event) {
    var grip = event.target.closest('.grip');
    if (grip && KEYS[event.key]) {
      event.preventDefault();
      begin(grip);
      lift(grip, within(grip, now(grip) + KEYS[event.key] * unit(grip, now(grip))));
      window.clearTimeout(settling);
      settling = window.setTimeout(function () { settle(grip); }, 700);
    }
  });

  document.addEventListener('focusout', function (event) {
    if (event.target.matches('.grip')) {
      settle(event.target);
    }
  });

  /* What is replaced is found again by what it says of itself: where one was, what one typed, what was open. */
  var kept = null;

  function mark(element) {
    if (!element || !element.dataset) {
      return null;
    }
    if (element.id) {
      return '#' + CSS.escape(element.id);
    }
    if (element.dataset.path !== undefined) {
      var kind = element.dataset.edit ? 'data-edit' : 'data-act';
      var own = element.dataset.edit || element.dataset.act;
      return '[' + kind + '="' + own + '"][data-path="' + element.dataset.path + '"]' +
        (element.dataset.value ? '[data-value="' + CSS.escape(element.dataset.value) + '"]' : '');
    }
    return element.dataset.as ? '[data-as="' + CSS.escape(element.dataset.as) + '"]' : null;
  }

  function keep() {
    var now = document.activeElement;
    var box = now && now.matches('input[data-edit], textarea[data-edit], [data-look]');
    var known = box && now.dataset.sent !== undefined ? now.dataset.sent : box && now.defaultValue;
    kept = {
      where: mark(now),
      typed: box && now.value !== known ? now.value : null,
      from: box ? now.selectionStart : null,
      to: box ? now.selectionEnd : null,
      open: Array.prototype.map.call(document.querySelectorAll('details[data-key][open]'), function (one) { return one.dataset.key; })
    };
  }

  /* On a narrow screen the sections lie in a row that scrolls: the one that is worked on is in sight. */
  function showSection() {
    var now = document.querySelector('.sections a.now');
    var row = now && now.parentElement;
    if (row && row.scrollWidth > row.clientWidth) {
      var own = now.getBoundingClientRect();
      var around = row.getBoundingClientRect();
      row.scrollLeft += own.left - around.left - (around.width - own.width) / 2;
    }
  }

  function restore() {
    showSection();
    if (!kept) {
      return;
    }
    kept.open.forEach(function (key) {
      var one = document.querySelector('details[data-key="' + key + '"]');
      if (one) {
        one.setAttribute('open', '');
      }
    });
    var field = kept.where ? document.querySelector(kept.where) : null;
    if (field && field !== document.activeElement) {
      field.focus({ preventScroll: true });
    }
    if (field && kept.typed !== null) {
      field.value = kept.typed;
    }
    if (field && kept.from !== null && field.setSelectionRange) {
      field.setSelectionRange(kept.from, kept.to);
    }
    kept = null;
  }

  /* The three dots of the thing just added are where one goes on. */
  document.addEventListener('DOMContentLoaded', function () {
    if (!window.jQuery || !document.getElementById('program')) {
      return;
    }
    stand();
    showSection();
    /* After a failure the last event no longer has the call itself, only its error's words. */
    var failed = null;
    window.jQuery(document).on('pfAjaxError', function (event, xhr, settings) {
      failed = settings && settings.source === 'edit' ? xhr.status : null;
    }).on('pfAjaxComplete', function (event, xhr, settings, args) {
      if (settings && settings.source === 'edit') {
        var status = failed === null ? xhr.status : failed;
        failed = null;
        whenUp(function () {
          gone = gone || Boolean(args && args.redirect);
          answered(status, Boolean(args && args.redirect));
        });
      }
    });
    goOn();
    var update = window.PrimeFaces && window.PrimeFaces.ajax && window.PrimeFaces.ajax.Response;
    if (update) {
      var original = update.handle;
      update.handle = function () {
        var self = this;
        var answer = arguments;
        whenUp(function () {
          keep();
          original.apply(self, answer);
          stand();
          restore();
        });
      };
    }
  });
})();
