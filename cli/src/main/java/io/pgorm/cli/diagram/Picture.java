package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.Box;
import io.pgorm.cli.diagram.Diagram.Edge;
import java.util.List;

/** A diagram with a place for everything, in pixels. */
record Picture(
        String title,
        double width,
        double height,
        List<PlacedBox> boxes,
        List<PlacedEdge> edges,
        List<Caption> captions) {

    record PlacedBox(Box box, double x, double y, double width, double height) {}

    /** @param points from {@code edge.from()} to {@code edge.to()}; each stretch is level or upright */
    record PlacedEdge(Edge edge, List<Point> points) {}

    record Point(double x, double y) {}

    /** The heading of a part of the picture. */
    record Caption(String text, double x, double y) {}
}
