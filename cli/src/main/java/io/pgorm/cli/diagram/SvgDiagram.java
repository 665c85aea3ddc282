package io.pgorm.cli.diagram;

/** A diagram as SVG that needs nothing from elsewhere. Stateless. */
public final class SvgDiagram {

    private SvgDiagram() {}

    /** A whole SVG file, on a white ground. */
    public static String write(Diagram diagram) {
        Picture picture = LayoutDiagram.layout(diagram);
        Markup markup = new Markup();
        markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open(picture, markup);
        markup.raw("<style>" + Resource.read("diagram.css") + "</style>\n");
        markup.empty("rect", "class", "ground", "width", "100%", "height", "100%");
        content(picture, markup);
        return markup.close("svg").raw("\n").toString();
    }

    /** The picture as a part of a page that brings the style. */
    static String inline(Diagram diagram) {
        Picture picture = LayoutDiagram.layout(diagram);
        Markup markup = new Markup();
        open(picture, markup);
        content(picture, markup);
        return markup.close("svg").toString();
    }

    private static void open(Picture picture, Markup markup) {
        String width = Markup.number(Math.ceil(picture.width()));
        String height = Markup.number(Math.ceil(picture.height()));
        markup.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "diagram",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-label",
                "Diagram of " + picture.title());
        markup.raw("\n");
    }

    private static void content(Picture picture, Markup markup) {
        markup.open("g", "id", "scene").raw("\n");
        picture.captions()
                .forEach(caption ->
                        markup.element("text", caption.text(), "class", "caption", "x", caption.x(), "y", caption.y()));
        picture.edges().forEach(edge -> DrawEdge.draw(edge, markup));
        picture.boxes().forEach(box -> DrawBox.draw(box, markup));
        markup.close("g").raw("\n");
    }
}
