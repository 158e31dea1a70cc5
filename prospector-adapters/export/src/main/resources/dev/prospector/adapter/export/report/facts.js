/** What needs a place of its own, or says nothing to people. */
const NOT_LISTED = ['qualification', 'scores', 'external_intelligence', 'pain_points', 'buying_triggers', 'intent_signals', 'persona', 'value_propositions',
  'strategic_questions', 'strategy_options', 'strategy_evaluation', 'action_plan', 'approach_plan', 'objections', 'messages', 'briefing', 'route'];
const NOT_FACTS = ['rows', 'pages', 'text', 'response', 'regions', 'likely', 'implied', 'verdict', 'lookup', 'language'];

/** From this confidence on a fact is shown without its bar. */
const SURE = 0.75;

/** Collects the facts of a section, whatever its form. */
function factsOf(section) {
  const found = [];
  walk(section, [], found, {});
  for (const fact of found.filter(fact => !isFragment(fact))) {
    const words = section[fact.label.at(-1) + '_label'];
    if (fact.label.length === 1 && words && fact.node.state === 'KNOWN') fact.node = { ...fact.node, value: words };
  }
  return found.filter(fact => !isFragment(fact));
}

function walk(node, path, found, beside) {
  if (Array.isArray(node)) {
    node.forEach(item => walk(item, path, found, {}));
  } else if (node && typeof node === 'object') {
    if (typeof node.state === 'string' && (node.claims || node.sides || Object.keys(node).length === 1)) {
      found.push({ label: path, node, tags: tagsOf(beside) });
      return;
    }
    for (const [name, value] of Object.entries(node)) {
      if (value && typeof value === 'object' && !NOT_FACTS.includes(name)) {
        walk(value, Array.isArray(value) || !isWrapped(node) || !path.length ? [...path, name] : path, found, path.length ? node : {});
      }
    }
  }
}

/** Whether an object is one fact with some words about it, such as an address with its kind. */
const isWrapped = node => Object.values(node).filter(v => v && typeof v === 'object' && v.state).length === 1;

function tagsOf(beside) {
  const tags = [];
  for (const [name, value] of Object.entries(beside)) {
    if (value === true) tags.push(say(name));
    else if (typeof value === 'string' && value && (isCode(value) || name === 'carrier' || name === 'version')) tags.push(isCode(value) ? say(value) : value);
    else if (Array.isArray(value)) value.filter(v => typeof v === 'string').forEach(v => tags.push(isCode(v) ? say(v) : v));
  }
  return [...new Set(tags)].slice(0, 4);
}

/** Names of the inner form of a fact, which say less than what the fact is about. */
const FORM = ['number', 'name', 'url', 'address', 'place', 'value'];

function labelOf(path) {
  const telling = path.filter(part => !FORM.includes(part));
  return say(telling.at(-1) || path.at(-1));
}

/** A street without a town, or a town alone, is a fragment rather than an address. */
const isFragment = fact => fact.label.includes('addresses') && fact.node.state === 'KNOWN'
  && !(fact.node.value && fact.node.value.street && (fact.node.value.city || fact.node.value.postal_code));

function shown(value) {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'object') return Object.values(value).map(shown).filter(text => text && text !== '–').join(', ');
  const text = String(value);
  return isCode(text) && Object.hasOwn(dictionary, text) ? say(text) : text;
}

function valueNode(path, value) {
  const text = shown(value);
  const name = path.join('.');
  if (/email/.test(name)) return link('mail', text);
  if (/phone/.test(name)) return link('tel', text);
  if (/url|website|profiles/.test(name)) return link('web', text);
  if (/size$/.test(name)) return document.createTextNode(say('size-' + value));
  if (/country/.test(name)) return document.createTextNode(country(text));
  return document.createTextNode(/name|city|state|place|address|customers/.test(name) ? calm(text) : text);
}

/** A button that shows the quotes behind something. */
function quotes(card, numbers) {
  if (!numbers || !numbers.length) return null;
  const claim = card.claims[numbers[0]];
  return el('span', { class: 'quoted' },
    el('button', { type: 'button', class: 'quote', 'aria-haspopup': 'dialog', title: claim.quote.slice(0, 300),
      onclick: event => showSource(card, numbers, 0, event.currentTarget) },
    '❝ ', numbers.length === 1 ? say('quote') : say('quotes', numbers.length)),
    el('q', { class: 'print-only' }, claim.quote.slice(0, 160)));
}

function side(card, path, known) {
  return el('div', { class: 'side' }, el('span', { class: 'value' }, valueNode(path, known.value)),
    known.confidence < SURE ? meter(known.confidence) : '', quotes(card, known.claims));
}

function factRow(card, fact) {
  const { label, node, tags } = fact;
  const value = el('dd', {});
  if (node.state === 'KNOWN') value.append(side(card, label, node));
  if (node.state === 'ABSENT') value.append(el('div', { class: 'side' }, el('em', {}, say('ABSENT')), quotes(card, node.claims) || ''));
  if (node.state === 'CONTRADICTED') {
    value.append(el('strong', { class: 'conflict' }, '≠ ' + say('CONTRADICTED')), ...node.sides.map(s => side(card, label, s)));
  }
  if (tags.length && node.state === 'KNOWN') value.firstChild.append(...tags.map(tag => el('span', { class: 'tag' }, tag)));
  return [el('dt', {}, labelOf(label)), value];
}

/** Facts of the same label stand together under one. */
function factList(card, facts) {
  const list = el('dl', { class: 'facts' });
  let last = '';
  const most = {};
  for (const fact of facts) {
    const name = labelOf(fact.label);
    most[name] = (most[name] || 0) + 1;
    if (most[name] > 12) continue;
    const [term, value] = factRow(card, fact);
    if (name === last) list.lastChild.append(...value.childNodes);
    else list.append(term, value);
    last = name;
  }
  return list;
}
