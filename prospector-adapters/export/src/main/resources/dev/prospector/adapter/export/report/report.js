const state = { query: '', tiers: new Set(), readiness: '', sort: 'best' };
const shownCards = rows.slice(0, run.cards);
const restRows = rows.slice(run.cards);
const elements = new Map();

const badge = tier => el('span', { class: 'badge t-' + tier }, say(tier));

function top() {
  const box = document.getElementById('top');
  box.append(el('p', {}, say('from', run.lists.join(', ')) + ' · ' + say('summary-line', number(run.leads), number(run.claims))),
    el('button', { type: 'button', class: 'theme', 'aria-label': say('theme'), title: say('theme'), onclick: turn }, '◐'));
  document.querySelector('.skip').textContent = say('skip');
}

function turn() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

function figure(title, ...content) {
  return el('figure', { class: 'panel' }, el('figcaption', {}, title), ...content);
}

function summary() {
  const legend = el('ul', { class: 'legend' }, TIERS.filter(t => run.tiers[t]).map(tier =>
    el('li', {}, badge(tier), el('b', {}, number(run.tiers[tier])), el('span', {}, say('tier-' + tier)))));
  const ready = run.readiness.READY || 0;
  const tiles = el('div', { class: 'tiles' },
    ...run.worth.map(sum => tile(money(sum.low, sum.high, sum.currency), say('worth'), 'wide')),
    tile(number(ready), say('ready-now')),
    tile(number(run.claims), say('quoted-facts')),
    run.failed ? tile(number(run.failed), say('failed-leads')) : '');
  const wanted = Object.entries(run.decisive).sort((a, b) => b[1] - a[1]);
  const most = Math.max(1, ...wanted.map(pair => pair[1]));
  const helps = el('ul', { class: 'bars' }, wanted.map(([kind, count]) => el('li', {}, el('span', {}, say(kind)),
    svg('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { width: 100 * count / most, height: 8, rx: 2, class: 'bar' })), el('b', {}, number(count)))));
  document.getElementById('summary').replaceChildren(
    figure(say('tiers'), el('div', { class: 'ring-box' }, ring(run.tiers), legend)),
    figure(say('spread'), spread(), el('p', { class: 'hint' }, say(run.leads <= 40 ? 'spread-hint' : 'histogram-hint'))),
    figure(say('at-a-glance'), tiles, wanted.length ? el('h3', {}, say('would-help')) : '', helps));
}

const tile = (value, label, width) => el('div', { class: 'tile ' + (width || '') }, el('b', {}, value), el('span', {}, label));

function tools() {
  const select = (name, options) => el('label', {}, say(name), el('select', { onchange: event => {
    state[name] = event.target.value;
    show();
  } }, options.map(option => el('option', { value: option }, say(option || 'all')))));
  const chips = TIERS.filter(tier => run.tiers[tier]).map(tier => el('button', { type: 'button', class: 'chip t-' + tier, 'aria-pressed': 'false',
    onclick: event => {
      const on = !state.tiers.has(tier);
      on ? state.tiers.add(tier) : state.tiers.delete(tier);
      event.currentTarget.setAttribute('aria-pressed', on);
      show();
    } }, say(tier)));
  document.getElementById('tools').append(
    el('input', { type: 'search', placeholder: say('search'), 'aria-label': say('search'), oninput: event => {
      state.query = event.target.value.trim().toLowerCase();
      show();
    } }),
    el('div', { class: 'chips', role: 'group', 'aria-label': say('tiers') }, chips),
    select('readiness', ['', ...Object.keys(run.readiness).filter(r => run.readiness[r])]),
    select('sort', ['best', 'name', 'worth-most', 'best-known', 'input']),
    el('span', { id: 'count', role: 'status' }));
}

const ORDER = {
  'best': (a, b) => rows.indexOf(a) - rows.indexOf(b),
  'name': (a, b) => a.name.localeCompare(b.name, lang),
  'worth-most': (a, b) => (Number(b.worthHigh) || 0) - (Number(a.worthHigh) || 0),
  'best-known': (a, b) => (b.known || 0) - (a.known || 0),
  'input': (a, b) => a.n - b.n
};

function matches(row) {
  const text = [row.name, row.domain, row.place, country(row.country), row.industry, row.email, row.person, row.next, ...row.points.map(point => point.text)].join(' ').toLowerCase();
  return (!state.query || text.includes(state.query)) && (!state.tiers.size || state.tiers.has(row.tier))
    && (!state.readiness || row.readiness === state.readiness);
}

function show() {
  const chosen = shownCards.filter(matches);
  const ordered = state.sort === 'best' ? chosen : chosen.sort(ORDER[state.sort]);
  document.getElementById('leads').replaceChildren(...ordered.map(cardOf),
    ordered.length ? '' : el('p', { class: 'nothing' }, say('nothing')));
  const others = restRows.filter(matches);
  document.getElementById('count').textContent = say('count', number(ordered.length + others.length), number(run.leads));
  rest(others);
}

function cardOf(row) {
  if (!elements.has(row.n)) elements.set(row.n, card(row));
  return elements.get(row.n);
}

/** What is there without a script gets its picture, its quotes in their pages, and its buttons. */
function card(row) {
  const article = document.getElementById('card-' + row.n);
  article.querySelector('h2').textContent = calm(row.name);
  article.querySelector('.badge').after(range(row.low, row.high, row.value, row.tier, true, row));
  if (row.worthHigh) article.querySelector('.next').append(el('span', { class: 'worth' }, money(row.worthLow, row.worthHigh, row.currency)));
  const details = article.querySelector('.all-facts');
  details.addEventListener('toggle', () => fill(row, details.querySelector('.body')));
  article.querySelectorAll('.copy').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  });
  return article;
}

/** Copies the words beside a button; where that is not allowed they are marked, to be copied by hand. */
function copy(button) {
  const words = button.parentNode.querySelector('.words');
  const done = () => {
    button.textContent = '✓ ' + say('copied');
    setTimeout(() => button.textContent = say('copy'), 2000);
  };
  const mark = () => {
    getSelection().selectAllChildren(words);
    if (document.execCommand('copy')) done();
  };
  navigator.clipboard ? navigator.clipboard.writeText(words.textContent).then(done, mark) : mark();
}

function fill(row, body) {
  if (body.dataset.filled) return;
  body.dataset.filled = 'yes';
  body.replaceChildren();
  const lead = read('lead-' + row.n);
  const verdict = lead.sections.qualification;
  if (verdict && verdict.factors) body.append(factors(lead, verdict, row));
  const all = inOrder(lead.sections).map(([name, section]) => [name, factsOf(section)]);
  conflicts(lead, all, body);
  const columns = el('div', { class: 'columns' });
  body.append(columns);
  for (const [name, facts] of all) {
    const known = facts.filter(fact => fact.node.state !== 'UNKNOWN' && fact.node.state !== 'CONTRADICTED');
    if (known.length) columns.append(el('section', {}, el('h3', {}, say(name)), factList(lead, known)));
  }
  unknowns(all, verdict, body);
  remarks(lead, body);
}

/** What a salesperson looks for first comes first; a host's own sections come last. */
function inOrder(sections) {
  const first = ['company_profile', 'contact_details', 'registration', 'intake', 'technology'];
  const place = name => first.includes(name) ? first.indexOf(name) : first.length;
  return Object.entries(sections).filter(([name, section]) => section && !NOT_LISTED.includes(name)).sort((a, b) => place(a[0]) - place(b[0]));
}

function factors(lead, verdict, row) {
  const bars = verdict.factors.map(factor => el('li', {},
    el('span', { class: 'kind' }, say(factor.kind), el('small', {}, percent(factor.weight))),
    range(factor.value.low, factor.value.high, null, row.tier, false),
    el('span', { class: 'reason' }, factor.reason, ' ', quotes(lead, factor.evidence.flatMap(e => e.claims)) || '')));
  return el('section', {}, el('h3', {}, say('factors')), el('ul', { class: 'factors' }, bars));
}

function conflicts(lead, all, body) {
  const facts = all.flatMap(([, found]) => found).filter(fact => fact.node.state === 'CONTRADICTED');
  if (facts.length) body.append(el('section', { class: 'conflicts' }, el('h3', {}, say('contradictions')), factList(lead, facts)));
}

function unknowns(all, verdict, body) {
  const names = [...new Set(all.flatMap(([, facts]) => facts).filter(fact => fact.node.state === 'UNKNOWN').map(fact => labelOf(fact.label)))];
  const decisive = verdict && verdict.decisive;
  if (!names.length && !decisive) return;
  body.append(el('section', { class: 'unknowns' }, el('h3', {}, say('unknown')),
    decisive ? el('p', {}, el('strong', {}, say('moves-most', say(decisive)))) : '',
    el('p', {}, names.slice(0, 30).map(name => el('span', { class: 'tag' }, name)))));
}

function remarks(lead, body) {
  const items = [...lead.steps.map(step => say(step.state) + ': ' + say(step.step) + (step.reason ? ' – ' + step.reason : '')), ...lead.notes,
    ...((lead.sections.website || {}).unread || []).map(page => page.url + ' – ' + page.reason)];
  if (items.length) body.append(el('section', {}, el('h3', {}, say('remarks')), el('ul', { class: 'remarks' }, items.map(item => el('li', {}, item)))));
  body.append(el('p', { class: 'origin' }, lead.id + ' · ' + say('from', lead.source.list + (lead.source.row ? ':' + lead.source.row : ''))));
}

function rest(others) {
  const box = document.getElementById('rest');
  box.replaceChildren();
  const hidden = run.leads - rows.length;
  if (!restRows.length && !hidden) return;
  const table = el('table', {}, el('thead', {}, el('tr', {}, ['name', 'tier', 'score', 'place', 'next-step'].map(name => el('th', { scope: 'col' }, say(name))))),
    el('tbody', {}, others.slice(0, 500).map(row => el('tr', {}, el('td', {}, calm(row.name)), el('td', {}, badge(row.tier)),
      el('td', {}, range(row.low, row.high, row.value, row.tier, false)), el('td', {}, [calm(row.place), country(row.country)].filter(Boolean).join(', ')), el('td', {}, row.next)))));
  box.append(el('h2', {}, say('more-leads')), el('p', {}, say('more-note', number(run.cards), number(restRows.length), number(hidden))), table);
}

top();
summary();
tools();
show();
document.getElementById('foot').append(el('p', {}, say('foot')));
document.getElementById('source').addEventListener('click', event => event.target.id === 'source' && event.target.close());
addEventListener('beforeprint', () => document.querySelectorAll('#leads .part').forEach(part => part.open = true));
addEventListener('beforeprint', () => document.querySelectorAll('#leads .all-facts').forEach((details, i) => {
  if (i < 50) {
    fill(shownCards.find(row => elements.get(row.n) === details.closest('.card')), details.querySelector('.body'));
    details.open = true;
  }
}));
