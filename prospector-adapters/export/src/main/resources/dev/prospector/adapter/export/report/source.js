/** The text that a quote stands in, with the quote marked. */
function showSource(card, numbers, at, opener) {
  const dialog = document.getElementById('source');
  const claim = card.claims[numbers[at]];
  const page = card.pages[claim.snapshot];
  const move = by => showSource(card, numbers, (at + by + numbers.length) % numbers.length, opener);
  const head = el('header', {},
    el('div', {}, el('h2', { id: 'source-title' }, say(claim.field)), el('p', { class: 'address' }, link('web', claim.address))),
    el('button', { type: 'button', class: 'close', 'aria-label': say('close'), onclick: () => dialog.close() }, '✕'));
  const about = el('p', { class: 'about' },
    el('span', { class: 'value' }, shown(claim.value)), meter(claim.confidence),
    el('span', { class: 'tag' }, say(claim.derivation)), el('span', { class: 'tag' }, say(claim.publisher)),
    page && page.captured ? el('span', { class: 'tag' }, say('captured', page.captured.slice(0, 10))) : '');
  const steps = numbers.length < 2 ? '' : el('nav', { 'aria-label': say('quotes', numbers.length) },
    el('button', { type: 'button', onclick: () => move(-1) }, '← ' + say('previous')),
    el('span', {}, say('of', at + 1, numbers.length)),
    el('button', { type: 'button', onclick: () => move(1) }, say('next') + ' →'));
  const text = page && holds(page, claim) ? pageText(card, page, claim) : el('blockquote', {}, claim.quote);
  dialog.replaceChildren(head, about, steps, text, el('footer', {}, 'SHA-256 ' + claim.snapshot + ' · ' + claim.start + '–' + claim.end));
  dialog.onclose = () => opener && opener.focus();
  if (!dialog.open) dialog.showModal();
  const mark = dialog.querySelector('mark.chosen');
  if (mark) mark.scrollIntoView({ block: 'center' });
}

const holds = (page, claim) => page.parts.some(part => claim.start >= part.start && claim.start < part.start + [...part.text].length);

function pageText(card, page, chosen) {
  const others = card.claims.filter(claim => claim.snapshot === chosen.snapshot);
  const box = el('div', { class: 'page', tabindex: 0, role: 'document' });
  let end = 0;
  for (const part of page.parts) {
    if (part.start > end) box.append(el('p', { class: 'gap' }, '⋯'));
    box.append(marked(part, others, chosen));
    end = part.start + [...part.text].length;
  }
  if (end < page.length) box.append(el('p', { class: 'gap' }, '⋯'));
  return box;
}

/** Spans count code points, so the text is cut by them too. */
function marked(part, claims, chosen) {
  const points = [...part.text];
  const cut = place => Math.min(points.length, Math.max(0, place - part.start));
  const bounds = new Set([0, points.length]);
  claims.forEach(claim => bounds.add(cut(claim.start)).add(cut(claim.end)));
  const places = [...bounds].sort((a, b) => a - b);
  const block = el('div', { class: 'part' });
  for (let i = 0; i + 1 < places.length; i++) {
    const text = points.slice(places[i], places[i + 1]).join('');
    const middle = places[i] + part.start;
    const inside = claim => claim.start <= middle && middle < claim.end;
    if (inside(chosen)) block.append(el('mark', { class: 'chosen' }, text));
    else if (claims.some(inside)) block.append(el('mark', {}, text));
    else block.append(text);
  }
  return block;
}
