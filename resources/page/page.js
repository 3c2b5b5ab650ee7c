
'use strict';
(() => {
  const steps = [...document.querySelectorAll('template[data-step]')];
  const place = document.getElementById('step');
  const list = document.getElementById('steps');
  const back = document.getElementById('back');
  const next = document.getElementById('next');
  const where = document.getElementById('place');
  const theme = document.getElementById('theme');
  const texts = {};
  for (const text of document.getElementById('texts').content.children) {
    texts[text.dataset.key] = text.textContent;
  }
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

  // What was said to a question that is over, by the step that asks it.
  const over = new Map();
  let now = 0;

  const asks = step => steps[step].content.querySelector('form.question') !== null;
  const isOpen = step => !asks(step) || over.has(step);

  // The last step that no question hides.
  function limit() {
    let last = 0;
    while (last < steps.length - 1 && isOpen(last)) {
      last++;
    }
    return last;
  }

  function show(step, focus) {
    now = Math.min(Math.max(step, 0), limit());
    place.replaceChildren(steps[now].content.cloneNode(true));
    const form = place.querySelector('form.question');
    if (form) {
      ask(form, now);
    }
    refresh();
    history.replaceState(null, '', '#' + (now + 1));
    if (focus) {
      document.getElementById('page').scrollTo(0, 0);
      place.querySelector('h2').focus();
    }
  }

  function refresh() {
    const last = limit();
    back.disabled = now === 0;
    next.disabled = now >= last;
    const text = fill(texts.place, now + 1, steps.length);
    where.textContent = isOpen(now) ? text : text + '. ' + texts.lock;
    list.replaceChildren(...steps.map((step, i) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const title = step.content.querySelector('h2').textContent;
      button.type = 'button';
      button.textContent = i + 1;
      button.disabled = i > last;
      button.setAttribute('aria-label', i > last ? fill(texts.locked, i + 1) : title);
      button.title = button.getAttribute('aria-label');
      if (i === now) {
        button.setAttribute('aria-current', 'step');
      }
      button.addEventListener('click', () => show(i, true));
      item.append(button);
      return item;
    }));
  }

  function ask(form, step) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const given = answer(form, event.submitter);
      if (given !== '' && !over.has(step)) {
        judge(form, step, given);
      }
    });
    if (form.dataset.kind === 'pick') {
      pick(form);
    }
    form.addEventListener('click', event => {
      if (event.target.matches('.up')) {
        const item = event.target.closest('li');
        item.previousElementSibling?.before(item);
        event.target.focus();
      }
    });
    const hint = form.querySelector('.hint');
    const hints = form.querySelector('.hints');
    const label = () => {
      if (!hints.querySelector('[hidden]')) {
        hint.textContent = texts['question.reveal'];
      }
    };
    label();
    hint.addEventListener('click', () => {
      const more = hints.querySelector('[hidden]');
      if (more) {
        hints.hidden = false;
        more.hidden = false;
        label();
      } else {
        end(form, step, texts['question.revealed'], form.querySelector('[data-solution]'), '');
      }
    });
    if (over.has(step)) {
      const said = over.get(step);
      reply(form, said.text, true);
      close(form, said.given);
    }
  }

  function answer(form, submitter) {
    switch (form.dataset.kind) {
      case 'choose':
        return submitter ? submitter.value : '';
      case 'order':
        return [...form.querySelectorAll('[data-item]')].map(i => i.dataset.item).join(' ');
      case 'type':
        return number(form.elements.answer.value);
      default:
        return form.elements.answer.value;
    }
  }

  // Numbers are compared as numbers, however they are written: as C writes them.
  function number(text) {
    const plain = text.trim().replace(/[,_ ]/g, '');
    if (/^0x[0-9a-f]+$/i.test(plain) || /^[1-9][0-9]*$|^0$/.test(plain)) {
      return BigInt(plain).toString();
    }
    return /^0[0-7]+$/.test(plain) ? BigInt('0o' + plain).toString() : plain;
  }

  function judge(form, step, given) {
    if (form.dataset.kind === 'type' && !/^\d+$/.test(given)) {
      reply(form, texts['question.number.form'], false);
      return;
    }
    const replies = [...form.querySelectorAll('[data-answer]')];
    const said = replies.find(r => r.dataset.answer === given)
      || form.querySelector('[data-otherwise]');
    if ('right' in said.dataset) {
      end(form, step, texts['question.right'], said, given);
    } else {
      mark(form, given, false);
      reply(form, texts['question.wrong'] + ' ' + said.textContent, false);
    }
  }

  function end(form, step, head, said, given) {
    const text = (head + ' ' + said.textContent).trim();
    over.set(step, {text, given});
    reply(form, text, true);
    close(form, given);
    refresh();
  }

  function reply(form, text, right) {
    const reply = form.querySelector('.reply');
    reply.textContent = (right ? '\u2713 ' : '\u2717 ') + text;
    reply.className = 'reply ' + (right ? 'right' : 'wrong');
  }

  function close(form, given) {
    mark(form, given, true);
    form.querySelectorAll('.answers button, .answers input, .answers select').forEach(e => {
      e.disabled = true;
    });
    form.querySelector('.hint').hidden = true;
    form.querySelector('.explain').hidden = false;
    // From here on the pictures may tell the answer.
    place.querySelectorAll('template.told').forEach(told => {
      told.previousElementSibling.replaceWith(told.content.cloneNode(true));
      told.remove();
    });
  }

  function mark(form, given, right) {
    form.querySelectorAll('.choice').forEach(choice => {
      choice.classList.toggle('right', right && choice.value === given);
      choice.classList.toggle('wrong', !right && choice.value === given);
    });
  }

  // A thing is chosen by a click on it or on what belongs to it.
  function pick(form) {
    const picture = place.querySelector('figure svg');
    const select = form.elements.answer;
    const things = new Set([...select.options].map(o => o.value).filter(v => v !== ''));
    picture.classList.add('picking');
    const outline = () => picture.querySelectorAll('[id]').forEach(e => {
      e.classList.toggle('picked', e.id === select.value);
    });
    select.addEventListener('change', outline);
    picture.addEventListener('click', event => {
      for (let e = event.target.closest('[id]'); e; e = e.parentElement?.closest('[id]')) {
        let id = e.id.replace(/^(gfn[0-9a-f]+)@\d/, '$1');
        while (id !== '' && !things.has(id)) {
          id = id.slice(0, Math.max(id.lastIndexOf('/'), 0));
        }
        if (id !== '' && !select.disabled) {
          select.value = id;
          outline();
          return;
        }
      }
    });
  }

  const isDark = () => document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

  function dress() {
    theme.textContent = isDark() ? texts.light : texts.dark;
  }

  function turn() {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    dress();
  }

  back.addEventListener('click', () => show(now - 1, true));
  next.addEventListener('click', () => show(now + 1, true));
  theme.addEventListener('click', turn);
  document.addEventListener('click', event => {
    if (event.target.closest?.('a.term')) {
      document.getElementById('words').open = true;
    }
  });
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey
        || event.target.closest?.('input, select, textarea')) {
      return;
    }
    const go = {
      ArrowRight: () => show(now + 1, true),
      ArrowLeft: () => show(now - 1, true),
      Home: () => show(0, true),
      End: () => show(limit(), true),
      t: turn,
    }[event.key];
    if (go) {
      event.preventDefault();
      go();
    }
  });
  dress();
  show(0, false);
})();
