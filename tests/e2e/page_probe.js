// Asks the browser how index.html came out in a frame of the width that was
// asked for, and writes it as JSON where page.py finds it.

const wanted = new URLSearchParams(location.search);
const frame = document.createElement("iframe");
frame.style = `border:0;width:${wanted.get("width")}px;height:900px`;
frame.src = "/index.html" +
    (wanted.get("language") ? "#" + wanted.get("language") : "");
frame.onload = () => setTimeout(tell, 100);
document.body.prepend(frame);

// "rgb(0, 52, 104)" as [0, 52, 104, 1].
function colour(text) {
    const parts = text.match(/[\d.]+/g).map(Number);
    return parts.length < 4 ? [...parts, 1] : parts;
}

// WCAG 2.2, relative luminance.
function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map(c => c / 255).map(
        c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function ratio(one, other) {
    const [a, b] = [luminance(one), luminance(other)].sort((p, q) => q - p);
    return (a + 0.05) / (b + 0.05);
}

function tell() {
    const page = frame.contentDocument, view = frame.contentWindow;
    const all = list => [...page.querySelectorAll(list)];
    const style = node => view.getComputedStyle(node);
    const shown = node => node.getClientRects().length > 0;
    const articles = all("article");
    if (wanted.get("rtl") === "1")
        articles.forEach(article => article.setAttribute("dir", "rtl"));

    // The colour behind NODE: that of the nearest that has one.
    const behind = node => {
        for (; node; node = node.parentElement) {
            const found = colour(style(node).backgroundColor);
            if (found[3] === 1)
                return found;
        }
        return [255, 255, 255, 1];
    };
    const width = page.documentElement.clientWidth;
    // What is hidden from the eye on purpose may stand anywhere.
    const hidden = node => node.closest(".aside, thead, .key, pattern");
    const wider = all("body *").filter(node => {
        const box = node.getBoundingClientRect();
        return shown(node) && !hidden(node) &&
            (box.right > width + 0.5 || box.left < -0.5);
    }).map(node => node.outerHTML.slice(0, 120));

    const contrast = [];
    const walk = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || !shown(node))
            continue;
        contrast.push({
            ratio: ratio(colour(style(node).color), behind(node)),
            text: walk.currentNode.data.trim().slice(0, 40)});
    }
    contrast.sort((a, b) => a.ratio - b.ratio);

    const rects = all("svg.bar rect").filter(shown);
    const bars = rects.filter(rect => !rect.classList.contains("track"))
        .map(rect => ({
            kind: rect.getAttribute("class"),
            ratio: ratio(colour(rect.classList.contains("hatched")
                    ? style(rect).stroke : style(rect).fill), behind(rect))}));

    const ids = all("[id]").map(node => node.id);
    const pointed = all("[aria-labelledby]")
        .map(node => node.getAttribute("aria-labelledby"));
    const links = all("a").map(node => node.getAttribute("href"));
    const first = page.querySelector("nav a");
    first.focus();
    const tables = all("table").filter(shown).map(table => ({
        caption: table.caption && table.caption.textContent.trim(),
        unscoped: table.querySelectorAll("th:not([scope])").length,
        rows_without_head: [...table.querySelectorAll("tr")].filter(
            row => !row.querySelector("th")).length,
        role: table.getAttribute("role"),
        display: style(table).display}));
    const said = {
        width: page.documentElement.scrollWidth,
        height: page.documentElement.scrollHeight,
        wider,
        lang: page.documentElement.lang,
        langs: articles.map(article => article.lang),
        shown: articles.filter(shown).map(article => article.id),
        pressed: all("nav a").filter(
            node => colour(style(node).backgroundColor)[3] === 1)
            .map(node => node.getAttribute("href")),
        scripts: all("script, iframe, object, embed, img").length,
        // A browser need not follow them, but they must not be there.
        outward: all("[src], [href], [action], [data], [xlink\\:href]")
            .filter(node => /(^|[^:])\/\/|^[a-z]+:(?!,$)/i.test(
                [...node.attributes].map(a => a.value).join(" ")))
            .map(node => node.outerHTML.slice(0, 120)),
        title: page.title,
        text: page.body.innerText,
        headings: all("h1, h2, h3, h4, h5, h6").filter(shown)
            .map(node => Number(node.tagName[1])),
        tables,
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        dangling: [...pointed, ...links.filter(link => link[0] === "#")
            .map(link => link.slice(1))].filter(id => !ids.includes(id)),
        links,
        contrast: contrast.slice(0, 10),
        bars,
        bars_heard: all("svg:not([aria-hidden=true])").length,
        rows_without_number: all("td.votes").filter(
            cell => !/\d/.test(cell.textContent)).length,
        targets: all("a").filter(shown).map(node => ({
            width: node.getBoundingClientRect().width,
            height: node.getBoundingClientRect().height,
            text: node.textContent,
            nav: node.closest("nav") !== null})),
        focus: style(first).outlineWidth + " " + style(first).outlineStyle,
    };
    document.getElementById("said").textContent = JSON.stringify(said);
    frame.remove();
}
