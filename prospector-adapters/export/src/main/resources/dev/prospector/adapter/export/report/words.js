const read = id => JSON.parse(document.getElementById(id).textContent);
const run = read('run');
const rows = read('rows');
const labels = read('labels');
const lang = run.lang;
const dictionary = labels[lang] || labels.en;

/** The label of a code or name; what has none is shown in plain words. */
function say(key, ...parts) {
  const pattern = Object.hasOwn(dictionary, key) ? dictionary[key] : Object.hasOwn(labels.en, key) ? labels.en[key] : plain(key);
  return pattern.replace(/\{(\d)\}/g, (whole, n) => n < parts.length ? String(parts[n]) : whole);
}

function plain(code) {
  const words = String(code).replace(/[_-]+/g, ' ').trim();
  const lower = /^[A-Z0-9 ]+$/.test(words) && words.length > 4 ? words.toLowerCase() : words;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

const isCode = text => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text) && text.length > 2;
const percent = share => new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(share);
const number = value => new Intl.NumberFormat(lang).format(value);
const score = value => new Intl.NumberFormat(lang, { minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(Math.round(value * 100));

const LITTLE = ['de', 'da', 'do', 'das', 'dos', 'e', 'y', 'del', 'la', 'of', 'and', 'the', 'a'];

/** A name written all in capitals, as lists do, in the usual way; short words such as LLC stay. */
function calm(text) {
  if (!text || text !== text.toUpperCase() || !/\p{L}{4}/u.test(text)) return text || '';
  return text.split(/(\s+)/).map((word, i) => {
    const lower = word.toLocaleLowerCase(lang);
    if (i && LITTLE.includes(lower)) return lower;
    if (/^(ltda|eireli|lda|inc|corp)\.?$/.test(lower) || /\p{L}{4}/u.test(word)) return lower.charAt(0).toLocaleUpperCase(lang) + lower.slice(1);
    return word;
  }).join('');
}

function money(low, high, currency) {
  const form = new Intl.NumberFormat(lang, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });
  const from = form.format(Number(low));
  const to = form.format(Number(high));
  return from === to ? from : from + ' – ' + to;
}

function country(code) {
  try {
    return /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames([lang], { type: 'region' }).of(code) : code;
  } catch (unknown) {
    return code;
  }
}

/** Makes an element; texts are always texts, never mark-up. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

/** A link to a site, mailbox or phone, only when it is plainly that. */
function link(kind, value, text) {
  const shown = text || value;
  if (kind === 'web' && /^https?:\/\/[^\s<>"']+$/i.test(value)) {
    return el('a', { href: value, target: '_blank', rel: 'noopener noreferrer nofollow' }, shown);
  }
  if (kind === 'mail' && /^[\w.+%-]+@[\w.-]+\.[a-z]{2,}$/i.test(value)) return el('a', { href: 'mailto:' + value }, shown);
  if (kind === 'tel' && /^\+\d{7,15}$/.test(value)) return el('a', { href: 'tel:' + value }, shown);
  return document.createTextNode(shown);
}

const webAddress = row => /^https?:\/\//i.test(row.website) ? row.website : row.website ? 'http://' + row.website : '';
