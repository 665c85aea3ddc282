package io.pgorm.cli.diagram;

/** A page that shows a diagram: to be moved, enlarged and searched, and to be read without a network. Stateless. */
public final class HtmlDiagram {

    private HtmlDiagram() {}

    public static String write(Diagram diagram) {
        long tables = diagram.boxes().stream()
                .filter(box -> box.kind() == Diagram.Kind.TABLE)
                .count();
        String count = tables
                + (tables == 1 ? " table, " : " tables, ")
                + diagram.edges().size()
                + (diagram.edges().size() == 1 ? " relation" : " relations");
        String page = Resource.read("page.html");
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (true) {
            int open = page.indexOf("{{", at);
            if (open < 0) {
                return text.append(page, at, page.length()).toString();
            }
            int close = page.indexOf("}}", open);
            text.append(page, at, open);
            text.append(
                    switch (page.substring(open + 2, close)) {
                        case "title" -> Markup.escape(diagram.title());
                        case "count" -> count;
                        case "style" -> Resource.read("diagram.css") + Resource.read("page.css");
                        case "script" -> Resource.read("page.js");
                        case "diagram" -> SvgDiagram.inline(diagram);
                        case String other -> throw new IllegalStateException("the page has no part " + other);
                    });
            at = close + 2;
        }
    }
}
