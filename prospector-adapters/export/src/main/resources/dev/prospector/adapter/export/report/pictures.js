const TIERS = ['HIGH', 'MEDIUM', 'LOW', 'NOT_QUALIFIED', 'NONE'];

function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.flat());
  return node;
}

/** How many leads are in each tier, as a ring. */
function ring(counts) {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const radius = 54;
  const around = 2 * Math.PI * radius;
  const text = TIERS.filter(tier => counts[tier]).map(tier => say(tier) + ': ' + counts[tier]).join(', ');
  const picture = svg('svg', { viewBox: '0 0 140 140', class: 'ring', role: 'img', 'aria-label': text });
  picture.append(svg('circle', { cx: 70, cy: 70, r: radius, class: 'track' }));
  let turned = 0;
  for (const tier of TIERS.filter(t => counts[t])) {
    const share = counts[tier] / total;
    const gap = share < 1 ? Math.min(2, share * around / 3) : 0;
    picture.append(svg('circle', {
      cx: 70, cy: 70, r: radius, class: 'arc t-' + tier,
      'stroke-dasharray': (share * around - gap) + ' ' + around,
      'stroke-dashoffset': -turned * around, transform: 'rotate(-90 70 70)'
    }));
    turned += share;
  }
  picture.append(svg('text', { x: 70, y: 72, class: 'ring-total' }, number(total)));
  picture.append(svg('text', { x: 70, y: 90, class: 'ring-label' }, say(total === 1 ? 'lead' : 'leads')));
  return picture;
}

/** A score that lies between two bounds, with the thresholds of the tiers. */
function range(low, high, value, tier, big, row) {
  if (low === null || low === undefined) return el('span', { class: 'none' }, '–');
  const width = big ? 240 : 150;
  const x = share => 6 + share * (width - 12);
  const text = say('score-range', score(low), score(high)) + (value === null ? '' : ', ' + say('score-value', score(value)));
  const picture = svg('svg', { viewBox: `0 0 ${width} 22`, class: 'range' + (big ? ' big' : ''), role: 'img', 'aria-label': text });
  picture.append(svg('title', {}, text));
  picture.append(svg('line', { x1: x(0), x2: x(1), y1: 11, y2: 11, class: 'track' }));
  for (const threshold of [0.4, 0.6, 0.8]) {
    picture.append(svg('line', { x1: x(threshold), x2: x(threshold), y1: 6, y2: 16, class: 'tick' }));
  }
  picture.append(svg('line', { x1: x(low), x2: Math.max(x(high), x(low) + 1), y1: 11, y2: 11, class: 'span t-' + tier }));
  if (value !== null && value !== undefined) {
    picture.append(svg('circle', { cx: x(value), cy: 11, r: 5.5, class: dot(row, tier) }, svg('title', {}, row ? why(row) : '')));
  }
  return picture;
}

/** The tier follows the marked score, unless no fit is shown or the lead is out of the question: then the mark is hollow. */
const bounded = row => row && (row.exclusion || (row.fit !== null && row.fit < 0.5));
const dot = (row, tier) => 'dot t-' + tier + (bounded(row) ? ' hollow' : '');
const why = row => row.exclusion ? say(row.exclusion) : bounded(row) ? say('fit-not-shown') : say('score-value', score(row.value));

/** How the scores are spread: every lead as its own range while there are few, else a histogram. */
function spread() {
  const shown = rows.filter(row => row.low !== null && row.low !== undefined);
  return run.leads <= 40 && shown.length === run.leads ? strips(shown) : histogram();
}

function strips(shown) {
  const ordered = [...shown];
  const step = Math.max(9, Math.min(18, 190 / ordered.length));
  const height = ordered.length * step + 22;
  const x = share => 12 + share * 316;
  const picture = svg('svg', { viewBox: `0 0 340 ${height}`, class: 'spread', role: 'img', 'aria-label': say('spread') });
  axis(picture, x, height);
  ordered.forEach((row, i) => {
    const y = 6 + i * step;
    const line = svg('g', {}, svg('title', {}, calm(row.name) + ': ' + say(row.tier) + ', ' + score(row.low) + '–' + score(row.high) + '; ' + why(row)),
      svg('line', { x1: x(row.low), x2: x(row.high), y1: y, y2: y, class: 'strip t-' + row.tier }),
      svg('circle', { cx: x(row.value), cy: y, r: 4, class: dot(row, row.tier) }));
    picture.append(line);
  });
  return picture;
}

function histogram() {
  const totals = run.bins.HIGH.map((_, i) => TIERS.reduce((sum, t) => sum + (run.bins[t] ? run.bins[t][i] : 0), 0));
  const most = Math.max(1, ...totals);
  const x = share => 12 + share * 316;
  const picture = svg('svg', { viewBox: '0 0 340 172', class: 'spread', role: 'img', 'aria-label': say('spread') });
  axis(picture, x, 172);
  totals.forEach((_, i) => {
    let y = 150;
    for (const tier of [...TIERS].reverse()) {
      const count = run.bins[tier] ? run.bins[tier][i] : 0;
      const height = count / most * 140;
      y -= height;
      if (count) {
        picture.append(svg('rect', { x: x(i / totals.length) + 1, y, width: 14, height, class: 'fill t-' + tier },
          svg('title', {}, say(tier) + ': ' + count)));
      }
    }
  });
  return picture;
}

function axis(picture, x, height) {
  for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    const threshold = share >= 0.4 && share <= 0.8;
    picture.append(svg('line', { x1: x(share), x2: x(share), y1: 0, y2: height - 18, class: threshold ? 'grid strong' : 'grid' }));
    picture.append(svg('text', { x: x(share), y: height - 4, class: 'axis' }, score(share)));
  }
}

/** A share as a small bar with its number. */
function meter(share) {
  const bar = svg('svg', { viewBox: '0 0 40 6', class: 'meter', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 0, width: 40, height: 6, rx: 3, class: 'track' }),
    svg('rect', { x: 0, y: 0, width: Math.max(3, 40 * share), height: 6, rx: 3, class: share >= 0.75 ? 'good' : share >= 0.5 ? 'fair' : 'poor' }));
  return el('span', { class: 'sure', title: say('confidence') + ' ' + percent(share) }, bar, el('span', {}, percent(share)));
}
