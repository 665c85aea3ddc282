
(() => {
  'use strict';
  const root = document.documentElement;
  const view = document.getElementById('view');
  const svg = view.querySelector('svg');
  const scene = document.getElementById('scene');
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const boxes = [...svg.querySelectorAll('.box')];
  const edges = [...svg.querySelectorAll('.edge')];
  const size = svg.viewBox.baseVal;
  const whole = { width: size.width, height: size.height };
  let x = 0, y = 0, zoom = 1;

  root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.getElementById('theme').onclick = () => {
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  };

  // The page moves the scene itself: one unit of the picture is one pixel at zoom 1.
  svg.removeAttribute('viewBox');
  const show = () => scene.setAttribute('transform', `translate(${x} ${y}) scale(${zoom})`);
  const fitTo = (left, top, width, height, most) => {
    const room = view.getBoundingClientRect();
    zoom = Math.min(most, (room.width - 20) / width, (room.height - 20) / height);
    x = (room.width - width * zoom) / 2 - left * zoom;
    y = (room.height - height * zoom) / 2 - top * zoom;
    show();
  };
  const fit = () => fitTo(0, 0, whole.width, whole.height, 1);
  const zoomAt = (factor, clientX, clientY) => {
    const room = view.getBoundingClientRect();
    const px = (clientX ?? room.left + room.width / 2) - room.left;
    const py = (clientY ?? room.top + room.height / 2) - room.top;
    const next = Math.min(4, Math.max(0.05, zoom * factor));
    x = px - (px - x) * next / zoom;
    y = py - (py - y) * next / zoom;
    zoom = next;
    show();
  };
  document.getElementById('fit').onclick = fit;
  document.getElementById('in').onclick = () => zoomAt(1.25);
  document.getElementById('out').onclick = () => zoomAt(0.8);
  view.addEventListener('wheel', event => {
    event.preventDefault();
    if (event.shiftKey) {
      x -= event.deltaY;
      show();
    } else {
      zoomAt(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX, event.clientY);
    }
  }, { passive: false });

  const pointers = new Map();
  let moved = 0, apart = 0;
  view.addEventListener('pointerdown', event => {
    pointers.set(event.pointerId, event);
    moved = 0;
    apart = 0;
  });
  addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    pointers.set(event.pointerId, event);
    if (pointers.size === 1) {
      x += event.clientX - before.clientX;
      y += event.clientY - before.clientY;
      moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
      if (moved > 4) view.classList.add('moving');
      show();
    } else if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const distance = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart) zoomAt(distance / apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
      apart = distance;
      moved = 99;
    }
  });
  const drop = event => {
    pointers.delete(event.pointerId);
    view.classList.remove('moving');
  };
  addEventListener('pointerup', drop);
  addEventListener('pointercancel', drop);

  const clear = () => {
    scene.classList.remove('dim');
    svg.querySelectorAll('.near, .chosen, .hit').forEach(part => part.classList.remove('near', 'chosen', 'hit'));
  };
  const choose = box => {
    clear();
    if (!box) return;
    scene.classList.add('dim');
    box.classList.add('chosen', 'near');
    const near = new Set([box.dataset.id]);
    for (const edge of edges) {
      if (edge.dataset.from === box.dataset.id || edge.dataset.to === box.dataset.id) {
        edge.classList.add('near');
        near.add(edge.dataset.from).add(edge.dataset.to);
      }
    }
    boxes.filter(other => near.has(other.dataset.id)).forEach(other => other.classList.add('near'));
  };
  const goTo = box => {
    const bounds = box.getBBox();
    const place = box.transform.baseVal.consolidate().matrix;
    fitTo(place.e - 160, place.f - 120, bounds.width + 320, bounds.height + 240, 1.1);
    choose(box);
    history.replaceState(null, '', '#' + encodeURIComponent(box.dataset.title));
  };
  view.addEventListener('click', event => {
    if (moved > 4) return;
    choose(event.target.closest('.box'));
  });
  view.addEventListener('dblclick', event => {
    const box = event.target.closest('.box');
    if (box) goTo(box);
  });

  let hits = [], at = 0;
  const list = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    clear();
    hits = words.length ? boxes.filter(box => words.every(word => box.dataset.words.includes(word))) : [];
    const first = box => words.every(word => box.dataset.title.toLowerCase().includes(word)) ? 0 : 1;
    hits.sort((a, b) => first(a) - first(b));
    at = 0;
    found.replaceChildren(...hits.slice(0, 40).map((box, i) => {
      const item = document.createElement('li');
      item.setAttribute('role', 'option');
      item.textContent = box.dataset.title;
      const kind = document.createElement('span');
      kind.textContent = box.dataset.kind;
      item.append(kind);
      item.onpointerdown = event => {
        event.preventDefault();
        take(i);
      };
      return item;
    }));
    found.hidden = hits.length === 0;
    if (words.length) {
      scene.classList.add('dim');
      hits.forEach(box => box.classList.add('hit', 'near'));
      const shown = new Set(hits.map(box => box.dataset.id));
      edges.filter(edge => shown.has(edge.dataset.from) && shown.has(edge.dataset.to))
        .forEach(edge => edge.classList.add('near'));
    }
    point();
  };
  const point = () => [...found.children].forEach((item, i) => item.classList.toggle('on', i === at));
  const take = i => {
    if (!hits[i]) return;
    found.hidden = true;
    search.blur();
    goTo(hits[i]);
  };
  search.oninput = list;
  search.onfocus = () => { if (search.value) list(); };
  search.onblur = () => { found.hidden = true; };
  search.onkeydown = event => {
    if (event.key === 'Enter') take(at);
    else if (event.key === 'ArrowDown') at = Math.min(at + 1, found.children.length - 1);
    else if (event.key === 'ArrowUp') at = Math.max(at - 1, 0);
    else return;
    event.preventDefault();
    point();
    found.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      search.value = '';
      search.blur();
      clear();
    } else if (event.target !== search && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.key === '/') { event.preventDefault(); search.focus(); }
      else if (event.key === '0') fit();
      else if (event.key === '+' || event.key === '=') zoomAt(1.25);
      else if (event.key === '-') zoomAt(0.8);
    }
  });

  addEventListener('resize', () => { if (!location.hash) fit(); });
  fit();
  const wanted = decodeURIComponent(location.hash.slice(1)).toLowerCase();
  const start = boxes.find(box => box.dataset.title.toLowerCase() === wanted);
  if (start) goTo(start);
})();
