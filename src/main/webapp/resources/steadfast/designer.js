/* The designer: a changed value or a pressed button is one edit; the page comes back changed, the focus stays. */
(function () {
  'use strict';

  var typing = null;

  var waiting = 0;

  /* Whom one looked at last; an answer that comes meanwhile is about somebody else and doesn't take it back. */
  var asked = '';

  /* What is clicked while the page is still being built is done as soon as it can be. */
  function call(command, edit) {
    var send = window[command];
    if (send) {
      send([
        { name: 'op', value: edit.op },
        { name: 'path', value: edit.path },
        { name: 'value', value: edit.value },
        { name: 'asked', value: asked }
      ]);
      return;
    }
    if (document.getElementById('program')) {
      waiting += 1;
      window.setTimeout(function () {
        waiting -= 1;
        call(command, edit);
      }, 50);
    }
  }

  function isBusy() {
    var queue = window.PrimeFaces && window.PrimeFaces.ajax && window.PrimeFaces.ajax.Queue;
    return waiting > 0 || Boolean(queue && !queue.isEmpty());
  }

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
    if (plain && isBusy()) {
      event.preventDefault();
      leave(link.href);
    }
  });

  window.addEventListener('beforeunload', function (event) {
    if (isBusy()) {
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
      window.clearTimeout(typing);
      typing = window.setTimeout(look, 300);
    }
  });

  function look() {
    call('steadfastLook', { op: '', path: '', value: '' });
  }

  document.addEventListener('click', function (event) {
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

  document.addEventListener('dragover', function (event) {
    if (dragged && event.target.closest('[draggable="true"]')) {
      event.preventDefault();
    }
  });

  document.addEventListener('drop', function (event) {
    var over = event.target.closest('[draggable="true"]');
    if (!dragged || !over || over === dragged) {
      return;
    }
    event.preventDefault();
    var rules = Array.prototype.slice.call(document.querySelectorAll('[draggable="true"]'));
    var by = rules.indexOf(over) - rules.indexOf(dragged);
    for (var step = 0; step < Math.abs(by); step += 1) {
      call('steadfastEdit', { op: by < 0 ? 'UP' : 'DOWN', path: dragged.dataset.block, value: '' });
    }
    dragged = null;
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
      open: Array.prototype.map.call(document.querySelectorAll('details.beyond[open]'), function (one) { return one.dataset.key; })
    };
  }

  function restore() {
    if (!kept) {
      return;
    }
    kept.open.forEach(function (key) {
      var one = document.querySelector('details.beyond[data-key="' + key + '"]');
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
    var update = window.PrimeFaces && window.PrimeFaces.ajax && window.PrimeFaces.ajax.Response;
    if (update) {
      var original = update.handle;
      update.handle = function () {
        keep();
        original.apply(this, arguments);
        restore();
      };
    }
  });
})();
