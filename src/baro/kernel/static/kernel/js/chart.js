// <figure data-chart data-chart-library="…/echarts.min.js">: draws the options found in its JSON
// script tag. A series may name a tone instead of a colour; the table below stays for everyone who
// cannot see the drawing, and for when the library does not load.
(() => {
  let library;
  const load = (address) =>
    (library ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }));

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const counted = (value) => (typeof value === "number" ? value.toLocaleString("vi-VN") : value);

  const dressed = (options) => {
    const axis = (given) =>
      given && {
        axisLine: { lineStyle: { color: token("line-strong") } },
        axisTick: { show: false },
        axisLabel: { color: token("text-faint"), fontSize: 11, ...(given.type === "value" ? { formatter: counted } : {}) },
        splitLine: { lineStyle: { color: token("line") } },
        ...given,
      };
    const series = (options.series || []).map(({ tone, ...one }) => ({
      barMaxWidth: 28,
      symbolSize: 6,
      ...one,
      ...(tone ? { color: token(tone) } : {}),
    }));
    return {
      animation: false,
      textStyle: { fontFamily: token("font"), color: token("text") },
      grid: { left: 4, right: 12, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: token("text-soft"), fontSize: 12 } },
      // Rich text is drawn on the canvas; HTML tooltips would need inline styles.
      tooltip: {
        trigger: "axis", renderMode: "richText", backgroundColor: token("surface"),
        borderColor: token("line-strong"), valueFormatter: counted, textStyle: { color: token("text"), fontSize: 12 },
      },
      ...options,
      xAxis: axis(options.xAxis),
      yAxis: axis(options.yAxis),
      series,
    };
  };

  baro.bind("chart", async (figure) => {
    const options = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const place = figure.querySelector("[data-chart-place]");
    try {
      await load(figure.dataset.chartLibrary);
    } catch {
      figure.querySelector("details")?.setAttribute("open", "");
      place.remove();
      return;
    }
    const chart = echarts.init(place, null, { renderer: "canvas" });
    const draw = () => chart.setOption(dressed(options), true);
    draw();
    new ResizeObserver(() => chart.resize()).observe(place);
    new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
    chart.on("click", (event) => {
      const address = event.data?.href || options.links?.[event.dataIndex];
      if (address) location.href = address;
    });
  });
})();
