/* Draws the charts of the page: for the screen in its width and colours, for paper in the width of A4 and light colours. */
(function () {
  'use strict';
  var charts = JSON.parse(document.getElementById('charts').textContent);
  var places = Array.prototype.slice.call(document.querySelectorAll('[data-chart]'));
  var PAPER = 690;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var light = document.createElement('div');
  light.className = 'light';
  light.hidden = true;
  document.body.appendChild(light);

  var TONES = {
    FIRST: '--first', SECOND: '--second', THIRD: '--third', FOURTH: '--fourth', FIFTH: '--fifth',
    GOOD: '--good', BAD: '--bad', WARNING: '--warning', NEUTRAL: '--neutral', FAINT: '--quiet'
  };
  var SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect'];

  function colours(element) {
    var style = getComputedStyle(element);
    return function (name) { return style.getPropertyValue(name).trim(); };
  }

  function format(axis) {
    if (axis === 'SHARE') {
      return function (value) { return Math.round(value * 100) + ' %'; };
    }
    return function (value) { return Number(value).toLocaleString('en'); };
  }

  function shorten(room) {
    return function (text) { return text.length > room ? text.slice(0, room - 1) + '\u2026' : text; };
  }

  function valueAxis(name, first, colour) {
    var axis = {
      type: 'value', min: 0, axisLabel: { color: colour('--ink'), formatter: format(name), hideOverlap: true },
      splitLine: { show: first, lineStyle: { color: colour('--grid') } },
      axisLine: { show: false }
    };
    if (name === 'SHARE') { axis.max = 1; }
    if (name === 'HOURS') { axis.name = 'hours'; axis.nameTextStyle = { color: colour('--faint') }; }
    if (name === 'COUNT') { axis.minInterval = 1; }
    return axis;
  }

  function series(spec, axes, colour) {
    return spec.series.map(function (one, index) {
      var tone = colour(TONES[one.tone]);
      var drawn = {
        name: one.name, data: one.values, type: one.mark === 'LINE' ? 'line' : 'bar', silent: true,
        itemStyle: { color: tone }, lineStyle: { color: tone, width: 2 }
      };
      var axis = axes.indexOf(one.axis);
      if (spec.horizontal) { drawn.xAxisIndex = axis; } else { drawn.yAxisIndex = axis; }
      if (one.mark === 'STACKED') {
        drawn.stack = 'all';
        drawn.itemStyle.borderColor = colour('--ground');
        drawn.itemStyle.borderWidth = 1;
      }
      if (one.mark === 'LINE') {
        drawn.symbol = SYMBOLS[index % SYMBOLS.length];
        drawn.symbolSize = 6;
        drawn.showAllSymbol = 'auto';
        drawn.connectNulls = false;
      }
      if (one.mark !== 'LINE') { drawn.barMaxWidth = 34; }
      return drawn;
    });
  }

  function option(spec, width, colour) {
    var axes = [];
    spec.series.forEach(function (one) { if (axes.indexOf(one.axis) < 0) { axes.push(one.axis); } });
    var narrow = width < 480;
    var longest = spec.labels.reduce(function (most, label) { return Math.max(most, label.length); }, 0);
    var slanted = !spec.horizontal && longest * 7 * spec.labels.length > width;
    var labels = {
      type: 'category', data: spec.labels, inverse: spec.horizontal,
      axisLabel: {
        color: colour('--ink'), formatter: shorten(spec.horizontal ? (narrow ? 16 : 34) : 18), hideOverlap: true,
        rotate: slanted ? 40 : 0, interval: spec.horizontal ? 0 : 'auto'
      },
      axisLine: { lineStyle: { color: colour('--faint') } }, axisTick: { alignWithLabel: true }
    };
    var values = axes.map(function (name, index) { return valueAxis(name, index === 0, colour); });
    return {
      animation: false, backgroundColor: 'transparent',
      textStyle: { fontFamily: 'Helvetica, Arial, "Liberation Sans", sans-serif', fontSize: 12 },
      legend: {
        show: spec.series.length > 1, type: 'plain', top: 0, left: 0, itemGap: narrow ? 8 : 14,
        textStyle: { color: colour('--ink') }, inactiveColor: colour('--faint')
      },
      grid: {
        left: 4, right: 16, bottom: 4, containLabel: true,
        top: (spec.series.length < 2 ? 12 : narrow ? 28 + 22 * Math.ceil(spec.series.length / 2) : 42)
          + (axes.indexOf('HOURS') >= 0 ? 18 : 0)
      },
      xAxis: spec.horizontal ? values : labels,
      yAxis: spec.horizontal ? labels : values,
      series: series(spec, axes, colour)
    };
  }

  function draw(spec, width, height, colour) {
    var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
    chart.setOption(option(spec, width, colour));
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
  }

  function layer(place, name) {
    var found = place.querySelector('.' + name);
    if (!found) {
      found = document.createElement('div');
      found.className = name;
      found.setAttribute('aria-hidden', 'true');
      place.appendChild(found);
    }
    return found;
  }

  function height(place) { return place.classList.contains('tall') ? 520 : 320; }

  function screen() {
    var colour = colours(document.documentElement);
    places.forEach(function (place) {
      var spec = charts[place.dataset.chart];
      var width = Math.max(240, Math.floor(place.clientWidth));
      place.dataset.width = String(width);
      layer(place, 'screen').innerHTML = draw(spec, width, height(place), colour);
    });
  }

  function paper() {
    var colour = colours(light);
    places.forEach(function (place) {
      layer(place, 'paper').innerHTML = draw(charts[place.dataset.chart], PAPER, height(place), colour);
    });
  }

  var waiting = 0;
  function resized() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(function () {
      var changed = places.some(function (place) {
        return place.clientWidth > 0 && place.dataset.width !== String(Math.max(240, Math.floor(place.clientWidth)));
      });
      if (changed && !window.matchMedia('print').matches) { screen(); }
    });
  }

  screen();
  paper();
  window.addEventListener('resize', resized);
  dark.addEventListener('change', screen);
}());
