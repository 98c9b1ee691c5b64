// Proves pictures in a real browser: Chromium draws every flowchart of Mermaid and every SVG in the given files without error,
// every text fits its box, no box lies on another one. Pictures of both, light and dark, go to the folder `out`.
//
// node check.mjs MODULES OUT FILE…   (MODULES: where npm has installed mermaid and puppeteer-core)

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

const [modules, out, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
const puppeteer = require("puppeteer-core");
const mermaid = join(resolve(modules), "node_modules", "mermaid", "dist", "mermaid.min.js");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
mkdirSync(out, { recursive: true });
let failures = 0;
let count = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const name = `${basename(dirname(resolve(file)))}-${basename(file)}`;
  const charts = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map((match) => match[1]);
  // The whole file, for a browser that opens it reads all of it, the comment at its head included.
  const pictures = file.endsWith(".svg") ? [text] : [...text.matchAll(/<svg [\s\S]*?<\/svg>/g)].map((match) => match[0]);
  for (const theme of ["light", "dark"]) {
    for (const [at, chart] of charts.entries()) await prove(`${name}-${at}-mermaid-${theme}`, theme, (page) => draw(page, chart, theme));
    for (const [at, picture] of pictures.entries()) await prove(`${name}-${at}-svg-${theme}`, theme, (page) => show(page, picture));
  }
}
await browser.close();
console.log(`${count} pictures, ${failures} with problems; see ${out}`);
process.exit(failures > 0 || count === 0 ? 1 : 0);

async function prove(name, theme, render) {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await page.setContent(`<body style="margin:0;background:${theme === "dark" ? "#0d1117" : "#fff"}"></body>`);
  let problems;
  try {
    problems = await render(page);
    const svg = await page.$("svg");
    await svg.screenshot({ path: join(out, `${name}.png`) });
  } catch (error) {
    problems = [error.message];
  }
  count += 1;
  failures += problems.length > 0 ? 1 : 0;
  for (const problem of problems) console.error(`${name}: ${problem}`);
  await page.close();
}

// As GitHub draws it: its strictest level, the theme by the reader's choice.
async function draw(page, chart, theme) {
  await page.addScriptTag({ path: mermaid });
  return page.evaluate(async (text, theme) => {
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: theme === "dark" ? "dark" : "default" });
    const { svg } = await mermaid.render("chart", text);
    document.body.innerHTML = svg;
    const isWrong = document.body.textContent.includes("Syntax error");
    return isWrong ? ["Mermaid shows a syntax error"] : [];
  }, chart, theme);
}

async function show(page, picture) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const error = parsed.querySelector("parsererror");
    if (error) return [error.textContent];
    document.body.append(document.importNode(parsed.documentElement, true));
    const problems = [];
    const box = (element) => element.getBoundingClientRect();
    const whole = box(document.querySelector("svg"));
    const isInside = (inner, outer) =>
      inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    const overlap = (one, other) =>
      one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
    let rect = null;
    const nodes = [];
    const labels = [];
    for (const element of document.querySelectorAll("svg > rect, svg > text")) {
      if (element.tagName === "rect") {
        rect = element;
        if (!isInside(box(rect), whole)) problems.push("a box lies outside of the picture");
        if (rect.matches(".resource, .endpoint, .principal, .internet, .scope")) nodes.push(rect);
        if (rect.matches(".label")) labels.push(rect);
      } else if (!isInside(box(element), box(rect))) {
        problems.push(`the text "${element.textContent}" does not fit its box`);
      }
    }
    const boxes = [...nodes, ...labels];
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        if (overlap(box(one), box(other))) {
          problems.push(`"${one.nextElementSibling.textContent}" lies on "${other.nextElementSibling.textContent}"`);
        }
      }
    }
    return problems;
  }, picture);
}
