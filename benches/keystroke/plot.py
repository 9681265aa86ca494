"""Keystroke time against size of the document, both axes logarithmic, as an SVG file without scripts or outside fonts."""
import html
import math

WIDTH, HEIGHT = 720, 430
LEFT, RIGHT, TOP, BOTTOM = 78, 150, 46, 62
# Dark enough to be read on white and on dark pages; told apart by dash and mark too.
STYLES = [("#0b7285", "", "circle"), ("#c2410c", "7 4", "square"), ("#6d28d9", "2 4", "circle"), ("#4d7c0f", "9 3 2 3", "square")]


def size_name(size):
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            return f"{size / unit:g} {name}"
    return f"{size} B"


def time_name(milliseconds):
    return f"{milliseconds / 1000:g} s" if milliseconds >= 1000 else f"{milliseconds:g} ms"


def decades(least, most):
    return [10.0 ** n for n in range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)]


def draw(results):
    """The picture of several runs, each the content of a results file."""
    rows = [(run, [r for r in run["rows"] if r.get("p50_ms")]) for run in results]
    sizes = [r["bytes"] for _, rs in rows for r in rs]
    times = [t for _, rs in rows for r in rs for t in (r["p50_ms"], r["p95_ms"])]
    xs, ys = decades(min(sizes) * 1.05, max(sizes) * 0.95), decades(min(times), max(times))
    x0, x1, y0, y1 = (math.log10(v) for v in (xs[0], xs[-1], ys[0], ys[-1]))
    inner_width, inner_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(size):
        return LEFT + (math.log10(size) - x0) / (x1 - x0) * inner_width

    def y(milliseconds):
        return TOP + (1 - (math.log10(milliseconds) - y0) / (y1 - y0)) * inner_height

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="13" role="img">',
        "<title>Time from a key to its diagnostics, against the size of the document</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="26" font-size="15" fill="#1f2937">From a key to its diagnostics (median; bar to 95 %)</text>',
    ]
    for value in xs:
        out.append(f'<line x1="{x(value):.1f}" x2="{x(value):.1f}" y1="{TOP}" y2="{TOP + inner_height}" stroke="#e5e7eb"/>')
        out.append(f'<text x="{x(value):.1f}" y="{TOP + inner_height + 20}" text-anchor="middle" fill="#4b5563">{size_name(value)}</text>')
    for value in ys:
        out.append(f'<line x1="{LEFT}" x2="{LEFT + inner_width}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#e5e7eb"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end" fill="#4b5563">{time_name(value)}</text>')
    out.append(f'<text x="{LEFT + inner_width / 2:.0f}" y="{HEIGHT - 16}" text-anchor="middle" fill="#1f2937">size of the document</text>')
    names = []
    for at, (run, rs) in enumerate(rows):
        colour, dash, mark = STYLES[at % len(STYLES)]
        points = " ".join(f"{x(r['bytes']):.1f},{y(r['p50_ms']):.1f}" for r in rs)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        for r in rs:
            px, py = x(r["bytes"]), y(r["p50_ms"])
            out.append(f'<line x1="{px:.1f}" x2="{px:.1f}" y1="{py:.1f}" y2="{y(r["p95_ms"]):.1f}" stroke="{colour}"/>')
            shape = f'<circle cx="{px:.1f}" cy="{py:.1f}" r="4"' if mark == "circle" else f'<rect x="{px - 4:.1f}" y="{py - 4:.1f}" width="8" height="8"'
            out.append(f'{shape} fill="{colour}"/>')
        if rs:
            names.append([y(rs[-1]["p50_ms"]), run["name"], colour, x(rs[-1]["bytes"])])
    # Names at the ends of their lines, at least a line of text apart.
    names.sort()
    for before, name in zip(names, names[1:]):
        name[0] = max(name[0], before[0] + 17)
    for at, name, colour, end in names:
        out.append(f'<text x="{end + 10:.1f}" y="{at + 4:.1f}" fill="{colour}" font-weight="bold">{html.escape(name)}</text>')
    return "\n".join(out) + "\n</svg>\n"
